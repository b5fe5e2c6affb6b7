package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;
import org.barnstorm.training.Qualifications;

/** Who is called when somebody drops out: those of the movement who live nearest and could take the place. */
@ApplicationScoped
class RescueCrew {
    /** More people are not looked at: whoever lives further away in a city of that size is hardly nearer. */
    private static final int MOST = 5000;

    private static final int AT_A_TIME = 250;

    private final RescueRepository rescues;
    private final Workload workload;
    private final Members members;
    private final Groups groups;
    private final Qualifications qualifications;
    private final TaskConfig config;

    RescueCrew(
            RescueRepository rescues,
            Workload workload,
            Members members,
            Groups groups,
            Qualifications qualifications,
            TaskConfig config) {
        this.rescues = rescues;
        this.workload = workload;
        this.members = members;
        this.groups = groups;
        this.qualifications = qualifications;
        this.config = config;
    }

    /** The nearest first. Locks nothing: whoever claims is looked at again. */
    List<UUID> nearest(Task task) {
        var wanted = config.rescue().people();
        var movement = groups.branch(groups.withId(task.movementId()).path());
        var near = members.nearest(movement, task.location(), config.rescue().km(), MOST);
        var crew = new ArrayList<UUID>();
        for (var from = 0; from < near.size() && crew.size() < wanted; from += AT_A_TIME) {
            var some = near.subList(from, Math.min(near.size(), from + AT_A_TIME));
            var able = able(task, some);
            some.stream().filter(able::contains).limit(wanted - crew.size()).forEach(crew::add);
        }
        return crew;
    }

    private Set<UUID> able(Task task, Collection<UUID> people) {
        var qualified = task.requiredCourseId() == null
                ? Set.copyOf(people)
                : qualifications.holders(task.requiredCourseId(), people);
        var suspended = members.suspendedAmong(people, groups.line(groups.withId(task.groupId())));
        return rescues.free(task.id(), people, workload.memory()).stream()
                .filter(each -> qualified.contains(each.memberId())
                        && !suspended.contains(each.memberId())
                        && each.hasRoom(config.limits()))
                .map(RescueRepository.Free::memberId)
                .collect(Collectors.toSet());
    }
}
