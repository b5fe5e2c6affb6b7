package org.barnstorm.task;

import static org.barnstorm.authority.Capability.ASSIGNMENT_READ;
import static org.barnstorm.authority.Capability.TASK_ASSIGN;
import static org.barnstorm.authority.Capability.TASK_CREATE;
import static org.barnstorm.authority.Capability.TASK_EDIT;
import static org.barnstorm.authority.Capability.TASK_VERIFY;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.Grant;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.problem.Refusal;

/**
 * Who sees which tasks, written once. Open tasks: active members of the group. All but drafts: whoever holds a mandate
 * over tasks there. Drafts: who may edit them. Whatever became of it: who made it, and who has or had a place in it.
 */
@ApplicationScoped
class TaskSight {
    private static final Set<Capability> OVER_TASKS =
            EnumSet.of(TASK_CREATE, TASK_EDIT, TASK_ASSIGN, TASK_VERIFY, ASSIGNMENT_READ);

    private final Groups groups;
    private final PlaceRepository places;

    TaskSight(Groups groups, PlaceRepository places) {
        this.groups = groups;
        this.places = places;
    }

    /** The task, or 404 for who may not see it. */
    Task require(Caller caller, Task task) {
        if (task == null || !sees(caller, task)) throw Refusal.notFound("task");
        return task;
    }

    private boolean sees(Caller caller, Task task) {
        if (task.createdBy().equals(caller.memberId())) return true;
        if (task.status() == Task.Status.OPEN && caller.isMemberOf(task.groupId())) return true;
        var held = caller.capabilitiesAt(groups.withId(task.groupId()).path());
        if (task.status() == Task.Status.DRAFT) return held.contains(TASK_EDIT);
        return !Collections.disjoint(held, OVER_TASKS) || places.involves(task.id(), caller.memberId());
    }

    /** The same rule for lists, as sets of groups in a branch of the tree, or everywhere when it is null. */
    TaskRepository.Sight over(Caller caller, GroupPath branch) {
        var inside = branch == null ? null : groups.branch(branch);
        var drafts = groupsWith(caller, branch, grant -> grant.capabilities().contains(TASK_EDIT));
        var published = groupsWith(caller, branch, grant -> !Collections.disjoint(grant.capabilities(), OVER_TASKS));
        var open = new HashSet<>(caller.groupIds());
        if (inside != null) open.retainAll(inside);
        return new TaskRepository.Sight(drafts, published, open, inside);
    }

    private Set<UUID> groupsWith(Caller caller, GroupPath branch, Predicate<Grant> useful) {
        Set<UUID> ids = new HashSet<>();
        for (var grant : caller.grants()) {
            if (!useful.test(grant)) continue;
            var scope = grant.scope().path();
            if (branch == null || branch.covers(scope)) ids.addAll(groups.branch(scope));
            else if (scope.covers(branch)) ids.addAll(groups.branch(branch));
        }
        return ids;
    }
}
