-- What somebody on probation publishes waits until somebody else has looked at it. A task that waits for that is WAITING,
-- as one that waits for other tasks; one that was sent back is a DRAFT again, with the reason.
alter table task
    add review        text,
    add review_since  timestamptz,
    add reviewed_by   uuid references member,
    add reviewed_at   timestamptz,
    add review_reason text,
    add constraint task_review_known check (review in ('WAITING', 'RELEASED', 'RETURNED')),
    add constraint task_review_has_begun check ((review is null) = (review_since is null)),
    add constraint task_review_keeps_it_back check (review <> 'WAITING' or status = 'WAITING'),
    add constraint task_review_sent_it_back check (review <> 'RETURNED' or status = 'DRAFT'),
    add constraint task_review_verdict_is_whole
        check (coalesce(review in ('RELEASED', 'RETURNED'), false) = (reviewed_by is not null)
           and (reviewed_by is null) = (reviewed_at is null)),
    add constraint task_review_returned_with_reason
        check (coalesce(review = 'RETURNED', false) = (review_reason is not null)),
    add constraint task_reviewed_by_somebody_else check (reviewed_by <> created_by);
create index task_review_idx on task (group_id, id) where status = 'WAITING' and review = 'WAITING';
-- How many tasks of somebody have been open: who has enough of them is not on probation.
create index task_opened_idx on task (created_by, movement_id)
    where opened_at is not null or status in ('OPEN', 'CLOSED');

-- Who made the series was on probation then: its tasks wait too, until that is over.
alter table series add on_probation boolean not null default false;
