package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;
import org.barnstorm.member.Members.Whereabouts;
import org.barnstorm.training.Qualifications;

/**
 * Whether there is anybody who could do a task that needs a course. Asked for many tasks at once, in few statements. In
 * doubt, where a course has very many holders, there is.
 */
@ApplicationScoped
class QualifiedPeople {
    /** Of a course with more holders than this, all are looked at only within single groups. */
    private static final int MOST_OF_COURSE = 1000;
    /** A group with more members than this has somebody. */
    private static final int MOST_OF_GROUP = 500;

    private final TaskInvitationRepository invitations;
    private final Qualifications qualifications;
    private final Members members;
    private final Groups groups;
    private final Admission admission;
    private final int nearKm;

    QualifiedPeople(
            TaskInvitationRepository invitations,
            Qualifications qualifications,
            Members members,
            Groups groups,
            Admission admission,
            TaskConfig config) {
        this.invitations = invitations;
        this.qualifications = qualifications;
        this.members = members;
        this.groups = groups;
        this.admission = admission;
        this.nearKm = config.board().nearKm();
    }

    /** Which of these tasks need a course that nobody has who is one of those it is for and lives near. */
    Set<UUID> withoutAnybody(Collection<Task> tasks) {
        var needing =
                tasks.stream().filter(task -> task.requiredCourseId() != null).toList();
        if (needing.isEmpty()) return Set.of();
        var holders = qualifications.holders(courses(needing), MOST_OF_COURSE);
        var popular = holders.entrySet().stream()
                .filter(each -> each.getValue().size() >= MOST_OF_COURSE)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        var people = whereabouts(holders, popular);
        var invited = invitations.invited(ids(needing));
        var nobody = new HashSet<>(withoutLocals(of(needing, popular, true)));
        for (var task : of(needing, popular, false)) {
            var asked = invited.getOrDefault(task.id(), Set.of());
            var can = holders.getOrDefault(task.requiredCourseId(), Set.of());
            if (can.stream().noneMatch(id -> asked.contains(id) || couldCome(task, people.get(id))))
                nobody.add(task.id());
        }
        return nobody;
    }

    /** Of a course with very many holders, only whole groups can lack one: those whose members alone may claim. */
    private Set<UUID> withoutLocals(List<Task> tasks) {
        var local = tasks.stream()
                .filter(task -> task.audience().who() == Audience.Who.GROUP)
                .toList();
        if (local.isEmpty()) return Set.of();
        var inGroups =
                members.activeMembers(local.stream().map(Task::groupId).collect(Collectors.toSet()), MOST_OF_GROUP);
        var all = inGroups.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        var holders = qualifications.holdersAmong(all, courses(local));
        return local.stream()
                .filter(task -> {
                    var there = inGroups.getOrDefault(task.groupId(), Set.of());
                    var can = holders.getOrDefault(task.requiredCourseId(), Set.of());
                    return there.size() < MOST_OF_GROUP && there.stream().noneMatch(can::contains);
                })
                .map(Task::id)
                .collect(Collectors.toSet());
    }

    private Map<UUID, Whereabouts> whereabouts(Map<UUID, Set<UUID>> holders, Set<UUID> popular) {
        var few = holders.entrySet().stream()
                .filter(each -> !popular.contains(each.getKey()))
                .flatMap(each -> each.getValue().stream())
                .collect(Collectors.toSet());
        var people = members.whereabouts(few);
        groups.withIds(people.stream().flatMap(each -> each.groups().stream()).collect(Collectors.toSet()));
        return people.stream().collect(Collectors.toMap(Whereabouts::memberId, Function.identity()));
    }

    private boolean couldCome(Task task, Whereabouts person) {
        if (person == null || !admission.isAmongAudience(task, person.groups())) return false;
        var within =
                task.audience().who() == Audience.Who.NEARBY ? task.audience().km() : nearKm;
        if (person.home() == null) return task.audience().who() != Audience.Who.NEARBY;
        var place = task.audience().who() == Audience.Who.NEARBY ? task.location() : task.meetingPoint();
        return place == null || person.home().kmTo(place) <= within;
    }

    private static List<Task> of(List<Task> tasks, Set<UUID> courses, boolean those) {
        return tasks.stream()
                .filter(task -> courses.contains(task.requiredCourseId()) == those)
                .toList();
    }

    private static Set<UUID> courses(List<Task> tasks) {
        return tasks.stream().map(Task::requiredCourseId).collect(Collectors.toSet());
    }

    private static List<UUID> ids(List<Task> tasks) {
        return tasks.stream().map(Task::id).toList();
    }
}
