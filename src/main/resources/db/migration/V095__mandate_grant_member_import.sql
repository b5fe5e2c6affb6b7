-- Leads may bring people in from a file; see V015 for why, and why only along these grants.
with recursive lead (id) as (
    select id from mandate where role = 'LEAD' and granted_under is null
    union
    select m.id from mandate m join lead l on l.id = m.granted_under where m.role = 'LEAD'
)
update mandate m
set capabilities = array(select c from unnest(m.capabilities || '{MEMBER_IMPORT}') as c order by c)
from lead l
where l.id = m.id;
