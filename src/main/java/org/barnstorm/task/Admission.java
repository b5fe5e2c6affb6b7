package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.training.Qualifications;

/** Whom a task is for, and who may have a place in it. Seeing an open task and claiming it follow the same rule. */
@ApplicationScoped
class Admission {
    private final HoldRepository holds;
    private final Members members;
    private final Groups groups;
    private final Qualifications qualifications;

    Admission(HoldRepository holds, Members members, Groups groups, Qualifications qualifications) {
        this.holds = holds;
        this.members = members;
        this.groups = groups;
        this.qualifications = qualifications;
    }

    /**
     * Whether an open task is meant for this person.
     *
     * @param memberOf groups in which they are an active member
     */
    boolean isFor(Task task, UUID memberId, Set<UUID> memberOf) {
        return switch (task.audience().who()) {
            case GROUP, BRANCH, MOVEMENT -> !fitting(task, memberOf).isEmpty();
            case NEARBY -> !fitting(task, memberOf).isEmpty() && livesNear(task, memberId);
            case INVITED -> holds.isInvited(task.id(), memberId);
        };
    }

    /** Who claims belongs to those the task is for and holds the qualification, until the transaction ends. */
    void admit(UUID memberId, Set<UUID> memberOf, Task task, GroupRef group) {
        if (task.audience().who() == Audience.Who.INVITED) admitInvited(memberId, task);
        else members.requireActive(memberId, fitting(task, memberOf), group);
        requireQualified(memberId, task);
    }

    /** Who is offered a place needs no other invitation and may live further away. */
    void admitOffered(UUID memberId, Set<UUID> memberOf, Task task, GroupRef group) {
        members.requireActive(memberId, fitting(task, memberOf), group);
        requireQualified(memberId, task);
    }

    private void admitInvited(UUID memberId, Task task) {
        members.lock(memberId);
        if (!holds.isInvited(task.id(), memberId)) {
            throw Refusal.conflict("not-invited", "This task is for people who were invited. Ask who made it.");
        }
    }

    private void requireQualified(UUID memberId, Task task) {
        if (task.requiredCourseId() != null) qualifications.require(memberId, task.requiredCourseId());
    }

    /** Those of somebody's groups that make them one of the people meant. */
    private Set<UUID> fitting(Task task, Set<UUID> memberOf) {
        var path = groups.withId(task.groupId()).path();
        return memberOf.stream()
                .filter(id -> switch (task.audience().who()) {
                    case GROUP -> id.equals(task.groupId());
                    case BRANCH -> path.covers(groups.withId(id).path());
                    case MOVEMENT, NEARBY, INVITED ->
                        path.movement().covers(groups.withId(id).path());
                })
                .collect(Collectors.toSet());
    }

    private boolean livesNear(Task task, UUID memberId) {
        var home = members.home(memberId);
        return home != null && home.kmTo(task.location()) <= task.audience().km();
    }
}
