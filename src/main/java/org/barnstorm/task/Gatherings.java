package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.time.Timestamps;

/**
 * What features above do with tasks at which people meet. They ask for the mandate and journal it with a subject of their
 * own; here it is the service that acts. Claims, wait list and all else is as with every task.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Gatherings {
    private static final Outcome ATTENDED = new Outcome("attended", null, null, null);

    /** Who had a place when it began, whatever became of it since. */
    private static final Set<AssignmentStatus> GUEST = EnumSet.of(
            AssignmentStatus.HELD,
            AssignmentStatus.DONE,
            AssignmentStatus.VERIFIED,
            AssignmentStatus.EXPIRED,
            AssignmentStatus.NO_SHOW);

    private final TaskRepository tasks;
    private final HoldRepository holds;
    private final PlaceRepository places;
    private final TaskSight sight;
    private final WaitList waitList;
    private final Cancellation cancellation;
    private final TaskJournal journal;
    private final Groups groups;
    private final TaskConfig config;
    private final Clock clock;

    Gatherings(
            TaskRepository tasks,
            HoldRepository holds,
            PlaceRepository places,
            TaskSight sight,
            WaitList waitList,
            Cancellation cancellation,
            TaskJournal journal,
            Groups groups,
            TaskConfig config,
            Clock clock) {
        this.tasks = tasks;
        this.holds = holds;
        this.places = places;
        this.sight = sight;
        this.waitList = waitList;
        this.cancellation = cancellation;
        this.journal = journal;
        this.groups = groups;
        this.config = config;
        this.clock = clock;
    }

    /** Somebody who had a place when it began, and whether they have it still. */
    public record Guest(UUID memberId, boolean hasPlace) {}

    /** Makes the task and opens it. */
    public TaskView plan(Gathering wanted, UUID author) {
        var group = groups.at(wanted.group());
        var content = wanted.asTask().content(groups.zone(group));
        var now = Timestamps.now(clock);
        var movement = groups.movement(group).id();
        var task = new Task(group.id(), movement, content, config.travelGap(), author, now);
        tasks.persist(task);
        journal.record("task.created", task);
        task.publish(now);
        journal.record("task.published", task);
        return TaskView.of(task, group.path());
    }

    /** The task, for whoever may know of it. */
    public TaskView show(UUID taskId) {
        return view(tasks.findById(taskId));
    }

    public boolean hasPlace(UUID taskId, UUID memberId) {
        return guest(taskId, memberId).filter(Guest::hasPlace).isPresent();
    }

    public boolean sees(Caller caller, UUID taskId) {
        return !sight.seen(caller, List.of(tasks.findById(taskId))).isEmpty();
    }

    /**
     * Those of these that are to come or go on and that somebody sees.
     *
     * @param anyway those that they see for another reason than the task
     */
    public List<TaskView> upcoming(Caller caller, Collection<UUID> taskIds, Predicate<UUID> anyway) {
        if (taskIds.isEmpty()) return List.of();
        var now = clock.instant();
        var ahead = tasks.list("id in ?1", taskIds).stream()
                .filter(task -> task.status() != Task.Status.CANCELLED && !task.isOver(now))
                .toList();
        var seen = sight.seen(caller, ahead);
        return ahead.stream()
                .filter(task -> seen.contains(task.id()) || anyway.test(task.id()))
                .map(this::view)
                .toList();
    }

    /** Ends every hold that has no result yet, and all waiting for one. */
    public TaskView cancel(UUID taskId) {
        var task = tasks.findById(taskId);
        tasks.getSession().refresh(task, LockModeType.PESSIMISTIC_WRITE);
        cancellation.cancel(task, null, null);
        journal.record("task.cancelled", task);
        tasks.getSession().refresh(task);
        return view(task);
    }

    /** Everybody of whom it can be said whether they were there, ordered by member. */
    public List<Guest> guests(UUID taskId, Window window) {
        return holds.guests(taskId, window).stream().map(Gatherings::guest).toList();
    }

    public Optional<Guest> guest(UUID taskId, UUID memberId) {
        return latest(taskId, memberId).map(Gatherings::guest);
    }

    /** Nobody was there before it began. */
    public void requireBegun(UUID taskId) {
        var startsAt = tasks.findById(taskId).startsAt();
        if (startsAt == null || !holds.databaseTime().isBefore(startsAt)) return;
        throw Refusal.conflict("not-started", "It starts on " + startsAt + ". Say afterwards who was there.")
                .with("startsAt", startsAt.toString());
    }

    /** They were there: what they held is done. What has ended otherwise stays as it is. */
    public void came(UUID taskId, UUID memberId) {
        latest(taskId, memberId).ifPresent(hold -> {
            var task = lock(hold);
            var now = holds.databaseTime();
            if (hold.status() == AssignmentStatus.HELD && !hold.hasRunOut(now)) {
                hold.complete(hold.fence(), ATTENDED, now);
                journal.record("assignment.completed", task, hold, null, null);
            }
            if (hold.status() != AssignmentStatus.DONE) return;
            hold.pass();
            journal.record("assignment.passed", task, hold, null, null);
        });
    }

    /**
     * They were not there: what they still hold is free, and it counts like a lapse.
     *
     * @param by who says so, somebody else
     */
    public void missed(UUID taskId, UUID memberId, UUID by) {
        latest(taskId, memberId).ifPresent(hold -> {
            var task = lock(hold);
            if (hold.status() != AssignmentStatus.HELD || task.startsAt() == null) return;
            hold.noShow(by, task, holds.databaseTime());
            journal.record("assignment.missed", task, hold, null, null);
            waitList.free(task, hold);
        });
    }

    private Task lock(Assignment hold) {
        var task = tasks.findById(hold.taskId());
        places.lock(task, hold);
        return task;
    }

    private Optional<Assignment> latest(UUID taskId, UUID memberId) {
        return holds.latest(taskId, memberId).filter(hold -> GUEST.contains(hold.status()));
    }

    private static Guest guest(Assignment hold) {
        return new Guest(hold.memberId(), hold.status().holdsPlace());
    }

    private TaskView view(Task task) {
        return TaskView.of(task, groups.withId(task.groupId()).path());
    }
}
