-- A kind of work and how it can turn out, in a group and everywhere below it. A group may have its own of the same code.
create table task_kind (
    id       uuid   not null primary key,
    version  bigint not null,
    group_id uuid   not null references local_group,
    code     text   not null,
    label    text   not null,
    constraint task_kind_once unique (group_id, code),
    constraint task_kind_code_is_words check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);

create table task_kind_outcome (
    kind_id     uuid    not null references task_kind,
    position    integer not null,
    code        text    not null,
    label       text    not null,
    effect      text    not null,
    asks_number boolean not null,
    constraint task_kind_outcome_in_order primary key (kind_id, position),
    -- An edit moves outcomes one by one: two may share a code until it is through.
    constraint task_kind_outcome_once unique (kind_id, code) deferrable initially deferred,
    constraint task_kind_outcome_code_is_words check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    constraint task_kind_outcome_effect_known check (effect in ('CLOSES', 'REOPENS'))
);

grant select, insert, update on task_kind to ${app-role};
grant select, insert, update, delete on task_kind_outcome to ${app-role};

-- A mandate keeps the capabilities that its role had when it was granted. Without this one a lead could no longer appoint
-- another lead, who would have more. Only along grants of the role itself, so that nobody gets more than who granted it
-- has (I-20).
with recursive lead (id) as (
    select id from mandate where role = 'LEAD' and granted_under is null
    union
    select m.id from mandate m join lead l on l.id = m.granted_under where m.role = 'LEAD'
)
update mandate m
set capabilities = array(select c from unnest(m.capabilities || '{KIND_MANAGE}') as c order by c)
from lead l
where l.id = m.id;
