create table task (
    id                 uuid        not null primary key,
    version            bigint      not null,
    group_id           uuid        not null references local_group,
    title              text        not null,
    instructions       text        not null,
    status             text        not null,
    capacity           integer     not null,
    taken              integer     not null default 0,
    fence              bigint      not null default 0,
    remote             boolean     not null,
    place_name         text,
    latitude           numeric(8, 5),
    longitude          numeric(8, 5),
    starts_at          timestamptz,
    ends_at            timestamptz,
    zone               text        not null,
    effort_minutes     integer     not null,
    required_course_id uuid references course,
    lease_hours        integer     not null,
    created_by         uuid        not null references member,
    created_at         timestamptz not null,
    constraint task_status_known check (status in ('DRAFT', 'OPEN', 'CLOSED', 'CANCELLED')),
    constraint task_capacity_in_range check (capacity between 1 and 10000),
    -- The net under the conditional update that claims a place (I-01).
    constraint task_taken_within_capacity check (taken between 0 and capacity),
    constraint task_window_is_whole check ((starts_at is null) = (ends_at is null)),
    constraint task_window_runs_forward check (ends_at > starts_at),
    constraint task_position_is_whole check ((latitude is null) = (longitude is null)),
    constraint task_latitude_on_earth check (latitude between -90 and 90),
    constraint task_longitude_on_earth check (longitude between -180 and 180),
    constraint task_effort_in_range check (effort_minutes between 1 and 100000),
    constraint task_lease_in_range check (lease_hours between 1 and 8760)
);
create index task_group_idx on task (group_id, status, id);
create index task_creator_idx on task (created_by, id);

create table assignment (
    id            uuid        not null primary key,
    version       bigint      not null default 0,
    task_id       uuid        not null references task,
    member_id     uuid        not null references member,
    status        text        not null,
    -- Rises with each hold of a place of the task; whoever acts on a hold says which one.
    fence         bigint      not null,
    assigned_by   uuid references member,
    lease_until   timestamptz not null,
    created_at    timestamptz not null default now(),
    outcome_code  text,
    quantity      integer,
    note          text,
    completed_at  timestamptz,
    verified_by   uuid references member,
    reason        text,
    ended_at      timestamptz,
    constraint assignment_status_known check (status in
        ('OFFERED', 'HELD', 'DONE', 'VERIFIED', 'DECLINED', 'RELEASED', 'EXPIRED', 'REJECTED', 'CANCELLED')),
    constraint assignment_fence_once unique (task_id, fence),
    constraint assignment_offer_is_given check (status <> 'OFFERED' or assigned_by is not null),
    constraint assignment_outcome_is_whole check ((outcome_code is null) = (completed_at is null)),
    constraint assignment_done_has_outcome check (status not in ('DONE', 'VERIFIED', 'REJECTED') or completed_at is not null),
    constraint assignment_not_verified_by_oneself check (verified_by <> member_id),
    constraint assignment_quantity_counts check (quantity >= 0),
    constraint assignment_end_is_whole check
        ((status in ('DECLINED', 'RELEASED', 'EXPIRED', 'REJECTED', 'CANCELLED')) = (ended_at is not null))
);
-- One person holds at most one place of a task (I-03).
create unique index assignment_once_per_member on assignment (task_id, member_id)
    where status in ('OFFERED', 'HELD', 'DONE', 'VERIFIED');
create index assignment_task_idx on assignment (task_id, id);
create index assignment_member_idx on assignment (member_id, id);
create index assignment_lease_idx on assignment (lease_until) where status in ('OFFERED', 'HELD');

grant select, insert, update on task to ${app-role};
grant select, insert, update on assignment to ${app-role};
