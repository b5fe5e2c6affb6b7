create table course (
    id           uuid        not null primary key,
    version      bigint      not null,
    group_id     uuid        not null references local_group,
    title        text        not null,
    description  text        not null,
    valid_months smallint,
    award_role   text,
    award_months smallint,
    award_set_by uuid references member,
    created_at   timestamptz not null,
    constraint course_validity_counts check (valid_months between 1 and 120),
    constraint course_award_is_whole
        check ((award_role is null) = (award_months is null) and (award_role is null) = (award_set_by is null)),
    constraint course_award_role_known check (award_role in ('LEAD', 'ORGANISER', 'TRAINER', 'VERIFIER', 'STEWARD')),
    constraint course_award_term_counts check (award_months between 1 and 120)
);
create index course_group_idx on course (group_id, id);

create table qualification (
    id           uuid        not null primary key,
    course_id    uuid        not null references course,
    member_id    uuid        not null references member,
    group_id     uuid        not null references local_group,
    completed_at timestamptz not null,
    expires_at   timestamptz,
    recorded_by  uuid        not null references member,
    created_at   timestamptz not null,
    constraint qualification_not_by_oneself check (recorded_by <> member_id),
    constraint qualification_runs_forward check (expires_at > completed_at)
);
create index qualification_member_idx on qualification (member_id, course_id, expires_at);

alter table mandate
    add constraint mandate_qualification_fk foreign key (qualification_id) references qualification;

grant select, insert, update on course to ${app-role};
grant select, insert, update on qualification to ${app-role};
