package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.barnstorm.member.Holding;
import org.barnstorm.member.PersonalData;
import org.barnstorm.member.PersonalRows;

/** What somebody took on, waited for, was asked for, and what came of it. */
@ApplicationScoped
class TaskPersonalData implements PersonalData {
    private static final String ASSIGNMENTS = """
            select id, task_id, status, source, assigned_by, created_at, held_at, lease_until, expires_at, extensions, late,
            revision, steps_done, outcome_code, quantity, note, evidence, completed_at, verified_by, verified_at, reason,
            office_role, moved_to, handover_to, handover_until, ended_at
            from assignment where member_id = ? order by id
            """;

    private static final String HANDOVERS = """
            select id as assignment_id, task_id, member_id as from_member, handover_until as until
            from assignment where handover_to = ? order by id
            """;

    private static final String WAITS =
            "select id, task_id, status, assignment_id, joined_at, ended_at from waiter where member_id = ? order by id";

    private static final String INVITATIONS = """
            select task_id, invited_by, invited_at
            from task_invitation where member_id = ? order by invited_at, task_id
            """;

    private static final String CALLS = "select id, task_id, until from rescue_call where member_id = ? order by id";

    private static final String KEPT = "select task_id from task_keeper where member_id = ? order by task_id";

    private static final String ENTRUSTED = """
            select task_id, from_member, to_member, at, given_back
            from task_entrusted where ? in (from_member, to_member) order by at, task_id
            """;

    private static final String UNDONE = """
            select id, group_id, since, reason, undone_by, undone_at, holds, results, verdicts, left_over
            from work_undo where member_id = ? order by id
            """;

    private final PersonalRows rows;

    TaskPersonalData(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Holding> holdings() {
        return List.of(
                rows.holding("assignments", ASSIGNMENTS, "assignment.member_id"),
                rows.holding("handoversToMe", HANDOVERS, "assignment.handover_to"),
                rows.holding("waits", WAITS, "waiter.member_id"),
                rows.holding("taskInvitations", INVITATIONS, "task_invitation.member_id"),
                rows.holding("rescueCalls", CALLS, "rescue_call.member_id"),
                rows.holding("keptTasks", KEPT, "task_keeper.member_id"),
                rows.holding("entrustedTasks", ENTRUSTED, "task_entrusted.from_member", "task_entrusted.to_member"),
                rows.holding("undoneWork", UNDONE, "work_undo.member_id"));
    }

    @Override
    public Map<String, String> leftOut() {
        return PersonalData.acts(
                "assignment.assigned_by",
                "assignment.verified_by",
                "task.created_by",
                "task.reviewed_by",
                "task_invitation.invited_by",
                "task_revision.changed_by",
                "work_undo.undone_by",
                "series.created_by",
                "template.created_by");
    }
}
