package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;
import org.barnstorm.mandate.Probation;
import org.barnstorm.platform.time.Timestamps;

/** What series do with their tasks: make them, and change or drop them as long as there is nobody in them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Instances {
    /** What becomes of a task that a series makes. */
    public enum Opening {
        /** Somebody publishes it by hand. */
        DRAFT,
        /** At once. */
        OPEN,
        /** When somebody has looked at it: who made the series is on probation. */
        REVIEWED
    }

    private final InstanceRepository instances;
    private final Revisions revisions;
    private final WaitList waitList;
    private final TaskJournal journal;
    private final Probation probation;
    private final Groups groups;
    private final TaskConfig config;
    private final Clock clock;

    Instances(
            InstanceRepository instances,
            Revisions revisions,
            WaitList waitList,
            TaskJournal journal,
            Probation probation,
            Groups groups,
            TaskConfig config,
            Clock clock) {
        this.instances = instances;
        this.revisions = revisions;
        this.waitList = waitList;
        this.journal = journal;
        this.probation = probation;
        this.groups = groups;
        this.config = config;
        this.clock = clock;
    }

    /** Times of the series' rule, from this one on, for which there is a task already. */
    public Set<LocalDateTime> made(UUID seriesId, LocalDateTime from) {
        return Set.copyOf(instances.made(seriesId, from));
    }

    /** Those that are to come, or going on. */
    public List<InstanceView> upcoming(UUID seriesId) {
        return instances.upcoming(seriesId, clock.instant()).stream()
                .map(InstanceView::of)
                .toList();
    }

    /** All from one occurrence on, in the order of the rule. Until the transaction ends, nobody gets a place in them. */
    public List<InstanceView> lockFrom(UUID seriesId, LocalDateTime from) {
        return instances.lockFrom(seriesId, from).stream()
                .map(InstanceView::of)
                .sorted(Comparator.comparing(InstanceView::occurrence))
                .toList();
    }

    public Optional<InstanceView> lock(UUID seriesId, LocalDateTime occurrence) {
        return instances.lock(seriesId, occurrence).map(InstanceView::of);
    }

    /**
     * Makes the task for one occurrence. The service does it, in the name of whoever made the series.
     *
     * @param opening whether it opens at once
     */
    public void make(UUID seriesId, LocalDateTime occurrence, NewTask wanted, UUID author, Opening opening) {
        var group = groups.at(wanted.group());
        var now = Timestamps.now(clock);
        var movement = groups.movement(group).id();
        var task = new Task(group.id(), movement, content(wanted), config.travelGap(), author, now)
                .in(new Occurrence(seriesId, occurrence, false));
        instances.persist(task);
        journal.record("task.created", task);
        switch (opening) {
            case DRAFT -> {}
            case OPEN -> open(task, now);
            case REVIEWED -> {
                if (probation.isDrawn()) submit(task, now);
                else open(task, now);
            }
        }
    }

    private void open(Task task, Instant now) {
        task.publish(now);
        journal.record("task.published", task);
    }

    private void submit(Task task, Instant now) {
        task.submit(now);
        journal.record("task.submitted", task);
    }

    /** Gives a free one another content and time, as another occurrence, perhaps of another series. It keeps its id. */
    public void change(
            Caller caller, UUID mandate, UUID taskId, UUID seriesId, LocalDateTime occurrence, NewTask wanted) {
        var task = instances.findById(taskId);
        require(InstanceView.of(task).isFree(), task);
        revisions.edit(task, content(wanted), caller.memberId());
        task.in(new Occurrence(seriesId, occurrence, false));
        journal.record("task.edited", task, caller, mandate);
    }

    /** Cancels one in which there is nobody. */
    public void drop(Caller caller, UUID mandate, UUID taskId) {
        var task = instances.findById(taskId);
        require(InstanceView.of(task).isEmpty(), task);
        task.cancel();
        journal.record("task.cancelled", task, caller, mandate);
        waitList.cancel(task, caller.memberId(), mandate);
    }

    private static TaskContent content(NewTask wanted) {
        return wanted.content(wanted.zone());
    }

    /** The last word: whoever asks for it has looked, under the lock of the task. */
    private static void require(boolean free, Task task) {
        if (!free) throw new IllegalStateException("Somebody is in " + task.id() + ", or edited it by itself");
    }
}
