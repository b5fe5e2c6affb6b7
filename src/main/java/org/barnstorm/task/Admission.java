package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final TaskInvitationRepository invitations;
    private final RescueRepository rescues;
    private final Members members;
    private final Groups groups;
    private final Qualifications qualifications;

    Admission(
            TaskInvitationRepository invitations,
            RescueRepository rescues,
            Members members,
            Groups groups,
            Qualifications qualifications) {
        this.invitations = invitations;
        this.rescues = rescues;
        this.members = members;
        this.groups = groups;
        this.qualifications = qualifications;
    }

    /**
     * Those of these tasks that are meant for this person, if they are open: they are one of the audience, or they were
     * asked personally, and they are not suspended there. However many tasks, it takes the same few statements.
     *
     * @param memberOf groups in which they are an active member
     */
    Set<UUID> meantFor(UUID memberId, Set<UUID> memberOf, Collection<Task> tasks) {
        var meant = new HashSet<UUID>();
        var others = new HashSet<UUID>();
        for (var task : tasks) (belongs(task, memberId, memberOf) ? meant : others).add(task.id());
        if (!others.isEmpty()) meant.addAll(invitations.of(memberId, others));
        others.removeAll(meant);
        if (!others.isEmpty()) {
            var called = rescues.calling(memberId, others);
            tasks.stream()
                    .filter(task -> called.contains(task.id())
                            && !ofMovement(task, memberOf).isEmpty())
                    .forEach(task -> meant.add(task.id()));
        }
        removeWhereSuspended(meant, memberId, memberOf, tasks);
        return meant;
    }

    /** An active member of the very group is not suspended there; of others it is asked. */
    private void removeWhereSuspended(Set<UUID> meant, UUID memberId, Set<UUID> memberOf, Collection<Task> tasks) {
        var elsewhere = tasks.stream()
                .filter(task -> meant.contains(task.id()) && !memberOf.contains(task.groupId()))
                .toList();
        if (elsewhere.isEmpty()) return;
        var keptOut = members.keptOut(memberId);
        elsewhere.stream().filter(task -> keptOut.isFrom(line(task))).forEach(task -> meant.remove(task.id()));
    }

    private boolean belongs(Task task, UUID memberId, Set<UUID> memberOf) {
        return isAmongAudience(task, memberOf)
                && (task.audience().who() != Audience.Who.NEARBY || livesNear(task, memberId));
    }

    /** Who claims or waits is one of those the task is for and holds the qualification, until the transaction ends. */
    void admit(UUID memberId, Set<UUID> memberOf, Task task, GroupRef group) {
        if (isAmongAudience(task, memberOf)) {
            members.requireActive(memberId, fitting(task, memberOf), group);
            whyTooFar(memberId, memberOf, task).ifPresent(Admission::refuse);
        } else admitAsked(memberId, memberOf, task, group);
        requireNotSuspended(memberId, memberOf, task, group);
        requireQualified(memberId, task);
    }

    /** Every reason why {@link #admit} would refuse, without a lock. */
    List<Refusal> whyNot(UUID memberId, Set<UUID> memberOf, Task task, GroupRef group) {
        var why = new ArrayList<Refusal>();
        if (isSuspended(memberId, memberOf, task)) why.add(notAmongThem(task, group));
        else if (isAmongAudience(task, memberOf))
            whyTooFar(memberId, memberOf, task).ifPresent(why::add);
        else if (!isAsked(task, memberId, memberOf)) why.add(notAmongThem(task, group));
        whyNotQualified(memberId, task).ifPresent(why::add);
        return why;
    }

    /** Every reason why {@link #admitOffered} would refuse, without a lock. */
    List<Refusal> whyNotOffered(UUID memberId, Set<UUID> memberOf, Task task, GroupRef group) {
        var why = new ArrayList<Refusal>();
        var isStranger = fitting(task, memberOf).isEmpty() && !isAsked(task, memberId, memberOf);
        if (isStranger || isSuspended(memberId, memberOf, task)) why.add(notAmongThem(task, group));
        whyNotQualified(memberId, task).ifPresent(why::add);
        return why;
    }

    private Optional<Refusal> whyNotQualified(UUID memberId, Task task) {
        return task.requiredCourseId() == null
                ? Optional.empty()
                : qualifications.whyNot(memberId, task.requiredCourseId());
    }

    /** Who is offered a place needs no other invitation and may live further away. */
    void admitOffered(UUID memberId, Set<UUID> memberOf, Task task, GroupRef group) {
        if (!fitting(task, memberOf).isEmpty()) members.requireActive(memberId, fitting(task, memberOf), group);
        else admitAsked(memberId, memberOf, task, group);
        requireNotSuspended(memberId, memberOf, task, group);
        requireQualified(memberId, task);
    }

    /** Whether it makes sense to offer this person a place now. Locks nothing: they are admitted when they accept. */
    boolean couldAccept(UUID memberId, Task task) {
        var group = groups.withId(task.groupId());
        return whyNotOffered(memberId, members.activeGroups(memberId), task, group)
                .isEmpty();
    }

    /**
     * As {@link #admitOffered}, of several people, with answers instead of a refusal: who of them may not be offered a
     * place, and why. Locks them all, and keeps their memberships until the transaction ends.
     */
    Map<UUID, Refusal> admitAllOffered(Collection<UUID> memberIds, Task task, GroupRef group) {
        var memberOf = members.lockAll(memberIds);
        var course = task.requiredCourseId();
        var qualified = course == null ? Set.copyOf(memberIds) : qualifications.holders(course, memberIds);
        var unqualified = qualified.containsAll(memberIds) ? null : qualifications.missing(course);
        var strangers = strangers(task, memberIds, memberOf);
        var refused = new HashMap<UUID, Refusal>();
        for (var member : memberIds) {
            if (strangers.contains(member)) refused.put(member, notAmongThem(task, group));
            else if (!qualified.contains(member)) refused.put(member, unqualified);
        }
        return refused;
    }

    /** Those who are suspended there, or belong nowhere fitting and were not asked personally either. */
    private Set<UUID> strangers(Task task, Collection<UUID> memberIds, Map<UUID, Set<UUID>> memberOf) {
        var strangers = unasked(task, memberIds, memberOf);
        strangers.addAll(members.suspendedAmong(memberIds, line(task)));
        return strangers;
    }

    private Set<UUID> unasked(Task task, Collection<UUID> memberIds, Map<UUID, Set<UUID>> memberOf) {
        var strangers = memberIds.stream()
                .filter(member ->
                        fitting(task, memberOf.getOrDefault(member, Set.of())).isEmpty())
                .collect(Collectors.toSet());
        if (strangers.isEmpty()) return strangers;
        strangers.removeAll(invitations.among(task.id(), strangers));
        var called = rescues.calledAmong(task.id(), strangers);
        strangers.removeIf(member -> called.contains(member)
                && !ofMovement(task, memberOf.getOrDefault(member, Set.of())).isEmpty());
        return strangers;
    }

    /** Whether these groups make somebody one of the people meant, wherever they live. */
    boolean isAmongAudience(Task task, Set<UUID> memberOf) {
        return task.audience().who() != Audience.Who.INVITED
                && !fitting(task, memberOf).isEmpty();
    }

    /** An organiser invited them, or they were called because somebody dropped out and are still of the movement. */
    private boolean isAsked(Task task, UUID memberId, Set<UUID> memberOf) {
        return invitations.exists(task.id(), memberId)
                || rescues.isCalled(task.id(), memberId)
                        && !ofMovement(task, memberOf).isEmpty();
    }

    private void admitAsked(UUID memberId, Set<UUID> memberOf, Task task, GroupRef group) {
        members.lock(memberId);
        if (invitations.exists(task.id(), memberId)) return;
        if (!rescues.isCalled(task.id(), memberId)) throw notAmongThem(task, group);
        members.requireActive(memberId, ofMovement(task, memberOf), group);
    }

    /** Asked again under their lock, unless that keeps the very membership that nobody who is suspended there has. */
    private void requireNotSuspended(UUID memberId, Set<UUID> memberOf, Task task, GroupRef group) {
        var kept = task.audience().who() == Audience.Who.GROUP && memberOf.contains(task.groupId());
        if (!kept && isSuspended(memberId, task)) throw notAmongThem(task, group);
    }

    private boolean isSuspended(UUID memberId, Set<UUID> memberOf, Task task) {
        return !memberOf.contains(task.groupId()) && isSuspended(memberId, task);
    }

    private boolean isSuspended(UUID memberId, Task task) {
        return !members.suspendedAmong(List.of(memberId), line(task)).isEmpty();
    }

    /** Its group and those above it. */
    private List<UUID> line(Task task) {
        return groups.line(groups.withId(task.groupId()));
    }

    private static Refusal notAmongThem(Task task, GroupRef group) {
        return task.audience().who() == Audience.Who.INVITED
                ? Refusal.conflict("not-invited", "This task is for people who were invited. Ask who made it.")
                : Members.notAMember(group);
    }

    /** Who sees the task for another reason, and may live anywhere, claims it only as those it is for. */
    private Optional<Refusal> whyTooFar(UUID memberId, Set<UUID> memberOf, Task task) {
        if (task.audience().who() != Audience.Who.NEARBY || livesNear(task, memberId)) return Optional.empty();
        if (isAsked(task, memberId, memberOf)) return Optional.empty();
        return Optional.of(Refusal.conflict(
                        "too-far",
                        "This task is for people who live within "
                                + task.audience().km()
                                + " km of its place, by their profiles. Ask who made it for an invitation.")
                .with("km", task.audience().km()));
    }

    private static void refuse(Refusal why) {
        throw why;
    }

    void requireQualified(UUID memberId, Task task) {
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

    private Set<UUID> ofMovement(Task task, Set<UUID> memberOf) {
        var movement = groups.withId(task.movementId()).path();
        return memberOf.stream()
                .filter(id -> movement.covers(groups.withId(id).path()))
                .collect(Collectors.toSet());
    }

    private boolean livesNear(Task task, UUID memberId) {
        var home = members.home(memberId);
        return home != null && home.kmTo(task.location()) <= task.audience().km();
    }
}
