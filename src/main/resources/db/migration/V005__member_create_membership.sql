create table membership (
    id         uuid        not null primary key,
    version    bigint      not null,
    member_id  uuid        not null references member,
    group_id   uuid        not null references local_group,
    status     text        not null,
    since      timestamptz not null,
    ended_at   timestamptz,
    end_reason text,
    constraint membership_status_known check (status in ('REQUESTED', 'INVITED', 'ACTIVE', 'ENDED')),
    constraint membership_end_is_whole
        check ((status = 'ENDED') = (ended_at is not null) and (status = 'ENDED') = (end_reason is not null)),
    constraint membership_end_reason_known check (end_reason in ('LEFT', 'DECLINED', 'WITHDRAWN', 'REMOVED'))
);
-- A person stands in one relation to a group at a time; past ones stay as history.
create unique index membership_once_per_group on membership (member_id, group_id) where status <> 'ENDED';
create index membership_group_idx on membership (group_id, status, id);

grant select, insert, update on membership to ${app-role};
