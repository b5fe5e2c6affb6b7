-- A purpose that tasks of a group and of those below it can belong to.
create table campaign (
    id         uuid        not null primary key,
    version    bigint      not null,
    group_id   uuid        not null references local_group,
    name       text        not null,
    goal       text,
    starts_on  date,
    ends_on    date,
    created_by uuid        not null references member,
    created_at timestamptz not null,
    constraint campaign_days_run_forward check (ends_on >= starts_on)
);
create index campaign_group_idx on campaign (group_id, id);

-- A campaign with a row here has been ended. In a table of its own, because writers who rely on the campaign keep its row
-- shared: ending it commits this first, which none of them holds up, and then waits for those in flight. See V006.
create table campaign_end (
    campaign_id uuid        not null primary key references campaign,
    ended_by    uuid        not null references member,
    ended_at    timestamptz not null default clock_timestamp()
);

-- Ended, or its last day is over; days are those of UTC.
create view over_campaign as
select c.id, coalesce(e.ended_at, cast(c.ends_on + 1 as timestamp) at time zone 'UTC') as since
from campaign c
left join campaign_end e on e.campaign_id = c.id
where e.campaign_id is not null or c.ends_on < cast(now() at time zone 'UTC' as date);

grant select, insert on campaign to ${app-role};
grant update (version, group_id, name, goal, starts_on, ends_on) on campaign to ${app-role};
grant select, insert on campaign_end to ${app-role};
grant select on over_campaign to ${app-role};
