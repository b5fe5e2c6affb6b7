package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;

/** What exports ask about work: tasks, holds and what came of them, page by page. Who may ask is the export's to say. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class TaskExport {
    /**
     * Which tasks, and which tasks' holds.
     *
     * @param groups of these groups
     * @param drafts of these with the drafts
     */
    public record Reach(Set<UUID> groups, Set<UUID> drafts) {}

    private final TaskExportRepository rows;
    private final Members members;
    private final Groups groups;

    TaskExport(TaskExportRepository rows, Members members, Groups groups) {
        this.rows = rows;
        this.members = members;
        this.groups = groups;
    }

    public long countTasks(Reach reach) {
        return rows.countTasks(reach);
    }

    public long countAssignments(Reach reach) {
        return rows.countHolds(reach, false);
    }

    public long countOutcomes(Reach reach) {
        return rows.countHolds(reach, true);
    }

    /** The next of the people who hold or held places, each once, in the order of their ids. */
    public List<UUID> holders(Reach reach, UUID after, int most) {
        return rows.holders(reach, after, most);
    }

    /** The next tasks, in the order of their ids; so the others. */
    public List<ExportedTask> tasks(Reach reach, UUID after, int most) {
        return rows.tasks(reach, after, most).stream()
                .map(task -> ExportedTask.of(task, where(task)))
                .toList();
    }

    public List<ExportedAssignment> assignments(Reach reach, UUID after, int most) {
        var found = rows.holds(reach, false, after, most);
        var names = members.shortNames(found.stream()
                .map(look -> look.own().memberId())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return found.stream()
                .map(look -> {
                    var holder = look.own().memberId();
                    return ExportedAssignment.of(
                            look.own(), look.task(), where(look.task()), holder == null ? null : names.get(holder));
                })
                .toList();
    }

    public List<ExportedOutcome> outcomes(Reach reach, UUID after, int most) {
        return rows.holds(reach, true, after, most).stream()
                .map(look -> ExportedOutcome.of(look.own(), look.task(), where(look.task())))
                .toList();
    }

    private GroupPath where(Task task) {
        return groups.withId(task.groupId()).path();
    }
}
