package org.barnstorm.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What must hold under any interleaving, asked of the tables themselves after every concurrency test. The whole database
 * is checked: what other tests left must hold as well. The numbers are those of docs/invariants.md.
 */
public enum Invariants {
    I_01("No task has more holds than places", """
            select t.id from task t join assignment a on a.task_id = t.id
            where a.status in ('OFFERED', 'HELD', 'DONE', 'VERIFIED')
            group by t.id, t.capacity having count(*) > t.capacity
            """),
    I_02("The counter of a task equals the number of its holds", """
            select t.id from task t
            where t.taken <> (select count(*) from assignment a where a.task_id = t.id
                              and a.status in ('OFFERED', 'HELD', 'DONE', 'VERIFIED'))
            """),
    I_02_MOVED("A place that moved is with one later hold of the same task", """
            select a.id from assignment a join assignment b on b.id = a.moved_to
            where b.task_id <> a.task_id or b.fence <= a.fence
            union all
            select moved_to from assignment where moved_to is not null group by moved_to having count(*) > 1
            """),
    I_03("Nobody holds two places of a task", """
            select task_id, member_id from assignment
            where status in ('OFFERED', 'HELD', 'DONE', 'VERIFIED') and member_id is not null
            group by task_id, member_id having count(*) > 1
            """),
    I_04("Nobody is in two places at once", """
            select a.id from assignment a
            join assignment b on b.member_id = a.member_id and b.id > a.id and b.busy && a.busy
            where a.status in ('HELD', 'DONE', 'VERIFIED') and b.status in ('HELD', 'DONE', 'VERIFIED')
            """),
    I_04_BUSY("A holder is busy when the task is", """
            select a.id from assignment a join task t on t.id = a.task_id
            where a.status in ('OFFERED', 'HELD', 'DONE', 'VERIFIED') and a.busy is distinct from t.busy
            """),
    I_08_NEEDS("No task waits for itself, however far round", """
            with recursive way (start, id) as (
                select t.id, need.id from task t cross join lateral unnest(t.needs) as need (id)
                union
                select w.start, need.id
                from way w join task t on t.id = w.id cross join lateral unnest(t.needs) as need (id))
            select start from way where id = start
            union all
            select t.id from task t cross join lateral unnest(t.needs) as need (id)
            where not exists (select 1 from task n where n.id = need.id and n.movement_id = t.movement_id)
            """),
    I_09_REVISIONS(
            "Each revision of a task but its own is kept once, and nobody has seen one that is still to come", """
            select t.id from task t
            where t.revision - 1 <> (select count(*) from task_revision r
                                     where r.task_id = t.id and r.revision < t.revision)
               or exists (select 1 from task_revision r where r.task_id = t.id and r.revision >= t.revision)
               or exists (select 1 from assignment a where a.task_id = t.id and a.revision > t.revision)
            """),
    I_11_GAPS("The journal counts each subject's changes 1, 2, 3", """
            select subject_id from journal
            group by subject_id
            having count(*) <> max(seq) or min(seq) <> 1 or count(distinct seq) <> count(*)
                or count(distinct subject_type) > 1
            """),
    I_11_ROWS("Everything that exists is in the journal, and nothing else is", """
            with thing (kind, id) as (
                select 'member', id from member union all select 'group', id from local_group
                union all select 'membership', id from membership union all select 'mandate', id from mandate
                union all select 'course', id from course union all select 'qualification', id from qualification
                union all select 'task', id from task union all select 'assignment', id from assignment
                union all select 'kind', id from task_kind union all select 'undo', id from work_undo
                union all select 'waiter', id from waiter
                union all select 'enrolment', id from enrolment union all select 'attempt', id from quiz_attempt
                union all select 'certificate', id from certificate
                union all select 'template', id from template union all select 'series', id from series
                union all select 'suspension', id from suspension union all select 'vouch', id from vouch
                union all select 'rule', id from mandate_rule
                union all select 'session', id from live_session union all select 'attendance', id from attendance
                union all select 'practical', id from practical union all select 'signoff', id from sign_off
                union all select 'renewal', id from renewal
                union all select 'calendar', id from calendar
                union all select 'certification', id from certification union all select 'move', id from group_move
                union all select 'import', id from member_import union all select 'objection', id from objection
                union all select 'campaign', id from campaign union all select 'signup', id from signup
                union all select 'integration', id from integration union all select 'webhook', id from webhook
                union all select 'sandbox', id from sandbox)
            select coalesce(t.id, j.subject_id)
            from thing t
            full join (select distinct subject_type, subject_id from journal) j
              on j.subject_id = t.id and j.subject_type = t.kind
            where t.id is null or j.subject_id is null
            """),
    /** An edit that changes nothing makes a row and no version, so that versions are a lower bound. */
    I_11_CHANGES("Each change of state is in the journal exactly once", """
            select id from membership m
            where (select count(*) from journal j where j.subject_id = m.id)
                <> case when m.status = 'ENDED' then 2 else 1 end
                 + (select count(*) from journal j where j.subject_id = m.id
                    and j.type in ('membership.approved', 'membership.accepted', 'membership.suspended',
                                   'membership.resumed', 'membership.settled'))
               or m.status <> (select j.data ->> 'status' from journal j where j.subject_id = m.id
                               order by seq desc limit 1)
            union all
            select id from assignment a
            where a.status <> (select j.data ->> 'status' from journal j where j.subject_id = a.id
                               order by seq desc limit 1)
            union all
            select id from certification c
            where c.status <> (select j.data ->> 'status' from journal j where j.subject_id = c.id
                               order by seq desc limit 1)
            union all
            select id from member_import i
            where i.status <> (select j.data ->> 'status' from journal j where j.subject_id = i.id
                               order by seq desc limit 1)
            union all
            select id from calendar c
            where (c.revoked_at is not null)
                <> (select j.type = 'calendar.revoked' from journal j where j.subject_id = c.id order by seq desc limit 1)
            union all
            select id from webhook w
            where w.status <> (select j.data ->> 'status' from journal j where j.subject_id = w.id
                               order by seq desc limit 1)
            union all
            select id from group_move m
            where m.status <> (select j.data ->> 'status' from journal j where j.subject_id = m.id
                               order by seq desc limit 1)
            union all
            select id from enrolment e
            where e.status <> (select j.data ->> 'status' from journal j where j.subject_id = e.id
                               order by seq desc limit 1)
            union all
            select id from quiz_attempt a
            where a.status <> (select j.data ->> 'status' from journal j where j.subject_id = a.id
                               order by seq desc limit 1)
            union all
            select id from attendance a
            where a.status <> (select j.data ->> 'status' from journal j where j.subject_id = a.id
                               order by seq desc limit 1)
            union all
            select id from practical p
            where (select count(*) from journal j where j.subject_id = p.id) < p.version + 1
            union all
            select id from renewal r
            where (select count(*) from journal j where j.subject_id = r.id) < r.version + 1
            union all
            select c.id from campaign c
            where (select count(*) from journal j where j.subject_id = c.id) < c.version + 1
               or (select count(*) from journal j where j.subject_id = c.id and j.type = 'campaign.ended')
                <> (select count(*) from campaign_end e where e.campaign_id = c.id)
            union all
            select id from waiter w
            where w.status <> (select j.data ->> 'status' from journal j where j.subject_id = w.id
                               order by seq desc limit 1)
            union all
            select r.task_id from rescue r
            group by r.task_id
            having count(*) <> (select count(*) from journal j
                                where j.subject_id = r.task_id and j.type = 'task.rescue-called')
                or count(r.ended_at) <> (select count(*) from journal j
                                where j.subject_id = r.task_id
                                  and j.type in ('task.rescued', 'task.unrescued', 'task.rescue-stopped'))
            union all
            select id from task t
            where t.status <> (select j.data ->> 'status' from journal j where j.subject_id = t.id
                               order by seq desc limit 1)
               or (select count(*) from journal j where j.subject_id = t.id) < t.version + 1
            union all
            select id from local_group g
            where (select count(*) from journal j where j.subject_id = g.id) < g.version + 1
            union all
            select id from course c
            where (select count(*) from journal j where j.subject_id = c.id) < c.version + 1
            union all
            select id from template t
            where (select count(*) from journal j where j.subject_id = t.id) < t.version + 1
            union all
            select id from series s
            where (select count(*) from journal j where j.subject_id = s.id) < s.version + 1
            union all
            select id from task_kind k
            where (select count(*) from journal j where j.subject_id = k.id) < k.version + 1
            union all
            select id from mandate m
            cross join lateral (
                select count(*) as rows,
                       count(*) filter (where type in ('mandate.revoked', 'mandate.resigned', 'mandate.unvouched',
                                                       'mandate.unbound')) as ends,
                       count(*) filter (where type = 'mandate.restored') as restored,
                       count(*) filter (where type = 'mandate.confirmed') as confirmed,
                       count(*) filter (where type = 'mandate.suspended') as suspended,
                       count(*) filter (where type = 'mandate.resumed') as resumed,
                       count(*) filter (where type = 'mandate.lapsed') as lapsed
                from journal j where j.subject_id = m.id
            ) as did
            where did.rows <> 1 + did.ends + did.restored + did.confirmed + did.suspended + did.resumed + did.lapsed
               or did.ends - did.restored <> case when m.revoked_at is null then 0 else 1 end
               or did.confirmed <> case when m.confirmed_at is null then 0 else 1 end
               or did.lapsed <> case when m.lapsed_at is null then 0 else 1 end
               or did.suspended - did.resumed <> (select count(*) from mandate_stop s
                                                  where s.mandate_id = m.id and s.suspended and s.undone_at is null
                                                    and s.rested_at is not null)
            """),
    I_11_VERDICTS("What counts as verified somebody else verified, or nobody had to", """
            select a.id from assignment a
            left join lateral (
                select j.type, j.actor_id from journal j where j.subject_id = a.id order by seq desc limit 1
            ) as last on true
            where a.status = 'VERIFIED' and (
                    a.verified_by = a.member_id
                    or a.verified_by is null and last.type is distinct from 'assignment.passed'
                    or a.verified_by is not null and (
                        last.type is distinct from 'assignment.verified' or last.actor_id <> a.verified_by))
               or a.status = 'DONE' and a.verified_by is not null
            """),
    I_11_UNDOS("An undo did as much as it says, in its own transaction, to the work of that person", """
            select u.id from work_undo u
            left join journal made on made.subject_id = u.id and made.type = 'undo.made'
            left join lateral (
                select count(*) filter (where j.type = 'assignment.withdrawn') as holds,
                       count(*) filter (where j.type = 'assignment.undone') as results,
                       count(*) filter (where j.type = 'assignment.unverified') as verdicts,
                       count(*) filter (where (a.member_id <> u.member_id) <> (j.type = 'assignment.unverified')) as others
                from journal j join assignment a on a.id = j.subject_id
                where j.xid = made.xid
            ) as did on true
            where (did.holds, did.results, did.verdicts, did.others) is distinct from (u.holds, u.results, u.verdicts, 0)
            """),
    I_15("One key stands for one thing, and no work for it is half done", """
            select key from idempotency_key where subject_id is null
            union all
            select key from idempotency_key k
            where not exists (select 1 from journal j where j.subject_id = k.subject_id)
            """),
    I_22_WEBHOOKS("It is never the turn of a webhook that has ended, and nothing waits for it", """
            select w.id from webhook w
            where w.status = 'ENDED'
              and (exists (select 1 from webhook_progress p where p.webhook_id = w.id and p.due_at <= now())
                or exists (select 1 from webhook_delivery d where d.webhook_id = w.id and d.status = 'PENDING'))
            """),
    I_18_MANDATES("A mandate named in the journal was the actor's, reached there and was valid then", """
            select j.id from journal j
            join mandate m on m.id = j.mandate_id
            join local_group g on g.id = m.group_id
            where m.member_id <> j.actor_id
               or not (j.group_path = g.path or j.group_path like g.path || '.%')
                  -- Who lifts a suspension gives back what it kept, also where the person was moved meanwhile.
                  and not (j.type = 'membership.resumed' and exists (
                        select 1 from suspension_reach r
                        join suspension s on s.id = r.suspension_id
                        join local_group at on at.id = s.group_id
                        join local_group there on there.id = r.group_id
                        where s.member_id = cast(j.data ->> 'member' as uuid) and s.lifted_by = j.actor_id
                          and (at.path = g.path or at.path like g.path || '.%') and there.path = j.group_path))
               or j.at < m.valid_from or j.at >= m.valid_until
               or j.at > m.revoked_at
                  -- Of two who revoke each other's at once both do: what was decided before is closed after one's own end.
                  and not (j.type in ('mandate.revoked', 'mandate.unbound', 'task.entrusted') and exists (
                        select 1 from mandate_ending e
                        where e.under_mandate = m.id and e.ended_by = j.actor_id and e.ended_at <= m.revoked_at
                          and j.at <= coalesce(e.finished_at, 'infinity')))
               or m.needs_confirmation and (m.confirmed_at is null or j.at < m.confirmed_at)
            """),
    I_18_CAPABILITIES("A mandate named in the journal allowed what was done", """
            select j.id from journal j
            join mandate m on m.id = j.mandate_id
            join (values ('group.created', 'GROUP_CREATE'), ('group.edited', 'GROUP_EDIT'),
                         ('membership.invited', 'MEMBER_MANAGE'), ('membership.approved', 'MEMBER_MANAGE'),
                         ('membership.declined', 'MEMBER_MANAGE'), ('membership.ended', 'MEMBER_MANAGE'),
                         ('move.planned', 'MEMBER_MANAGE'), ('move.cancelled', 'MEMBER_MANAGE'),
                         ('course.created', 'COURSE_MANAGE'), ('course.edited', 'COURSE_MANAGE'),
                         ('qualification.recorded', 'COMPLETION_RECORD'), ('mandate.earned', 'COMPLETION_RECORD'),
                         ('course.drafted', 'COURSE_MANAGE'), ('course.published', 'COURSE_MANAGE'),
                         ('enrolment.step-accepted', 'COMPLETION_RECORD'),
                         ('enrolment.step-returned', 'COMPLETION_RECORD'), ('attempt.marked', 'COMPLETION_RECORD'),
                         ('enrolment.step-attested', 'COMPLETION_RECORD'),
                         ('session.planned', 'COMPLETION_RECORD'), ('session.cancelled', 'COMPLETION_RECORD'),
                         ('attendance.recorded', 'COMPLETION_RECORD'), ('practical.set', 'COURSE_MANAGE'),
                         ('renewal.set', 'COURSE_MANAGE'),
                         ('qualification.withdrawn', 'MANDATE_REVOKE'),
                         ('mandate.granted', 'MANDATE_GRANT'), ('mandate.revoked', 'MANDATE_REVOKE'),
                         ('mandate.confirmed', 'MANDATE_GRANT'), ('mandate.restored', 'MANDATE_REVOKE'),
                         ('mandate.suspended', 'MANDATE_REVOKE'), ('mandate.resumed', 'MANDATE_REVOKE'),
                         ('suspension.begun', 'MANDATE_REVOKE'), ('suspension.lifted', 'MANDATE_REVOKE'),
                         ('membership.suspended', 'MANDATE_REVOKE'), ('membership.resumed', 'MANDATE_REVOKE'),
                         ('task.entrusted', 'MANDATE_REVOKE'), ('task.given-back', 'MANDATE_REVOKE'),
                         ('rule.set', 'MANDATE_GRANT'),
                         ('campaign.created', 'CAMPAIGN_MANAGE'), ('campaign.changed', 'CAMPAIGN_MANAGE'),
                         ('campaign.ended', 'CAMPAIGN_MANAGE'),
                         ('import.uploaded', 'MEMBER_IMPORT'), ('import.started', 'MEMBER_IMPORT'),
                         ('import.cancelled', 'MEMBER_IMPORT'), ('import.decided', 'MEMBER_IMPORT'), ('objection.recorded', 'MEMBER_IMPORT'),
                         ('integration.created', 'INTEGRATION_MANAGE'), ('integration.ended', 'INTEGRATION_MANAGE'),
                         ('webhook.created', 'INTEGRATION_MANAGE'), ('webhook.changed', 'INTEGRATION_MANAGE'),
                         ('webhook.rotated', 'INTEGRATION_MANAGE'), ('webhook.replayed', 'INTEGRATION_MANAGE'),
                         ('webhook.ended', 'INTEGRATION_MANAGE'),
                         ('mandate.bound', 'INTEGRATION_MANAGE'), ('mandate.unbound', 'INTEGRATION_MANAGE'),
                         ('template.created', 'TASK_EDIT'), ('template.edited', 'TASK_EDIT'),
                         ('template.retired', 'TASK_EDIT'), ('series.created', 'TASK_CREATE'),
                         ('series.split', 'TASK_EDIT'), ('series.continued', 'TASK_EDIT'),
                         ('series.skipped', 'TASK_EDIT'), ('series.ended', 'TASK_EDIT'),
                         ('task.needs-changed', 'TASK_EDIT'), ('task.edited', 'TASK_EDIT'),
                         ('task.submitted', 'TASK_EDIT'), ('task.released', 'TASK_REVIEW'),
                         ('task.returned', 'TASK_REVIEW'),
                         ('task.created', 'TASK_CREATE'), ('task.invited', 'TASK_ASSIGN'),
                         ('task.uninvited', 'TASK_ASSIGN'), ('assignment.extended', 'TASK_ASSIGN'), ('assignment.offered', 'TASK_ASSIGN'),
                         ('assignment.moved', 'TASK_ASSIGN'), ('waiter.cancelled', 'TASK_EDIT'),
                         ('assignment.verified', 'TASK_VERIFY'), ('assignment.rejected', 'TASK_VERIFY'),
                         ('assignment.missed', 'TASK_VERIFY'), ('kind.created', 'KIND_MANAGE'),
                         ('kind.edited', 'KIND_MANAGE'), ('undo.made', 'WORK_UNDO'),
                         ('assignment.withdrawn', 'WORK_UNDO'), ('assignment.undone', 'WORK_UNDO'),
                         ('assignment.unverified', 'WORK_UNDO')
                 ) as needs (type, capability) on needs.type = j.type
            where not needs.capability = any (m.capabilities)
              -- Who ends an integration hands on what the program looked after.
              and not (j.type = 'task.entrusted' and 'INTEGRATION_MANAGE' = any (m.capabilities))
            """),
    /** A row of a hold says which task it is of; what that was about is in the rows of the task. */
    I_18_LIMITS("A mandate named in the journal that is limited to some tasks was for such a one", """
            select j.id from journal j
            join mandate m on m.id = j.mandate_id
            left join lateral (
                select t.data from journal t
                where t.subject_id = case when j.subject_type = 'task' then j.subject_id
                                          else cast(j.data ->> 'task' as uuid) end
                  and t.subject_type = 'task' and t.data ->> 'capacity' is not null
                  and (j.subject_type <> 'task' or t.id = j.id)
                  and (m.campaign_id is null or t.data ->> 'campaign' = cast(m.campaign_id as text))
                  and (m.kinds is null or t.data ->> 'kind' = any(m.kinds))
                  and (m.max_places is null or cast(t.data ->> 'capacity' as integer) <= m.max_places)
                limit 1
            ) as fits on true
            where (m.campaign_id is not null or m.kinds is not null or m.max_places is not null)
              and fits.data is null and j.type not in ('mandate.granted', 'mandate.confirmed')
            """),
    I_18_EDITS("A mandate that is limited to some tasks brought none within its limits", """
            select j.id from journal j
            join mandate m on m.id = j.mandate_id
            join lateral (
                select t.data from journal t
                where t.subject_id = j.subject_id and t.seq < j.seq and t.data ->> 'capacity' is not null
                order by t.seq desc limit 1
            ) as before on true
            where j.type = 'task.edited'
              and not ((m.campaign_id is null or before.data ->> 'campaign' = cast(m.campaign_id as text)) is true
                       and (m.kinds is null or before.data ->> 'kind' = any(m.kinds)) is true
                       and (m.max_places is null or cast(before.data ->> 'capacity' as integer) <= m.max_places))
            """),
    I_18_WITHOUT("Without a mandate one acts on what is one's own; the admin begins movements", """
            select j.id from journal j
            where j.mandate_id is null
              and j.type not in ('member.created', 'member.edited', 'member.taken-out',
                                 'membership.joined', 'membership.requested', 'membership.accepted', 'membership.left',
                                 'assignment.claimed', 'assignment.accepted', 'assignment.declined',
                                 'assignment.released', 'assignment.completed', 'assignment.expired',
                                 'assignment.acknowledged', 'assignment.attempted', 'assignment.passed', 'assignment.progressed',
                                 'waiter.joined', 'waiter.offered', 'waiter.accepted', 'waiter.passed', 'waiter.left',
                                 'task.rescue-called', 'task.rescued', 'task.unrescued', 'task.rescue-stopped',
                                 'assignment.extended', 'assignment.warned', 'assignment.filled',
                                 'assignment.handover-offered', 'assignment.handover-withdrawn',
                                 'assignment.handover-declined', 'assignment.handed-over', 'assignment.taken-over',
                                 'enrolment.begun', 'enrolment.step-done', 'enrolment.submitted',
                                 'enrolment.step-quizzed', 'enrolment.step-attested', 'enrolment.finished',
                                 'enrolment.completed', 'enrolment.left', 'attempt.begun', 'attempt.submitted',
                                 'qualification.earned', 'qualification.caught-up', 'qualification.expiring',
                                 'certificate.issued', 'certificate.revoked', 'signoff.given',
                                 'calendar.made', 'calendar.rotated', 'calendar.revoked', 'objection.recorded',
                                 'group.created', 'mandate.resigned',
                                 'vouch.given', 'vouch.withdrawn', 'mandate.vouched', 'mandate.unvouched',
                                 'task.entrusted', 'rule.set', 'move.declined')
              -- What a group has decides about its certification; members and work go on another's day.
              and not (j.actor_id is null and j.type in (
                    'certification.earned', 'certification.warned', 'certification.secured', 'certification.lapsed',
                    'certification.earned-again', 'move.begun', 'move.done', 'move.cancelled', 'group.merged',
                    'membership.moved', 'membership.moved-in', 'membership.settled', 'membership.closed',
                    'enrolment.moved', 'task.moved', 'series.moved', 'session.moved',
                    'campaign.moved'))
              -- A sandbox is the service's; the people in it act by mandates.
              and not (j.actor_id is null and j.type in ('sandbox.created', 'sandbox.wiped'))
              -- A file is checked and handled by the service.
              and not (j.actor_id is null and j.type in ('import.opened', 'import.previewed', 'import.finished',
                                                         'import.failed', 'import.cancelled'))
              -- The time of a suspension is over.
              and not (j.actor_id is null and j.type in ('suspension.lifted', 'membership.resumed', 'mandate.resumed',
                                                         'task.given-back'))
              -- So is the term of a mandate, and of an integration.
              and not (j.actor_id is null and j.type in ('mandate.lapsed', 'integration.expired'))
              -- What nobody had to confirm is earned by its holder's own acts, by the award of whoever set it.
              and not (j.type = 'mandate.earned' and exists (
                    select 1 from mandate m join qualification q on q.id = m.qualification_id
                    where m.id = j.subject_id and q.recorded_by is null and m.member_id = j.actor_id))
              and not (j.type = 'mandate.granted' and j.data ->> 'source' = 'BOOTSTRAP')
              -- A program's webhooks are its own: its scope is for that. The service disables those that lead nowhere.
              and not (j.subject_type = 'webhook' and exists (select 1 from integration i where i.member_id = j.actor_id))
              and not (j.actor_id is null and j.type = 'webhook.disabled')
              -- The service offers what came free to those who wait, and a place follows the office it was given to.
              and not (j.type = 'assignment.offered' and j.actor_id is null
                       and j.data ->> 'source' in ('WAITLIST', 'OFFICE'))
              and not (j.type = 'assignment.moved' and j.actor_id is null and j.data ->> 'source' = 'OFFICE')
              -- What needs others opens by itself, and a series makes its tasks in the name of who made it.
              and not (j.actor_id is null and j.type in ('task.opened', 'task.blocked'))
              and not (j.actor_id is null and j.type in ('task.created', 'task.published', 'task.submitted') and exists (
                    select 1 from task t where t.id = j.subject_id and t.series_id is not null))
              -- The task of a live session is the service's: its trainers' acts are rows of the session and its attendances.
              and not (j.actor_id is null
                       and j.type in ('task.created', 'task.published', 'task.cancelled', 'assignment.cancelled',
                                      'assignment.missed', 'waiter.cancelled')
                       and exists (select 1 from live_session s
                                   where s.task_id in (j.subject_id, cast(j.data ->> 'task' as uuid))))
              -- Who resigns ends what they delegated.
              and not (j.type = 'mandate.revoked' and exists (
                    with recursive line (id, granted_under, granted_by) as (
                        select id, granted_under, granted_by from mandate where id = j.subject_id
                        union
                        select m.id, m.granted_under, m.granted_by
                        from mandate m join line l on m.id = l.granted_under)
                    select 1 from line where granted_by = j.actor_id))
            """),
    I_20("Nobody grants more than they hold, further, longer, deeper, or to themselves", """
            select c.id from mandate c
            join mandate p on p.id = c.granted_under
            join local_group cg on cg.id = c.group_id
            join local_group pg on pg.id = p.group_id
            where c.granted_by is distinct from p.member_id
               or not p.capabilities @> c.capabilities
               or not 'MANDATE_GRANT' = any (p.capabilities)
               or not (cg.path = pg.path or cg.path like pg.path || '.%')
               or (p.valid_until is not null and (c.valid_until is null or c.valid_until > p.valid_until))
               or c.delegation_depth >= p.delegation_depth
               or (p.campaign_id is not null and c.campaign_id is distinct from p.campaign_id)
               or (p.kinds is not null and (p.kinds @> c.kinds) is not true)
               or (p.max_places is not null and (c.max_places <= p.max_places) is not true)
               or c.created_at < p.valid_from
               or c.created_at >= p.valid_until
            union all
            select id from mandate where granted_by = member_id
            """),
    I_20_CYCLES("No grant comes from itself", """
            with recursive line (start, id, depth) as (
                select id, granted_under, 1 from mandate where granted_under is not null
                union all
                select l.start, m.granted_under, l.depth + 1
                from line l join mandate m on m.id = l.id
                where m.granted_under is not null and l.depth < 20)
            select start from line where id = start or depth >= 20
            """),
    I_20_DELEGATED("What was delegated from a dead mandate is dead", """
            select c.id from mandate c join mandate p on p.id = c.granted_under
            where c.source = 'DELEGATED' and p.revoked_at is not null and c.revoked_at is null
            """),
    I_20_VOUCHES("Nobody vouches for themselves, however far round", """
            with recursive line (start, id, movement_id) as (
                select voucher_id, member_id, movement_id from vouch where withdrawn_at is null
                union
                select l.start, v.member_id, v.movement_id
                from line l join vouch v on v.voucher_id = l.id and v.movement_id = l.movement_id
                where v.withdrawn_at is null)
            select start from line where id = start
            """),
    I_22("Who is suspended has no membership and no authority there", """
            select s.id from suspension s
            join local_group top on top.id = s.group_id
            join local_group g on g.path = top.path or g.path like top.path || '.%'
            where s.lifted_at is null
              and (exists (select 1 from membership m
                           where m.member_id = s.member_id and m.group_id = g.id and m.status = 'ACTIVE')
                   or exists (select 1 from acting_mandate m where m.member_id = s.member_id and m.group_id = g.id))
            union all
            select s.id from suspension s
            join suspension_reach r on r.suspension_id = s.id
            join membership m on m.member_id = s.member_id and m.group_id = r.group_id
            where s.lifted_at is null and m.status = 'ACTIVE'
            """),
    I_20_BOUND("A program has one integration and one mandate at most, which says as much and as long", """
            select i.id from integration i join mandate m on m.id = i.mandate_id
            where m.member_id <> i.member_id or m.group_id <> i.group_id or m.source <> 'BOUND'
               or m.valid_until <> i.valid_until
               or i.ended_by is not null and m.revoked_at is null
                  and not exists (select 1 from mandate_ending e where e.mandate_id = m.id and e.finished_at is null)
            union all
            select m.id from mandate m
            where m.source = 'BOUND' and not exists (select 1 from integration i where i.mandate_id = m.id)
            union all
            select i.id from integration i
            where exists (select 1 from identity x where x.member_id = i.member_id)
               or exists (select 1 from person p where p.member_id = i.member_id)
               or exists (select 1 from membership s where s.member_id = i.member_id)
            """),
    L_01("What a qualification earned is over when it was withdrawn, and so is what renewed it", """
            select m.id from mandate m join qualification q on q.id = m.qualification_id
            where q.withdrawn_at is not null and m.revoked_at is null
            union all
            select r.id from qualification r join qualification q on q.id = r.renews_id
            where q.withdrawn_at is not null and r.withdrawn_at is null
            """),
    L_02("Who completed a course did all of its steps, and nobody reviewed their own", """
            select e.id from enrolment e join enrolment_step s on s.enrolment_id = e.id
            where e.status in ('COMPLETED', 'WAITING') and s.state <> 'DONE' or s.reviewed_by = e.member_id
            """),
    L_03("A quiz that is done was passed in an attempt, and every attempt began in its enrolment's time", """
            select s.id from enrolment_step s
            where s.kind = 'QUIZ' and s.state = 'DONE' and not exists (
                select 1 from quiz_attempt a
                where a.enrolment_id = s.enrolment_id and a.module = s.module and a.status = 'PASSED')
            union all
            select a.id from quiz_attempt a join enrolment e on e.id = a.enrolment_id
            where a.member_id <> e.member_id or a.course_id <> e.course_id or a.begun_at < e.begun_at
            """),
    R_01("A group that is part of another has no members, no open work and no campaign that goes on", """
            select g.id from local_group g
            where g.merged_into is not null
              and not exists (select 1 from group_move m where m.from_id = g.id and m.status = 'RUNNING')
              and (exists (select 1 from membership s where s.group_id = g.id and s.status <> 'ENDED')
                   or exists (select 1 from task t
                              where t.group_id = g.id and t.status in ('DRAFT', 'WAITING', 'OPEN'))
                   or exists (select 1 from series s where s.group_id = g.id and s.ended_at is null)
                   or exists (select 1 from campaign c where c.group_id = g.id
                              and not exists (select 1 from over_campaign o where o.id = c.id))
                   or exists (select 1 from live_session s join task t on t.id = s.task_id
                              where s.group_id = g.id and t.group_id <> g.id))
            """),
    R_02("Who moved to another group left the one, in the transaction in which it is said", """
            select p.member_id from group_move_person p join group_move m on m.id = p.move_id
            where p.result = 'MOVED' and not exists (
                select 1 from membership s join journal j on j.subject_id = s.id and j.type = 'membership.moved'
                where s.member_id = p.member_id and s.group_id = p.from_id and j.data ->> 'move' = cast(m.id as text))
               or m.status in ('DONE', 'CANCELLED') and p.result is null
            """),
    R_03("Who moved to another group goes on there with the courses that can be taken there", """
            select e.id from journal j
            join group_move m on m.id = cast(j.data ->> 'move' as uuid)
            join enrolment e on e.member_id = cast(j.data ->> 'member' as uuid) and e.group_id = m.from_id
            join course c on c.id = e.course_id
            join local_group at on at.id = c.group_id
            join local_group there on there.id = m.into_id
            where j.type = 'membership.moved' and e.status in ('ACTIVE', 'WAITING') and e.begun_at < j.at
              and (there.path = at.path or there.path like at.path || '.%')
              and not exists (select 1 from journal later
                              where later.subject_id = e.id and later.type = 'enrolment.moved' and later.at > j.at)
            """),
    P_01("Who was at a live session, or went along with a learner, somebody else says", """
            select id from attendance where recorded_by = member_id
            union all
            select s.id from sign_off s join enrolment e on e.id = s.enrolment_id
            where s.signed_by = e.member_id or s.signed_at < e.begun_at
            """),
    W_01("While somebody waits for an open task, all its places are taken", """
            select t.id from task t
            where t.status = 'OPEN' and (t.ends_at is null or t.ends_at > now()) and t.taken < t.capacity
              and exists (select 1 from waiter w where w.task_id = t.id and w.status = 'WAITING')
            """),
    W_02("Who was offered a place from a wait list has that offer, and nobody else has one", """
            select w.id from waiter w join assignment a on a.id = w.assignment_id
            where a.source <> 'WAITLIST' or a.task_id <> w.task_id or a.member_id <> w.member_id
               or (w.status = 'OFFERED') <> (a.status = 'OFFERED')
               or (w.status = 'ACCEPTED') <> (a.held_at is not null)
            union all
            select a.id from assignment a
            where a.source = 'WAITLIST' and not exists (select 1 from waiter w where w.assignment_id = a.id)
            """),
    W_03("Who joined a wait list first was offered a place first, and everybody once", """
            select late.id from waiter late
            join waiter early on early.task_id = late.task_id and early.position < late.position
            join journal o on o.subject_id = late.id and o.type = 'waiter.offered'
            where not exists (
                select 1 from journal j
                where j.subject_id = early.id and j.type <> 'waiter.joined' and j.position < o.position)
            union all
            select subject_id from journal where type = 'waiter.offered'
            group by subject_id having count(*) > 1
            """),
    /** The edges are those that docs/tasks.md draws. */
    I_08("Every change of state is an edge of the state machine", """
            with edge (kind, source, target) as (values %s),
                 step as (
                    select subject_type, subject_id, data ->> 'status' as target,
                           lag(data ->> 'status', 1, '[*]') over (partition by subject_id order by seq) as source
                    from journal
                    where subject_type in ('task', 'assignment', 'waiter', 'enrolment', 'attempt', 'attendance', 'import') and data ->> 'status' is not null)
            select subject_type || ' from ' || source || ' to ' || target || ' ' || subject_id from step s
            where s.source <> s.target
              and not exists (select 1 from edge e
                              where e.kind = s.subject_type and e.source = s.source and e.target = s.target)
            """.formatted(StatePictures.rows())),
    I_23("The tree is a forest, and every path is the parent's and the own slug", """
            select c.id from local_group c
            left join local_group p on p.id = c.parent_id
            where c.path <> coalesce(p.path || '.', '') || c.slug
            """);

    private final String meaning;
    private final String violations;

    Invariants(String meaning, String violations) {
        this.meaning = meaning;
        this.violations = violations;
    }

    /** Fails with the ids of whatever violates an invariant. */
    public static void hold() {
        try (var owner = TestStack.asOwner()) {
            hold(owner);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public String meaning() {
        return meaning;
    }

    /** The same for a database that the tests did not start, asked as the owner of its tables. */
    public static void hold(Connection owner) throws SQLException {
        for (var invariant : values()) {
            assertThat(invariant.violatedBy(owner))
                    .as("%s: %s", invariant, invariant.meaning)
                    .isEmpty();
        }
    }

    /** Ids of what violates this one. */
    public List<String> violatedBy(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(violations)) {
            var found = new ArrayList<String>();
            while (rows.next()) found.add(rows.getString(1));
            return found;
        }
    }
}
