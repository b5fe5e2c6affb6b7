-- Where else a suspension is in force: in the very groups to which somebody was moved while it kept them from acting, and in
-- the one of which a group where it was in force has become part.
create table suspension_reach (
    suspension_id uuid not null references suspension,
    group_id      uuid not null references local_group,
    constraint suspension_reach_once primary key (suspension_id, group_id)
);

-- Where people are suspended; `below`: also in every group below it.
create view suspension_in_force as
    select s.id as suspension_id, s.member_id, s.group_id, true as below
    from suspension s
    where s.lifted_at is null
    union all
    select s.id, s.member_id, r.group_id, false
    from suspension s join suspension_reach r on r.suspension_id = s.id
    where s.lifted_at is null;

grant select, insert on suspension_reach to ${app-role};
grant select on suspension_in_force to ${app-role};
