package org.barnstorm.export;

import jakarta.enterprise.context.ApplicationScoped;
import org.barnstorm.member.ExportedMember;
import org.barnstorm.member.MemberExport;
import org.barnstorm.task.ExportedAssignment;
import org.barnstorm.task.ExportedOutcome;
import org.barnstorm.task.ExportedTask;
import org.barnstorm.task.TaskExport;

/** Which feature has the rows of which kind. */
@ApplicationScoped
class Sources {
    private final MemberExport members;
    private final TaskExport tasks;

    Sources(MemberExport members, TaskExport tasks) {
        this.members = members;
        this.tasks = tasks;
    }

    Source<? extends Record> of(Kind kind) {
        return switch (kind) {
            case MEMBERS -> members();
            case TASKS -> tasks();
            case ASSIGNMENTS -> assignments();
            case OUTCOMES -> outcomes();
        };
    }

    private Source<ExportedMember> members() {
        return new Source<>(
                ExportedMember.class,
                reach -> members.count(reach.groups()),
                (reach, after, most) -> members.people(reach.groups(), after, most),
                (reach, after, most) -> members.page(reach.groups(), after, most),
                ExportedMember::id,
                ExportedMember::memberId);
    }

    private Source<ExportedTask> tasks() {
        return new Source<>(ExportedTask.class, tasks::countTasks, null, tasks::tasks, ExportedTask::id, null);
    }

    private Source<ExportedAssignment> assignments() {
        return new Source<>(
                ExportedAssignment.class,
                tasks::countAssignments,
                tasks::holders,
                tasks::assignments,
                ExportedAssignment::id,
                ExportedAssignment::memberId);
    }

    private Source<ExportedOutcome> outcomes() {
        return new Source<>(
                ExportedOutcome.class, tasks::countOutcomes, null, tasks::outcomes, ExportedOutcome::id, null);
    }
}
