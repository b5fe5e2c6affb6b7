-- A task can wait until others are done.
alter table task
    add needs      uuid[]      not null default '{}',
    -- Since when its organisers know that it will not open by itself.
    add blocked_at timestamptz,
    add constraint task_needs_are_few check (cardinality(needs) <= 20),
    add constraint task_needs_another check (not id = any (needs)),
    add constraint task_blocked_is_waiting check (blocked_at is null or status in ('WAITING', 'CANCELLED'));
create index task_waiting_idx on task (id) where status = 'WAITING';

-- Whether what others wait for has happened: every place is verified; or nobody else is taken, at least one result is
-- verified, and none is outstanding.
create function task_is_done(needed uuid)
    returns boolean
    language sql stable parallel safe
return (
    select count(*) filter (where a.status = 'VERIFIED') >= t.capacity
        or t.status = 'CLOSED'
           and count(*) filter (where a.status = 'VERIFIED') > 0
           and count(*) filter (where a.status in ('OFFERED', 'HELD', 'DONE')) = 0
    from task t
    left join assignment a on a.task_id = t.id
    where t.id = needed
    group by t.id);
