-- A call to people near a place that somebody dropped out of shortly before the start.
create table rescue (
    id        uuid        not null primary key,
    version   bigint      not null,
    task_id   uuid        not null references task,
    people    integer     not null,
    called_at timestamptz not null,
    until     timestamptz not null,
    result    text,
    ended_at  timestamptz,
    constraint rescue_people_count check (people >= 0),
    constraint rescue_runs_forward check (until >= called_at),
    constraint rescue_result_known check (result in ('RESCUED', 'UNRESCUED', 'STOPPED')),
    constraint rescue_end_is_whole check ((result is null) = (ended_at is null))
);
create unique index rescue_one_at_a_time on rescue (task_id) where ended_at is null;
create index rescue_task_idx on rescue (task_id, called_at);

create table rescue_call (
    id        uuid        not null primary key,
    rescue_id uuid        not null references rescue,
    task_id   uuid        not null references task,
    member_id uuid        not null references member,
    until     timestamptz not null,
    constraint rescue_call_once unique (rescue_id, member_id)
);
create index rescue_call_member_idx on rescue_call (member_id, until);

-- Work that begins soon and may still have a place.
create index task_start_idx on task (starts_at) where status = 'OPEN' and starts_at is not null;
-- People near a place, by the band of latitude.
create index person_home_idx on person (latitude) where latitude is not null;

grant select, insert, update on rescue to ${app-role};
grant select, insert on rescue_call to ${app-role};
