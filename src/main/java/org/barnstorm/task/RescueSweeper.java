package org.barnstorm.task;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.UUID;
import org.barnstorm.platform.Sweep;

/**
 * Calls people when somebody drops out shortly before the start, and tells the organiser when nobody came. Runs on every
 * replica; each place is called for once.
 */
@ApplicationScoped
class RescueSweeper implements Sweeper {
    private final Sweep sweep;
    private final RescueRepository rescues;
    private final RescueCrew crew;
    private final TaskRepository tasks;
    private final PlaceRepository places;
    private final HoldRepository holds;
    private final TaskJournal journal;
    private final MeterRegistry meters;
    private final TaskConfig.Rescuing config;

    RescueSweeper(
            Sweep sweep,
            RescueRepository rescues,
            RescueCrew crew,
            TaskRepository tasks,
            PlaceRepository places,
            HoldRepository holds,
            TaskJournal journal,
            MeterRegistry meters,
            TaskConfig config) {
        this.sweep = sweep;
        this.rescues = rescues;
        this.crew = crew;
        this.tasks = tasks;
        this.places = places;
        this.holds = holds;
        this.journal = journal;
        this.meters = meters;
        this.config = config.rescue();
    }

    /** Calls where it is needed, then ends what is over; a call that reached nobody is over at once. */
    @Override
    public int sweep() {
        return sweep.each("rescue-calls", limit -> rescues.needed(config.window(), limit), this::call)
                + sweep.each("rescue-ends", rescues::toEnd, this::end);
    }

    /** People are looked for before the lock, so that nobody who claims meanwhile waits for that. */
    private boolean call(UUID taskId) {
        var task = tasks.findById(taskId);
        var people = crew.nearest(task);
        if (!places.lockTaskOrSkip(taskId) || !rescues.isNeeded(taskId, config.window())) return false;
        tasks.getSession().refresh(task);
        var rescue = new Rescue(task, people.size(), Patience.with(config), holds.databaseTime());
        rescues.call(rescue, people);
        record("task.rescue-called", task, rescue);
        count("called");
        return true;
    }

    private boolean end(UUID id) {
        var rescue = rescues.findById(id);
        if (!places.lockTaskOrSkip(rescue.taskId())) return false;
        rescues.getSession().refresh(rescue);
        if (!rescue.isOpen()) return false;
        var task = tasks.findById(rescue.taskId());
        var now = holds.databaseTime();
        var outcome = rescue.outcome(task.status(), task.isFull(), now);
        outcome.ifPresent(result -> {
            rescue.end(result, now);
            record(result.event(), task, rescue);
            count(result.name().toLowerCase(Locale.ROOT));
        });
        return outcome.isPresent();
    }

    /** Numbers only: who was called is nobody's business but theirs. */
    private void record(String type, Task task, Rescue rescue) {
        journal.record(type, task, rescue.people(), places.open(task));
    }

    private void count(String result) {
        meters.counter("barnstorm.rescues", "result", result).increment();
    }
}
