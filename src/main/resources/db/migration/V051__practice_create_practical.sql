-- What makes a PRACTICAL of a course done, whichever version somebody takes: verified work, sign-offs, or both.
create table practical (
    id        uuid   not null primary key,
    version   bigint not null,
    course_id uuid   not null references course,
    module    text   not null,
    kind      text,
    results   integer,
    sign_offs integer,
    -- Of whom a trainer says that it is done: nobody makes their own way shorter.
    set_by    uuid   not null references member,
    constraint practical_once unique (course_id, module),
    constraint practical_work_is_whole check ((kind is null) = (results is null)),
    constraint practical_results_in_range check (results between 1 and 100),
    constraint practical_sign_offs_in_range check (sign_offs between 1 and 20)
);

grant select, insert, update on practical to ${app-role};

-- Who is on the way through a course: asked when the work of all of them is looked at.
create index enrolment_course_idx on enrolment (course_id, id) where status = 'ACTIVE';
