-- What is asked for again and again, written once: everything of a task but when.
create table template (
    id               uuid        not null primary key,
    version          bigint      not null,
    group_id         uuid        not null references local_group,
    name             text        not null,
    content          jsonb       not null,
    duration_minutes integer,
    retired_at       timestamptz,
    created_by       uuid        not null references member,
    created_at       timestamptz not null,
    constraint template_is_an_object check (jsonb_typeof(content) = 'object'),
    constraint template_duration_in_range check (duration_minutes between 1 and 10080)
);
create index template_group_idx on template (group_id, id);

grant select, insert, update on template to ${app-role};
