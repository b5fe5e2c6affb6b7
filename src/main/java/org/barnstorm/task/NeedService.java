package org.barnstorm.task;

import static org.barnstorm.authority.Capability.TASK_EDIT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.problem.Refusal;

/** Which tasks have to be done before others open. */
@ApplicationScoped
@Transactional
class NeedService {
    private final TaskRepository tasks;
    private final NeedRepository needs;
    private final TaskSight sight;
    private final TaskJournal journal;
    private final Groups groups;
    private final Authority authority;

    NeedService(
            TaskRepository tasks,
            NeedRepository needs,
            TaskSight sight,
            TaskJournal journal,
            Groups groups,
            Authority authority) {
        this.tasks = tasks;
        this.needs = needs;
        this.sight = sight;
        this.journal = journal;
        this.groups = groups;
        this.authority = authority;
    }

    List<NeedView> of(Caller caller, UUID id) {
        var task = sight.require(caller, tasks.findById(id));
        var found = needs.look(task.needs().ids());
        var seen = seen(caller, found);
        return found.stream()
                .map(need -> NeedView.of(need, seen.contains(need.task().id())))
                .toList();
    }

    /** Says anew what a task needs, while nobody can have a place in it yet. */
    TaskView change(Caller caller, UUID id, NewNeeds wanted) {
        var task = sight.require(caller, tasks.findById(id));
        var group = groups.withId(task.groupId());
        var warrant = authority.warrant(caller, TASK_EDIT, group, task.matter());
        Set<UUID> ids = new LinkedHashSet<>(wanted.taskIds());
        requireUseful(caller, task, ids);
        needs.takeTurns(task.movementId());
        requireNoCircle(task, ids);
        tasks.getSession().refresh(task, LockModeType.PESSIMISTIC_WRITE);
        var mandate = warrant.over(task.matter());
        task.need(List.copyOf(ids));
        journal.record("task.needs-changed", task, caller, mandate);
        return TaskView.of(task, group.path());
    }

    private void requireUseful(Caller caller, Task task, Set<UUID> ids) {
        var found = needs.look(ids).stream()
                .collect(Collectors.toMap(need -> need.task().id(), Function.identity()));
        var seen = seen(caller, found.values());
        for (var id : ids) {
            var need = found.get(id);
            if (need == null || !mayName(task, need.task(), seen)) throw unknown(id);
            if (need.isHopeless()) throw Needing.cancelled(need);
        }
    }

    /** What is in the list already may stay there, even if somebody else put it there who sees more. */
    private static boolean mayName(Task task, Task need, Set<UUID> seen) {
        return need.movementId().equals(task.movementId())
                && (task.needs().ids().contains(need.id()) || seen.contains(need.id()));
    }

    private Set<UUID> seen(Caller caller, Collection<NeedRepository.Needed> found) {
        return sight.seen(
                caller, found.stream().map(NeedRepository.Needed::task).toList());
    }

    private void requireNoCircle(Task task, Set<UUID> ids) {
        var circle = NeedCycle.closedBy(task.id(), ids, needs.beyond(ids));
        if (circle.isEmpty()) return;
        throw Refusal.conflict(
                        "needs-cycle",
                        "These tasks would wait for each other, and none of them would ever open. Leave out one step.")
                .with("cycle", circle.get());
    }

    private static Refusal unknown(UUID id) {
        return Refusal.invalid("unknown-need", "There is no such task in this movement that you may see.")
                .with("task", id);
    }
}
