-- The soonest that is not over, of one audience, remote or not; and the newest of what can be done at any time.
create index task_next_soonest_idx on task (scope_id, audience, remote, ends_at, id) where status = 'OPEN';
-- The nearest that is not over, of one audience; its first letter, because text makes keys of this kind wide and slow.
create index task_next_nearest_idx on task
    using gist (scope_id, ascii(audience), map_point, (coalesce(ends_at, 'infinity')))
    where status = 'OPEN' and map_point is not null;
-- The board of a group looks through its tasks without reading them.
drop index task_group_idx;
create index task_group_idx on task (group_id, status, id) include (ends_at);
-- Who took a course, for whoever looks after a task that needs it.
create index qualification_course_idx on qualification (course_id, member_id);
