-- btree_gist: equality of a member and overlap of times in one exclusion constraint. It is a trusted extension, so that
-- the owner of the database may create it.
create extension if not exists btree_gist;

alter table task
    -- The end of the work, and for work at a place the way to the next.
    add busy_until           timestamptz,
    -- When somebody who does it cannot be elsewhere.
    add busy                 tstzrange generated always as
        (case when starts_at is not null then tstzrange(starts_at, busy_until) end) stored,
    add revision             integer not null default 1,
    add kind                 text,
    add steps                text[]  not null default '{}',
    add verification         text    not null default 'ALWAYS',
    add verification_percent integer,
    add verification_first   integer;
update task set busy_until = ends_at;
alter table task
    add constraint task_busy_is_whole check ((busy_until is null) = (ends_at is null) and busy_until >= ends_at),
    drop constraint task_status_known,
    add constraint task_status_known check (status in ('DRAFT', 'WAITING', 'OPEN', 'CLOSED', 'CANCELLED')),
    add constraint task_revision_counts check (revision >= 1),
    add constraint task_verification_known check (verification in ('NONE', 'SAMPLE', 'ALWAYS', 'NEW_PEOPLE')),
    add constraint task_verification_is_whole
        check ((verification = 'SAMPLE') = (verification_percent is not null)
           and (verification = 'NEW_PEOPLE') = (verification_first is not null)),
    add constraint task_verification_percent_in_range check (verification_percent between 1 and 99),
    add constraint task_verification_first_in_range check (verification_first between 1 and 100);

alter table assignment
    -- Nobody while a place waits for whoever holds an office.
    alter member_id drop not null,
    add source          text        not null default 'CLAIM',
    -- When the person took it; before that it was only offered.
    add held_at         timestamptz,
    -- The lease and its grace: from then on the sweeper frees the place.
    add expires_at      timestamptz,
    add warn_at         timestamptz,
    add extensions      smallint    not null default 0,
    -- Given back so late before the start that it counts like a lapse.
    add late            boolean     not null default false,
    -- When the holder cannot be elsewhere, with the way to the next place.
    add busy            tstzrange,
    -- Which version of the instructions the holder has seen.
    add revision        integer     not null default 1,
    add steps_done      integer[]   not null default '{}',
    add evidence        text,
    add moved_to        uuid references assignment,
    add handover_to     uuid references member,
    add handover_until  timestamptz,
    add office_role     text,
    add office_group_id uuid references local_group;
-- Holds of before this rule stay, even where two of them overlap: the later one does not count as busy.
update assignment a
set source     = case when assigned_by is null then 'CLAIM' else 'OFFER' end,
    held_at    = case when status in ('OFFERED', 'DECLINED') then null else a.created_at end,
    expires_at = lease_until,
    busy       = (select t.busy from task t where t.id = a.task_id);
update assignment a
set busy = null
where status in ('HELD', 'DONE', 'VERIFIED') and exists (
    select 1 from assignment b
    where b.member_id = a.member_id and b.id < a.id and b.busy && a.busy
      and b.status in ('HELD', 'DONE', 'VERIFIED'));
alter table assignment
    alter expires_at set not null,
    drop constraint assignment_status_known,
    drop constraint assignment_offer_is_given,
    drop constraint assignment_done_has_outcome,
    drop constraint assignment_end_is_whole,
    add constraint assignment_status_known check (status in
        ('OFFERED', 'HELD', 'DONE', 'VERIFIED', 'DECLINED', 'RELEASED', 'EXPIRED', 'REJECTED', 'CANCELLED',
         'MOVED', 'ATTEMPTED', 'NO_SHOW', 'UNDONE')),
    add constraint assignment_source_known
        check (source in ('CLAIM', 'OFFER', 'WAITLIST', 'HANDOVER', 'MOVE', 'OFFICE')),
    add constraint assignment_offer_is_given check (source not in ('OFFER', 'MOVE') or assigned_by is not null),
    add constraint assignment_held_since check (status not in ('HELD', 'DONE', 'VERIFIED') or held_at is not null),
    add constraint assignment_grace_follows_lease check (expires_at >= lease_until),
    add constraint assignment_done_has_outcome
        check (status not in ('DONE', 'VERIFIED', 'REJECTED', 'ATTEMPTED', 'UNDONE') or completed_at is not null),
    add constraint assignment_end_is_whole
        check ((status in ('DECLINED', 'RELEASED', 'EXPIRED', 'REJECTED', 'CANCELLED', 'MOVED', 'ATTEMPTED', 'NO_SHOW',
                           'UNDONE')) = (ended_at is not null)),
    add constraint assignment_moved_is_whole check ((status = 'MOVED') = (moved_to is not null)),
    add constraint assignment_handover_is_whole check ((handover_to is null) = (handover_until is null)),
    add constraint assignment_handover_to_somebody_else check (handover_to <> member_id),
    add constraint assignment_office_is_whole check ((office_role is null) = (office_group_id is null)),
    add constraint assignment_belongs_to_somebody
        check (member_id is not null or office_role is not null and status in ('OFFERED', 'EXPIRED', 'CANCELLED', 'MOVED')),
    -- Nobody is in two places at once (I-04).
    add constraint assignment_one_place_at_a_time exclude using gist (member_id with =, busy with &&)
        where (busy is not null and status in ('HELD', 'DONE', 'VERIFIED'));
drop index assignment_lease_idx;
create index assignment_expiry_idx on assignment (expires_at) where status in ('OFFERED', 'HELD');
create index assignment_warning_idx on assignment (warn_at) where status = 'HELD' and warn_at is not null;
create index assignment_open_idx on assignment (member_id) where status = 'HELD';
create index assignment_handover_idx on assignment (handover_to) where status = 'HELD' and handover_to is not null;
