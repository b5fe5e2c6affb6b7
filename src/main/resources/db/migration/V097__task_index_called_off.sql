-- What was called off, for the calendars of groups. It depends on no column that claims change.
create index task_called_off_idx on task (movement_id, ends_at)
    where status = 'CANCELLED' and audience = 'MOVEMENT' and ends_at is not null;
