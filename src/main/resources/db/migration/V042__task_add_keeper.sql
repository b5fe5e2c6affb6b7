-- Who looks after a task instead of its maker. Without a row it is the maker.
create table task_keeper (
    task_id   uuid not null primary key references task,
    member_id uuid not null references member
);
create index task_keeper_member_idx on task_keeper (member_id);

-- What was entrusted to somebody else because a mandate ended or a person was suspended, so that it can be given back.
create table task_entrusted (
    cause_id    uuid        not null,
    task_id     uuid        not null references task,
    from_member uuid        not null references member,
    to_member   uuid        not null references member,
    at          timestamptz not null,
    given_back  timestamptz,
    primary key (cause_id, task_id),
    constraint task_entrusted_to_somebody_else check (from_member <> to_member)
);
create index task_entrusted_to_idx on task_entrusted (to_member, task_id) where given_back is null;

grant select, insert, update, delete on task_keeper to ${app-role};
grant select, insert on task_entrusted to ${app-role};
grant update (given_back) on task_entrusted to ${app-role};
