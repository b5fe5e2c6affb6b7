-- A mandate may be for the tasks of one campaign, for some kinds of work, for tasks with so many places at most.
alter table mandate
    add column campaign_id uuid references campaign,
    add column kinds       text[],
    add column max_places  integer,
    add constraint mandate_kinds_are_some check (cardinality(kinds) between 1 and 20),
    add constraint mandate_places_in_range check (max_places between 1 and 10000),
    -- A role is an office: whoever holds it answers for everything that goes with it.
    add constraint mandate_limited_has_no_role
        check (role is null or campaign_id is null and kinds is null and max_places is null),
    -- What is not about a task is within no limits. What one hands on from it is as limited.
    add constraint mandate_limited_is_about_tasks
        check (campaign_id is null and kinds is null and max_places is null
            or capabilities <@ array['TASK_CREATE', 'TASK_EDIT', 'TASK_ASSIGN', 'TASK_VERIFY', 'TASK_REVIEW',
                                     'ASSIGNMENT_READ', 'MANDATE_GRANT']),
    add constraint mandate_limited_is_handed_on
        check (campaign_id is null and kinds is null and max_places is null or source in ('APPOINTED', 'DELEGATED')),
    drop constraint mandate_lapses_after_its_term,
    add constraint mandate_lapses_after_its_term check (lapsed_at >= valid_until or campaign_id is not null);
create index mandate_campaign_idx on mandate (campaign_id)
    where campaign_id is not null and revoked_at is null and lapsed_at is null;

-- What acts without limits. Whoever asks for mandates by what they allow asks here, and a limited one is not among them:
-- replicas of the version before, too.
create or replace view live_mandate as
select m.* from mandate m
where m.revoked_at is null
  and (not m.needs_confirmation or m.confirmed_at is not null)
  and m.valid_from <= now() and (m.valid_until is null or m.valid_until > now())
  and not exists (select 1 from mandate_stop s where s.mandate_id = m.id and s.undone_at is null)
  and m.campaign_id is null and m.kinds is null and m.max_places is null;

-- The same and what acts within limits, unless its campaign is over.
create view acting_mandate as
select m.* from mandate m
where m.revoked_at is null
  and (not m.needs_confirmation or m.confirmed_at is not null)
  and m.valid_from <= now() and (m.valid_until is null or m.valid_until > now())
  and not exists (select 1 from mandate_stop s where s.mandate_id = m.id and s.undone_at is null)
  and (m.campaign_id is null or not exists (select 1 from over_campaign o where o.id = m.campaign_id));

grant select on acting_mandate to ${app-role};

-- A version that knows no limits would hand on from a limited mandate what has none: it may run beside this one while a new
-- version is rolled out.
create function mandate_keeps_limits() returns trigger language plpgsql as $$
begin
    if exists (
        select 1 from mandate p
        where p.id = new.granted_under
          and (p.campaign_id is not null and new.campaign_id is distinct from p.campaign_id
               or p.kinds is not null and (p.kinds @> new.kinds) is not true
               or p.max_places is not null and (new.max_places <= p.max_places) is not true)
    ) then
        raise check_violation using message = 'A mandate is at least as limited as the one it was granted under',
            constraint = 'mandate_as_limited_as_its_parent';
    end if;
    return new;
end
$$;
create trigger mandate_keeps_limits before insert on mandate
    for each row when (new.granted_under is not null) execute function mandate_keeps_limits();
