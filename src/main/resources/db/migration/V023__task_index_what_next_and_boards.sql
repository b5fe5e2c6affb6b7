-- The soonest that is not over, of one audience, remote or not; and the newest of what can be done at any time.
create index task_next_soonest_idx on task (scope_id, audience, remote, ends_at, id) where status = 'OPEN';
-- The nearest that is not over; the end is in it so that open tasks that are over are passed by without being read.
create index task_next_nearest_idx on task using gist (movement_id, map_point, (coalesce(ends_at, 'infinity')))
    where status = 'OPEN' and map_point is not null;
-- The board of a group looks through its tasks without reading them.
drop index task_group_idx;
create index task_group_idx on task (group_id, status, id) include (ends_at);
-- Who took a course, for whoever looks after a task that needs it.
create index qualification_course_idx on qualification (course_id, member_id);
