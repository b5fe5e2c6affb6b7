-- "group" is a word of SQL, so the table of groups is local_group.
create table local_group (
    id          uuid        not null primary key,
    version     bigint      not null,
    parent_id   uuid references local_group,
    slug        text        not null,
    path        text        not null,
    name        text        not null,
    join_policy text        not null,
    zone        text        not null,
    latitude    numeric(8, 5),
    longitude   numeric(8, 5),
    electorate  integer,
    external_id text,
    created_at  timestamptz not null,
    constraint local_group_path_once unique (path),
    constraint local_group_slug_shape check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    constraint local_group_path_ends_with_slug
        check (path = slug and parent_id is null or path like '%.' || slug and parent_id is not null),
    constraint local_group_join_policy_known check (join_policy in ('OPEN', 'REQUEST', 'INVITATION')),
    constraint local_group_position_is_whole check ((latitude is null) = (longitude is null)),
    constraint local_group_latitude_on_earth check (latitude between -90 and 90),
    constraint local_group_longitude_on_earth check (longitude between -180 and 180),
    constraint local_group_electorate_counts check (electorate >= 0)
);
create index local_group_branch_idx on local_group (path text_pattern_ops);
create index local_group_parent_idx on local_group (parent_id);
create index local_group_latitude_idx on local_group (latitude);

grant select, insert on local_group to ${app-role};
-- A slug never changes and a group never moves: their columns are not among those that may be updated.
grant update (version, name, join_policy, zone, latitude, longitude, electorate, external_id) on local_group to ${app-role};
