package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.barnstorm.authority.Callers;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.Journal;

/** What calendars ask of tasks: what takes place when. Work that can be done at any time is in none. */
@ApplicationScoped
@Transactional
public class Appointments {
    private final AppointmentRepository appointments;
    private final TaskSight sight;
    private final Callers callers;
    private final Groups groups;
    private final Journal journal;

    Appointments(AppointmentRepository appointments, TaskSight sight, Callers callers, Groups groups, Journal journal) {
        this.appointments = appointments;
        this.sight = sight;
        this.callers = callers;
        this.groups = groups;
        this.journal = journal;
    }

    /**
     * What a member took on or was offered, as they see it in their own list: the soonest of what ends after {@code since}.
     * What became of a place stays to be seen, wherever they belong by now.
     */
    public List<Appointment> of(UUID memberId, Instant since, int most) {
        var looks = appointments.own(memberId, since, most);
        Map<UUID, List<HoldRepository.Look>> byTask = looks.stream()
                .collect(Collectors.groupingBy(look -> look.task().id(), LinkedHashMap::new, Collectors.toList()));
        var subjects = looks.stream()
                .flatMap(look -> Stream.of(look.task().id(), look.own().id()))
                .collect(Collectors.toSet());
        var changes = journal.latest(subjects);
        return byTask.values().stream().map(each -> own(each, changes)).toList();
    }

    private static Appointment own(List<HoldRepository.Look> looks, Map<UUID, Instant> changes) {
        var task = looks.get(0).task();
        var holds = looks.stream().map(HoldRepository.Look::own).toList();
        var changed = Stream.concat(Stream.of(task.id()), holds.stream().map(Assignment::id))
                .map(id -> changes.getOrDefault(id, task.createdAt()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return Appointment.of(task, holds, changed);
    }

    /**
     * What a group and those below it do for everybody in the movement, if this member sees it now: open work, and of what
     * was called off that it was. The soonest of what ends after {@code since}, of each.
     */
    public List<Appointment> forEverybody(UUID memberId, GroupRef group, Instant since, int most) {
        var belonging = sight.belonging(callers.withId(memberId));
        var movement = groups.movement(group).id();
        if (!belonging.movements().contains(movement)) return List.of();
        var branch = new HashSet<>(groups.branch(group.path()));
        branch.removeAll(belonging.resting());
        var seen = new TaskRepository.Sight(Set.of(), Set.of(), LimitedReach.Narrow.NONE, belonging, branch);
        var tasks = new ArrayList<>(appointments.forEverybody(seen, movement, branch, since, most));
        tasks.addAll(appointments.calledOff(movement, branch, since, most));
        var changes = journal.latest(ids(tasks));
        return tasks.stream()
                .map(task -> Appointment.forEverybody(task, changes.getOrDefault(task.id(), task.createdAt())))
                .sorted(Comparator.comparing(Appointment::startsAt).thenComparing(Appointment::id))
                .toList();
    }

    private static List<UUID> ids(Collection<Task> tasks) {
        return tasks.stream().map(Task::id).toList();
    }
}
