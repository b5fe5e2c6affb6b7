-- Where else a suspension is in force: in the groups to which somebody was moved while it kept them from acting.
create table suspension_reach (
    suspension_id uuid not null references suspension,
    group_id      uuid not null references local_group,
    constraint suspension_reach_once primary key (suspension_id, group_id)
);

grant select, insert on suspension_reach to ${app-role};
