-- Meetings that another feature plans, as live sessions of courses. Whoever plans them opens no work: they do not count
-- towards the end of a probation.
alter table task add gathering boolean not null default false;
update task set gathering = true where id in (select task_id from live_session);
