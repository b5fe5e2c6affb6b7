alter table assignment
    -- When somebody verified or rejected the result.
    add verified_at timestamptz,
    add constraint assignment_verdict_is_somebodys check (verified_at is null or verified_by is not null),
    add constraint assignment_steps_count_from_zero check (0 <= all (steps_done));
-- The journal has known it all along.
update assignment a
set verified_at = coalesce(
    (select max(j.at) from journal j
     where j.subject_id = a.id and j.type in ('assignment.verified', 'assignment.rejected')),
    a.ended_at, a.completed_at)
where verified_by is not null;
-- What waits to be verified, oldest first.
create index assignment_to_verify_idx on assignment (completed_at, id) where status = 'DONE';
-- What somebody verified, since a moment.
create index assignment_verifier_idx on assignment (verified_by, verified_at) where status = 'VERIFIED';
