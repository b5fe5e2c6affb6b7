-- The nearest of one scope (a group, or a movement for what is for all of it) instead of the nearest of the whole movement,
-- nearly all of which are for other groups.
drop index task_next_nearest_idx;
create index task_next_nearest_idx on task using gist (scope_id, map_point, (coalesce(ends_at, 'infinity')))
    where status = 'OPEN' and map_point is not null;
-- Most scopes are small groups, but some are whole movements. PostgreSQL plans for the average: it would read all of a scope
-- and sort it. Told that scopes are few and large, it goes through the index in order and stops, which is right for both.
alter table task alter column scope_id set (n_distinct = 20);
analyze task;
