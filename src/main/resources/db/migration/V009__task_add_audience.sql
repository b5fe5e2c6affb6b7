-- Who may see and claim an open task. The movement is the root of the group's tree; a group never moves, so it never
-- changes either.
alter table task
    add audience    text not null default 'GROUP',
    add audience_km integer,
    add movement_id uuid references local_group;
update task t
set movement_id = m.id
from local_group g
join local_group m on m.path = split_part(g.path, '.', 1)
where g.id = t.group_id;
alter table task
    alter movement_id set not null,
    add constraint task_audience_known check (audience in ('GROUP', 'BRANCH', 'MOVEMENT', 'NEARBY', 'INVITED')),
    add constraint task_audience_is_whole check ((audience = 'NEARBY') = (audience_km is not null)),
    add constraint task_nearby_has_position check (audience <> 'NEARBY' or latitude is not null),
    add constraint task_audience_km_in_range check (audience_km between 1 and 500);
create index task_movement_idx on task (movement_id, id) where audience in ('MOVEMENT', 'NEARBY');

create table task_invitation (
    task_id    uuid        not null references task,
    member_id  uuid        not null references member,
    invited_by uuid        not null references member,
    invited_at timestamptz not null default now(),
    constraint task_invitation_once primary key (task_id, member_id)
);
create index task_invitation_member_idx on task_invitation (member_id);

-- Great-circle distance in kilometres by the haversine formula (R. W. Sinnott, "Virtues of the Haversine", 1984) on a
-- sphere of the earth's mean radius, 6371.0088 km (IUGG). Null when a place is not known.
create function distance_km(lat1 double precision, lon1 double precision, lat2 double precision, lon2 double precision)
    returns double precision
    language sql immutable parallel safe
return 2 * 6371.0088 * asin(least(1, sqrt(
    power(sin(radians(lat2 - lat1) / 2), 2)
    + cos(radians(lat1)) * cos(radians(lat2)) * power(sin(radians(lon2 - lon1) / 2), 2))));

grant select, insert, delete on task_invitation to ${app-role};
