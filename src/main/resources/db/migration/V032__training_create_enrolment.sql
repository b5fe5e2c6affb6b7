-- Somebody on their way through one version of a course.
create table enrolment (
    id               uuid        not null primary key,
    course_id        uuid        not null references course,
    version_id       uuid        not null references course_version,
    member_id        uuid        not null references member,
    group_id         uuid        not null references local_group,
    purpose          text        not null,
    -- What it renews or brings up to date.
    renews_id        uuid references qualification,
    status           text        not null,
    begun_at         timestamptz not null,
    ended_at         timestamptz,
    qualification_id uuid references qualification,
    constraint enrolment_purpose_known check (purpose in ('WHOLE', 'REFRESH', 'CATCH_UP')),
    constraint enrolment_status_known check (status in ('ACTIVE', 'WAITING', 'COMPLETED', 'LEFT')),
    constraint enrolment_end_is_whole check ((status in ('COMPLETED', 'LEFT')) = (ended_at is not null)),
    constraint enrolment_completion_is_whole check ((status = 'COMPLETED') = (qualification_id is not null)),
    constraint enrolment_catches_up_with_something check (purpose <> 'CATCH_UP' or renews_id is not null)
);
-- One way through a course at a time, on however many devices.
create unique index enrolment_once on enrolment (member_id, course_id) where status in ('ACTIVE', 'WAITING');
create index enrolment_member_idx on enrolment (member_id, id);
create index enrolment_waiting_idx on enrolment (group_id, id) where status = 'WAITING';

create table enrolment_step (
    id             uuid     not null primary key,
    enrolment_id   uuid     not null references enrolment,
    position       smallint not null,
    module         text     not null,
    kind           text     not null,
    state          text     not null,
    link           text,
    note           text,
    comment        text,
    -- Attempts at a quiz that a trainer gave on top of those that everybody has.
    extra_attempts smallint not null,
    changed_at     timestamptz,
    -- Who found it good, or sent it back; empty when nobody had to.
    reviewed_by    uuid references member,
    constraint enrolment_step_once unique (enrolment_id, position),
    constraint enrolment_step_module_once unique (enrolment_id, module),
    constraint enrolment_step_kind_known
        check (kind in ('READING', 'VIDEO', 'QUIZ', 'ASSIGNMENT', 'LIVE_SESSION', 'PRACTICAL')),
    constraint enrolment_step_state_known check (state in ('OPEN', 'SUBMITTED', 'RETURNED', 'EXHAUSTED', 'DONE')),
    constraint enrolment_step_submission_is_a_link check (kind <> 'ASSIGNMENT' or state = 'OPEN' or link is not null)
);
create index enrolment_step_submitted_idx on enrolment_step (enrolment_id) where state = 'SUBMITTED';

grant select, insert, update on enrolment to ${app-role};
grant select, insert, update on enrolment_step to ${app-role};
