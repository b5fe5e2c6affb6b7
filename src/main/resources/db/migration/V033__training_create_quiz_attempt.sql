-- One try at a quiz. What was drawn never changes; answers do until it is submitted.
create table quiz_attempt (
    id           uuid        not null primary key,
    enrolment_id uuid        not null references enrolment,
    module       text        not null,
    -- Counted per person and course: who leaves and enrols again has not more of them.
    course_id    uuid        not null references course,
    member_id    uuid        not null references member,
    number       smallint    not null,
    status       text        not null,
    drawn        jsonb       not null,
    -- What was answered and marked.
    sheet        jsonb       not null,
    percent      smallint,
    begun_at     timestamptz not null,
    submitted_at timestamptz,
    closed_at    timestamptz,
    marked_by    uuid references member,
    constraint quiz_attempt_status_known check (status in ('OPEN', 'SUBMITTED', 'PASSED', 'FAILED')),
    constraint quiz_attempt_number_once unique (enrolment_id, module, number),
    constraint quiz_attempt_submission_is_whole check ((status = 'OPEN') = (submitted_at is null)),
    constraint quiz_attempt_end_is_whole
        check ((status in ('PASSED', 'FAILED')) = (closed_at is not null)
           and (status in ('PASSED', 'FAILED')) = (percent is not null)),
    constraint quiz_attempt_not_marked_by_oneself check (marked_by <> member_id),
    constraint quiz_attempt_percent_counts check (percent between 0 and 100)
);
-- Two devices that begin at the same moment go on with the same attempt.
create unique index quiz_attempt_one_open on quiz_attempt (enrolment_id, module) where status in ('OPEN', 'SUBMITTED');
create index quiz_attempt_member_idx on quiz_attempt (member_id, course_id, module);

grant select, insert, update on quiz_attempt to ${app-role};
