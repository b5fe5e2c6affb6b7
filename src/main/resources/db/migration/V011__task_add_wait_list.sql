-- Who waits for a place of a full task, in the order in which they joined.
create table waiter (
    id            uuid        not null primary key,
    version       bigint      not null,
    task_id       uuid        not null references task,
    member_id     uuid        not null references member,
    -- Numbers are given under the task's lock, so that they rise in the order in which people joined its list.
    position      bigint      not null generated always as identity,
    status        text        not null,
    -- The offer that they got.
    assignment_id uuid references assignment,
    joined_at     timestamptz not null,
    ended_at      timestamptz,
    constraint waiter_status_known check (status in ('WAITING', 'OFFERED', 'ACCEPTED', 'PASSED', 'LEFT', 'CANCELLED')),
    constraint waiter_offer_is_there check (status not in ('OFFERED', 'ACCEPTED') or assignment_id is not null),
    constraint waiter_without_offer check (status not in ('WAITING', 'LEFT') or assignment_id is null),
    constraint waiter_end_is_whole check ((status in ('WAITING', 'OFFERED')) = (ended_at is null)),
    -- An offer is for one of those who wait.
    constraint waiter_offer_once unique (assignment_id)
);
-- One person waits once for a task.
create unique index waiter_once_per_member on waiter (task_id, member_id) where status in ('WAITING', 'OFFERED');
create index waiter_queue_idx on waiter (task_id, position) where status = 'WAITING';
create index waiter_member_idx on waiter (member_id, id) where status in ('WAITING', 'OFFERED');

grant select, insert, update on waiter to ${app-role};
