-- A claim, and what next, ask how many results of somebody were verified, how many were rejected, and how many holds lapsed:
-- each by an index that has those alone, instead of reading all that they ever held three times. A new hold is in none of them.
create index assignment_verified_of_member_idx on assignment (member_id)
    where status = 'VERIFIED' and verified_by is not null;
create index assignment_rejected_of_member_idx on assignment (member_id, ended_at)
    where status in ('REJECTED', 'UNDONE');
create index assignment_lapsed_of_member_idx on assignment (member_id, ended_at)
    where status = 'EXPIRED' and held_at is not null or status = 'NO_SHOW' or late;
