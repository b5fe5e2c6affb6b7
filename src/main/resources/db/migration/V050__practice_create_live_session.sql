-- A meeting at which learners do a module of a course. Its task says when, where and for how many, and who has a place.
create table live_session (
    id         uuid        not null primary key,
    course_id  uuid        not null references course,
    module     text        not null,
    group_id   uuid        not null references local_group,
    task_id    uuid        not null references task,
    -- For those who have a place; empty when one has to be there.
    link       text,
    created_by uuid        not null references member,
    created_at timestamptz not null,
    constraint live_session_of_one_task unique (task_id)
);
create index live_session_course_idx on live_session (course_id, id);

-- What a trainer said of one person and one session.
create table attendance (
    id          uuid        not null primary key,
    session_id  uuid        not null references live_session,
    member_id   uuid        not null references member,
    status      text        not null,
    recorded_by uuid        not null references member,
    recorded_at timestamptz not null,
    constraint attendance_once unique (session_id, member_id),
    constraint attendance_status_known check (status in ('PRESENT', 'ABSENT')),
    constraint attendance_not_recorded_by_oneself check (recorded_by <> member_id)
);

grant select, insert on live_session to ${app-role};
grant select, insert, update on attendance to ${app-role};
