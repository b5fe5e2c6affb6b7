-- A group that became part of another stays as the place where things were; nothing new comes to it.
alter table local_group
    add merged_into uuid references local_group,
    add merged_at   timestamptz,
    add constraint local_group_merge_is_whole check ((merged_into is null) = (merged_at is null)),
    add constraint local_group_not_into_itself check (merged_into <> id);

grant update (merged_into, merged_at) on local_group to ${app-role};

-- New rows are held to it at once. Those that are there are looked at in the next migration, which keeps nobody waiting.
alter table membership drop constraint membership_end_reason_known;
alter table membership add constraint membership_end_reason_known
    check (end_reason in ('LEFT', 'DECLINED', 'WITHDRAWN', 'REMOVED', 'MOVED', 'CLOSED')) not valid;
