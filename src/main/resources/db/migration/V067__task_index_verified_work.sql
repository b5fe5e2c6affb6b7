-- What others verified lately, for all groups at once. Without it every sweep would read the work of all time.
create index assignment_verified_idx on assignment (completed_at, task_id)
    where status = 'VERIFIED' and verified_by is not null;
