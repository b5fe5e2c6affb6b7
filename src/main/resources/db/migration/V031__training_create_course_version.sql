-- What a course consists of. The draft is edited; publishing makes a version, which never changes.
create table course_draft (
    course_id uuid   not null primary key references course,
    version   bigint not null,
    modules   jsonb  not null,
    constraint course_draft_is_a_list check (jsonb_typeof(modules) = 'array')
);

create table course_version (
    id           uuid        not null primary key,
    course_id    uuid        not null references course,
    number       integer     not null,
    modules      jsonb       not null,
    -- Whether those who are qualified already should do what is new.
    catch_up     boolean     not null,
    published_by uuid        not null references member,
    published_at timestamptz not null,
    constraint course_version_is_a_list check (jsonb_typeof(modules) = 'array' and jsonb_array_length(modules) > 0),
    constraint course_version_number_once unique (course_id, number),
    constraint course_version_counts check (number >= 1)
);

alter table qualification
    -- The version that its holder knows; empty when it was recorded by hand.
    add version_id uuid references course_version;

grant select, insert, update on course_draft to ${app-role};
grant select, insert on course_version to ${app-role};
