-- Which open tasks a course opens, for who thinks of taking it.
create index task_required_course_idx on task (required_course_id, id)
    where status = 'OPEN' and required_course_id is not null;
