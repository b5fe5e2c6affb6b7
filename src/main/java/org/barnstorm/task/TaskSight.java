package org.barnstorm.task;

import static org.barnstorm.authority.Capability.ASSIGNMENT_READ;
import static org.barnstorm.authority.Capability.TASK_ASSIGN;
import static org.barnstorm.authority.Capability.TASK_CREATE;
import static org.barnstorm.authority.Capability.TASK_EDIT;
import static org.barnstorm.authority.Capability.TASK_REVIEW;
import static org.barnstorm.authority.Capability.TASK_VERIFY;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.Grant;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;
import org.barnstorm.platform.GeoPoint;
import org.barnstorm.platform.problem.Refusal;

/**
 * Who sees which tasks, written once. Open tasks: those they are for. All but drafts, so waiting ones too: whoever holds a
 * mandate over tasks there. Drafts: who may edit them. Whatever became of it: who made it, who has or had a place in it, and
 * who could have one now, because it is handed over to them or waits for an office of theirs.
 */
@ApplicationScoped
class TaskSight {
    private static final Set<Capability> OVER_TASKS =
            EnumSet.of(TASK_CREATE, TASK_EDIT, TASK_ASSIGN, TASK_VERIFY, TASK_REVIEW, ASSIGNMENT_READ);

    private final Groups groups;
    private final Members members;
    private final HoldRepository holds;
    private final Admission admission;
    private final HandoverRepository handovers;
    private final OfficeRepository waiting;
    private final Offices offices;
    private final LimitedReach limited;

    TaskSight(
            Groups groups,
            Members members,
            HoldRepository holds,
            Admission admission,
            HandoverRepository handovers,
            OfficeRepository waiting,
            Offices offices,
            LimitedReach limited) {
        this.groups = groups;
        this.members = members;
        this.holds = holds;
        this.admission = admission;
        this.handovers = handovers;
        this.waiting = waiting;
        this.offices = offices;
        this.limited = limited;
    }

    /** The task, or 404 for who may not see it. */
    Task require(Caller caller, Task task) {
        if (task == null || !sees(caller, task)) throw Refusal.notFound("task");
        return task;
    }

    private boolean sees(Caller caller, Task task) {
        return seen(caller, List.of(task)).contains(task.id());
    }

    /** Those of these tasks that somebody sees: however many there are, in the same few statements. */
    Set<UUID> seen(Caller caller, Collection<Task> all) {
        var seen = new HashSet<UUID>();
        // What a program made is nothing to it once it is in a group outside of its part of the tree.
        var tasks = caller.isProgram() ? rest(all, seen, task -> caller.reaches(where(task))) : all;
        add(seen, tasks, task -> task.createdBy().equals(caller.memberId()));
        seen.addAll(meantFor(caller, rest(tasks, seen, task -> task.status() == Task.Status.OPEN)));
        add(seen, rest(tasks, seen, task -> true), task -> seesByMandate(caller, task));
        seen.addAll(byPlaces(caller, rest(tasks, seen, task -> task.status() != Task.Status.DRAFT)));
        return seen;
    }

    private GroupPath where(Task task) {
        return groups.withId(task.groupId()).path();
    }

    private boolean seesByMandate(Caller caller, Task task) {
        var held = caller.capabilitiesAt(where(task), task.matter());
        return task.status() == Task.Status.DRAFT ? held.contains(TASK_EDIT) : !Collections.disjoint(held, OVER_TASKS);
    }

    /** Because of a place that they have, had, or could have. */
    private Set<UUID> byPlaces(Caller caller, List<Task> tasks) {
        if (tasks.isEmpty()) return Set.of();
        var ids = tasks.stream().map(Task::id).toList();
        var seen = new HashSet<>(holds.involving(caller.memberId(), ids));
        var named = handovers.naming(caller.memberId(), ids);
        seen.addAll(meantFor(caller, rest(tasks, seen, task -> named.contains(task.id()))));
        var waitedFor = waiting.waitedFor(ids);
        if (waitedFor.isEmpty()) return seen;
        var own = offices.of(caller.memberId());
        waitedFor.stream().filter(each -> own.contains(each.office())).forEach(each -> seen.add(each.taskId()));
        return seen;
    }

    private Set<UUID> meantFor(Caller caller, List<Task> tasks) {
        return admission.meantFor(caller.memberId(), caller.groupIds(), tasks);
    }

    private static void add(Set<UUID> seen, Collection<Task> tasks, Predicate<Task> which) {
        tasks.stream().filter(which).forEach(task -> seen.add(task.id()));
    }

    private static List<Task> rest(Collection<Task> tasks, Set<UUID> seen, Predicate<Task> which) {
        return tasks.stream()
                .filter(task -> !seen.contains(task.id()))
                .filter(which)
                .toList();
    }

    /** The same rule for lists, as sets of groups in a branch of the tree, or everywhere when it is null. */
    TaskRepository.Sight over(Caller caller, GroupPath wanted) {
        var branch = caller.within(wanted);
        var inside = branch == null ? null : groups.branch(branch);
        var drafts = groupsWith(caller, branch, grant -> grant.capabilities().contains(TASK_EDIT));
        var published = groupsWith(caller, branch, grant -> !Collections.disjoint(grant.capabilities(), OVER_TASKS));
        var narrow = limited.of(caller, branch, grant -> !Collections.disjoint(grant.capabilities(), OVER_TASKS));
        return new TaskRepository.Sight(drafts, published, narrow, belonging(caller), inside);
    }

    /** What decides which open tasks are for the caller. */
    TaskRepository.Belonging belonging(Caller caller) {
        return belonging(caller, members.homeOnly(caller.memberId()));
    }

    /** The same for who knows where they live. */
    TaskRepository.Belonging belonging(Caller caller, GeoPoint home) {
        var movements = caller.groupIds().stream()
                .map(id -> groups.movement(groups.withId(id)).id())
                .collect(Collectors.toSet());
        return new TaskRepository.Belonging(
                caller.memberId(),
                caller.groupIds(),
                groups.withAncestors(caller.groupIds()),
                movements,
                resting(caller),
                home);
    }

    private Set<UUID> resting(Caller caller) {
        var ids = new HashSet<>(caller.keptOut().groups());
        caller.keptOut()
                .branches()
                .forEach(id -> ids.addAll(groups.branch(groups.withId(id).path())));
        return ids;
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
