-- By itself: reads the whole table under a lock that lets everybody go on.
alter table membership validate constraint membership_end_reason_known;
