-- Work that comes again by a rule (RFC 5545). Times without a zone are those on the wall of the place: `zone` says where.
create table series (
    id               uuid        not null primary key,
    version          bigint      not null,
    group_id         uuid        not null references local_group,
    template_id      uuid references template,
    continues_id     uuid references series,
    content          jsonb       not null,
    rrule            text        not null,
    starts_on        timestamp   not null,
    zone             text        not null,
    duration_minutes integer     not null,
    publish          boolean     not null,
    -- From this occurrence on another series goes on.
    ends_before      timestamp,
    ended_at         timestamptz,
    -- When the first occurrence is that has not been made yet; empty when there are no more. Changed by the maker alone.
    next_at          timestamptz,
    created_by       uuid        not null references member,
    created_at       timestamptz not null,
    constraint series_is_an_object check (jsonb_typeof(content) = 'object'),
    constraint series_duration_in_range check (duration_minutes between 1 and 10080)
);
create index series_group_idx on series (group_id, id);
create index series_next_idx on series (next_at) where next_at is not null and ended_at is null;

create table series_skip (
    series_id  uuid      not null references series,
    occurrence timestamp not null,
    constraint series_skip_once primary key (series_id, occurrence)
);

alter table task
    add series_id  uuid references series,
    -- Which occurrence of the series this is, by its own rule: stays when the task itself is moved.
    add occurrence timestamp,
    -- Edited by itself: edits of the series leave it alone.
    add detached   boolean,
    add constraint task_occurrence_is_whole
        check ((series_id is null) = (occurrence is null) and (series_id is null) = (detached is null));
-- However many replicas look, each occurrence is made once.
create unique index task_occurrence_once on task (series_id, occurrence) where series_id is not null;

grant select, insert, update on series to ${app-role};
grant select, insert on series_skip to ${app-role};
