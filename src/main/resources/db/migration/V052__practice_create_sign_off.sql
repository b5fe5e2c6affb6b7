-- That somebody qualified went along with a learner, and found it good.
create table sign_off (
    id           uuid        not null primary key,
    enrolment_id uuid        not null references enrolment,
    module       text        not null,
    signed_by    uuid        not null references member,
    -- Where the learner is.
    day          date        not null,
    signed_at    timestamptz not null,
    constraint sign_off_once_a_day unique (enrolment_id, module, day)
);

grant select, insert on sign_off to ${app-role};
