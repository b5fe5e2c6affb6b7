-- A hand-over that was taken back or turned down keeps the person and has no end any more: who comes too late is told so,
-- instead of being told that there is no such assignment.
alter table assignment
    drop constraint assignment_handover_is_whole,
    add constraint assignment_handover_is_whole check (handover_until is null or handover_to is not null);
