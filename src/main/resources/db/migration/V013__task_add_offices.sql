-- A place can be given to whoever holds a role at a group, or to any active member of a group: then there is no role.
alter table assignment
    drop constraint assignment_office_is_whole,
    drop constraint assignment_belongs_to_somebody,
    add constraint assignment_office_is_whole check (office_role is null or office_group_id is not null),
    add constraint assignment_belongs_to_somebody
        check (member_id is not null
            or office_group_id is not null and status in ('OFFERED', 'EXPIRED', 'CANCELLED', 'MOVED'));
create index assignment_office_idx on assignment (office_group_id, id) where status = 'OFFERED' and member_id is null;
create index assignment_office_held_idx on assignment (id) where status = 'HELD' and office_group_id is not null;
