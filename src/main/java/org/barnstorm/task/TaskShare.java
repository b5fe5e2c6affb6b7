package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.barnstorm.member.MemberShare;

/**
 * Places, waiting and invitations go over. What both did in the same task or at the same time, and somebody verified, stays as
 * it is: nobody is counted twice, and nothing is lost.
 */
@ApplicationScoped
class TaskShare implements MemberShare {
    private static final String SAME_TASK = """
            select exists (
                select 1
                from (select task_id, status from assignment
                      where member_id = :gone and status in ('OFFERED', 'HELD', 'DONE', 'VERIFIED')
                      union all
                      select task_id, status from waiter where member_id = :gone and status = 'WAITING') theirs
                join (select task_id, status from assignment
                      where member_id = :stays and status in ('OFFERED', 'HELD', 'DONE', 'VERIFIED')
                      union all
                      select task_id, status from waiter where member_id = :stays and status = 'WAITING') own
                  on own.task_id = theirs.task_id
                where theirs.status <> 'VERIFIED' or own.status <> 'VERIFIED') as found
            """;

    private static final String SAME_TIME = """
            select exists (
                select 1 from assignment theirs
                join assignment own on own.busy && theirs.busy and own.task_id <> theirs.task_id
                where theirs.member_id = :gone and theirs.status in ('HELD', 'DONE', 'VERIFIED')
                  and own.member_id = :stays and own.status in ('HELD', 'DONE', 'VERIFIED')
                  and (theirs.status <> 'VERIFIED' or own.status <> 'VERIFIED')) as found
            """;

    private static final String HANDOVER = """
            select exists (
                select 1 from assignment
                where status = 'HELD' and handover_until > now()
                  and (handover_to = :gone or handover_to = :stays and member_id = :gone)) as found
            """;

    /** The journal knows it also of what was taken back since. */
    private static final String VERIFIED = """
            select exists (
                select 1 from assignment a
                join journal j on j.subject_id = a.id
                where j.type in ('assignment.verified', 'assignment.rejected', 'assignment.missed')
                  and (a.member_id = any(:goneIds) and (j.actor_id = any(:staysIds) or a.verified_by = any(:staysIds))
                    or a.member_id = any(:staysIds) and (j.actor_id = any(:goneIds) or a.verified_by = any(:goneIds)))
            ) as found
            """;

    private static final String UNDID = """
            select exists (
                select 1 from work_undo
                where member_id = any(:goneIds) and undone_by = any(:staysIds)
                   or member_id = any(:staysIds) and undone_by = any(:goneIds)) as found
            """;

    private static final String IN_REVIEW = """
            select exists (
                select 1 from task
                where created_by = any(:goneIds) and review in ('WAITING', 'RETURNED')) as found
            """;

    /** With the place that they were offered. */
    private static final String WAITING = """
            update waiter w
            set member_id = :stays, version = w.version + 1
            where w.member_id = :gone and not exists (
                select 1 from assignment a where a.id = w.assignment_id and a.member_id = :gone)
            """;

    private static final String INVITATIONS = """
            update task_invitation i
            set member_id = :stays
            where i.member_id = :gone and not exists (
                select 1 from task_invitation own where own.task_id = i.task_id and own.member_id = :stays)
            """;

    private static final String CALLS = """
            update rescue_call c
            set member_id = :stays
            where c.member_id = :gone and not exists (
                select 1 from rescue_call own where own.rescue_id = c.rescue_id and own.member_id = :stays)
            """;

    private static final String UNDONE = "update work_undo set member_id = :stays where member_id = :gone";

    @Override
    public List<Hurdle> hurdles() {
        return List.of(
                new Hurdle(
                        "same-task",
                        "Both have a place in the same task, or wait for one.",
                        "With one of the accounts, give the place back or leave the wait list; or wait until both results are"
                                + " verified.",
                        SAME_TASK),
                new Hurdle(
                        "same-time",
                        "Both have places at times that overlap.",
                        "Give one of the places back, or wait until both results are verified.",
                        SAME_TIME),
                new Hurdle(
                        "handover-open",
                        "The account that is to go was asked to take over a place, or asks the other one.",
                        "Accept the hand-over, decline it or take it back.",
                        HANDOVER),
                new Hurdle(
                        "verified-by-the-other",
                        "One of the two verified or rejected the other's work. Nobody does that for themselves.",
                        "These accounts cannot become one. Leave the groups with one of them.",
                        VERIFIED),
                new Hurdle(
                        "undone-by-the-other",
                        "One of the two undid the other's work.",
                        "These accounts cannot become one. Leave the groups with one of them.",
                        UNDID),
                new Hurdle(
                        "in-review",
                        "A task that the account to go made waits for a review or came back from one.",
                        "Wait for the review, or ask a lead to cancel the task.",
                        IN_REVIEW));
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("assignments", "assignment.member_id", PlaceRepository.CARRY_OVER),
                new Step("waitLists", "waiter.member_id", WAITING),
                new Step("taskInvitations", "task_invitation.member_id", INVITATIONS),
                new Step("calls", "rescue_call.member_id", CALLS),
                new Step("undos", "work_undo.member_id", UNDONE));
    }
}
