-- What waits for a trainer: also quizzes of which no attempt is left. The index on submitted steps alone is not needed any
-- more; a later release drops it.
create index enrolment_step_waiting_idx on enrolment_step (enrolment_id) where state in ('SUBMITTED', 'EXHAUSTED');
