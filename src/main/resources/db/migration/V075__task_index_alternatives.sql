-- What else there is in a group for who came too late: the soonest come first, and twenty are enough. Without it a refused claim
-- sorts all open tasks of the group.
create index task_alternatives_idx on task (group_id, starts_at, id) where status = 'OPEN';
