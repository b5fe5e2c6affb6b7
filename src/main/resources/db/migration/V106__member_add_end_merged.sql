-- One of two memberships of a group that turn out to be one person's.
alter table membership drop constraint membership_end_reason_known;
alter table membership add constraint membership_end_reason_known
    check (end_reason in ('LEFT', 'DECLINED', 'WITHDRAWN', 'REMOVED', 'MOVED', 'CLOSED', 'MERGED')) not valid;
