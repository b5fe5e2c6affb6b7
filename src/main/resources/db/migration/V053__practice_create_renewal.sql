-- Which work renews the qualification of a course without a refresher; none, when only a refresher does.
create table renewal (
    id        uuid   not null primary key,
    version   bigint not null,
    course_id uuid   not null references course,
    kind      text,
    results   integer,
    months    integer,
    -- Whoever set it renews by a refresher: nobody makes it easier for themselves.
    set_by    uuid   not null references member,
    constraint renewal_once unique (course_id),
    constraint renewal_work_is_whole check ((kind is null) = (results is null) and (kind is null) = (months is null)),
    constraint renewal_results_in_range check (results between 1 and 1000),
    constraint renewal_months_in_range check (months between 1 and 60)
);

grant select, insert, update on renewal to ${app-role};

-- Whose qualification of a course runs out soon: asked in every round.
create index qualification_course_expiry_idx on qualification (course_id, expires_at)
    where withdrawn_at is null and expires_at is not null;
