-- Movements that are made up for a client to try things in. What is in one goes; that there was one stays.
create table sandbox (
    id             uuid        not null primary key,
    issuer_key     text        not null,
    client_id      text        not null,
    path           text        not null unique,
    group_id       uuid unique,
    integration_id uuid,
    created_at     timestamptz not null,
    ends_at        timestamptz not null,
    wiped_at       timestamptz,
    constraint sandbox_path_is_of_its_own check (path ~ '^sandbox-[0-9a-f]{12}$'),
    constraint sandbox_runs_forward check (ends_at > created_at)
);
create unique index sandbox_one_for_each_client on sandbox (issuer_key, client_id) where wiped_at is null;
create index sandbox_end_idx on sandbox (ends_at) where wiped_at is null;
comment on column sandbox.group_id is 'Its movement, and the key to what may be removed; without a reference, because that goes too.';

create table sandbox_person (
    member_id  uuid not null primary key,
    sandbox_id uuid not null references sandbox
);
create index sandbox_person_sandbox_idx on sandbox_person (sandbox_id);
comment on table sandbox_person is 'Who was made up for it.';

-- Removes what is in a sandbox, and refuses as a whole if anything of it is not only in it: if one of its people has an
-- account, belongs or has authority elsewhere, if somebody else has authority in it, or if anything elsewhere refers to it.
-- Memberships of others in its groups go with the groups: whoever sees them can join them. The service may remove no such rows
-- itself, nor any of the journal; by this it may, for movements that it has made up, and for no other.
create function wipe_sandbox(the_sandbox uuid) returns bigint language plpgsql security definer
set search_path = public, pg_temp as $$
declare
    the_groups   uuid[];
    the_people   uuid[];
    the_tasks    uuid[];
    the_mandates uuid[];
    removed      bigint;
begin
    the_groups := array(
        with recursive branch (id) as (
            select g.id from sandbox s join local_group g on g.id = s.group_id
            where s.id = the_sandbox and s.wiped_at is null and g.parent_id is null and g.path = s.path
            union all
            select g.id from local_group g join branch b on g.parent_id = b.id)
        select id from branch);
    the_people := array(
        select p.member_id from sandbox_person p join sandbox s on s.id = p.sandbox_id
        where s.id = the_sandbox and s.wiped_at is null
        union
        select i.member_id from integration i where i.group_id = any (the_groups));
    the_tasks := array(select t.id from task t where t.group_id = any (the_groups));
    the_mandates := array(select m.id from mandate m where m.group_id = any (the_groups));
    if exists (select 1 from identity i where i.member_id = any (the_people))
        or exists (select 1 from membership m where m.member_id = any (the_people) and m.group_id <> all (the_groups))
        or exists (select 1 from mandate m where m.member_id = any (the_people) and m.group_id <> all (the_groups))
        or exists (select 1 from mandate m where m.group_id = any (the_groups) and m.member_id <> all (the_people))
        or exists (select 1 from integration i where i.member_id = any (the_people) and i.group_id <> all (the_groups))
    then
        raise exception 'sandbox % is not only a sandbox', the_sandbox;
    end if;

    delete from webhook_delivery d using webhook w where w.id = d.webhook_id and w.group_id = any (the_groups);
    delete from webhook_progress p using webhook w where w.id = p.webhook_id and w.group_id = any (the_groups);
    delete from webhook where group_id = any (the_groups);
    delete from signup where group_id = any (the_groups);
    delete from waiter where task_id = any (the_tasks);
    delete from assignment where task_id = any (the_tasks);
    delete from task_invitation where task_id = any (the_tasks);
    delete from task_keeper where task_id = any (the_tasks);
    delete from task_entrusted where task_id = any (the_tasks);
    delete from task_revision where task_id = any (the_tasks);
    delete from task where id = any (the_tasks);
    delete from certification where group_id = any (the_groups);
    delete from daily_budget where member_id = any (the_people);
    delete from person_look where member_id = any (the_people);
    delete from integration where group_id = any (the_groups);
    delete from mandate_ending_item i using mandate_ending e
    where e.id = i.ending_id and e.mandate_id = any (the_mandates);
    delete from mandate_ending where mandate_id = any (the_mandates);
    delete from mandate_stop where mandate_id = any (the_mandates);
    delete from mandate where id = any (the_mandates);
    delete from membership where group_id = any (the_groups);
    delete from sandbox_person where sandbox_id = the_sandbox and member_id = any (the_people);
    delete from person where member_id = any (the_people);
    delete from member where id = any (the_people);
    delete from local_group where id = any (the_groups);
    delete from idempotency_key where subject_id in (
        select j.subject_id from journal j where j.group_id = any (the_groups));
    delete from journal
    where group_id = any (the_groups) or group_id is null and subject_id = any (the_people);
    get diagnostics removed = row_count;
    return removed;
end $$;
revoke all on function wipe_sandbox(uuid) from public;
grant execute on function wipe_sandbox(uuid) to ${app-role};

grant select, insert on sandbox to ${app-role};
grant update (group_id, integration_id, wiped_at) on sandbox to ${app-role};
grant select, insert on sandbox_person to ${app-role};
