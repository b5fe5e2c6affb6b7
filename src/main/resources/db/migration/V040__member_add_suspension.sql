-- Somebody is kept from acting in a part of the tree for a time. What it did is undone exactly by lifting it.
create table suspension (
    id            uuid        not null primary key,
    member_id     uuid        not null references member,
    group_id      uuid        not null references local_group,
    reason        text        not null,
    suspended_by  uuid        not null references member,
    under_mandate uuid        not null,
    suspended_at  timestamptz not null,
    until         timestamptz not null,
    lifted_at     timestamptz,
    lifted_by     uuid references member,
    constraint suspension_by_somebody_else check (suspended_by <> member_id),
    constraint suspension_lifted_by_somebody_else check (lifted_by <> member_id),
    constraint suspension_runs_forward check (until > suspended_at),
    -- Nobody lifts what ends by itself.
    constraint suspension_lift_is_whole check (lifted_by is null or lifted_at is not null)
);
create unique index suspension_once on suspension (member_id, group_id) where lifted_at is null;
create index suspension_group_idx on suspension (group_id, id);
create index suspension_due_idx on suspension (until) where lifted_at is null;

alter table membership drop constraint membership_status_known;
alter table membership add constraint membership_status_known
    check (status in ('REQUESTED', 'INVITED', 'ACTIVE', 'SUSPENDED', 'ENDED'));
alter table membership add column suspension_id uuid references suspension;
alter table membership add constraint membership_suspension_is_whole
    check ((status = 'SUSPENDED') = (suspension_id is not null));
create index membership_suspension_idx on membership (suspension_id) where suspension_id is not null;

grant select, insert on suspension to ${app-role};
grant update (lifted_at, lifted_by) on suspension to ${app-role};
