-- That a group has earned its certification. One row for each group that ever has; without one it is not certified.
create table certification (
    id        uuid        not null primary key,
    group_id  uuid        not null references local_group,
    status    text        not null,
    earned_at timestamptz not null,
    -- Announced when something is missing, and kept: a change of the configuration shortens nobody's time.
    lapses_at timestamptz,
    lapsed_at timestamptz,
    constraint certification_once_per_group unique (group_id),
    constraint certification_status_known check (status in ('CERTIFIED', 'WARNED', 'LAPSED')),
    constraint certification_warning_is_whole check ((status = 'WARNED') = (lapses_at is not null)),
    constraint certification_lapse_is_whole check ((status = 'LAPSED') = (lapsed_at is not null))
);

grant select, insert on certification to ${app-role};
grant update (status, earned_at, lapses_at, lapsed_at) on certification to ${app-role};
