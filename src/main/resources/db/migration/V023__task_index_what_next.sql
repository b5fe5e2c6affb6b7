-- The soonest that is not over, of one audience, remote or not; and the newest of what can be done at any time.
create index task_next_soonest_idx on task (scope_id, audience, remote, ends_at, id) where status = 'OPEN';
-- The nearest that is not over, of one audience.
create index task_next_nearest_idx on task
    using gist (scope_id, audience, map_point, (coalesce(ends_at, 'infinity')))
    where status = 'OPEN' and map_point is not null;
