-- That somebody undid what one person did since a moment, and why. What it did is in the journal, hold by hold.
create table work_undo (
    id         uuid        not null primary key,
    group_id   uuid        not null references local_group,
    member_id  uuid        not null references member,
    since      timestamptz not null,
    reason     text        not null,
    undone_by  uuid        not null references member,
    undone_at  timestamptz not null,
    holds      integer     not null,
    results    integer     not null,
    verdicts   integer     not null,
    left_over  integer     not null,
    constraint work_undo_by_somebody_else check (undone_by <> member_id),
    constraint work_undo_counts check (holds >= 0 and results >= 0 and verdicts >= 0 and left_over >= 0)
);
create index work_undo_member_idx on work_undo (member_id);

grant select, insert on work_undo to ${app-role};

-- Leads, and the organisers that leads or courses made, may undo; see V015 for why, and why only along these grants.
with recursive lead (id) as (
    select id from mandate where role = 'LEAD' and granted_under is null
    union
    select m.id from mandate m join lead l on l.id = m.granted_under where m.role = 'LEAD'
),
entitled (id) as (
    select id from lead
    union
    select id from mandate
    where role = 'ORGANISER' and (granted_under is null or granted_under in (select id from lead))
)
update mandate m
set capabilities = array(select c from unnest(m.capabilities || '{WORK_UNDO}') as c order by c)
from entitled e
where e.id = m.id;
