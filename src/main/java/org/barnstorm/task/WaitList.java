package org.barnstorm.task;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

/**
 * Who gets a place that comes free: whoever has waited for it longest. It is theirs in the same transaction, so that it
 * is never up for grabs in between. Everything here happens under the task's lock, and needs no lock of a member:
 * accepting looks at all that an offer does not.
 */
@ApplicationScoped
class WaitList {
    private static final int MOST_AT_ONCE = 100;

    private final WaiterRepository waiters;
    private final PlaceRepository places;
    private final HoldRepository holds;
    private final Admission admission;
    private final TaskJournal journal;
    private final MeterRegistry meters;
    private final Patience patience;
    private final Clock clock;

    WaitList(
            WaiterRepository waiters,
            PlaceRepository places,
            HoldRepository holds,
            Admission admission,
            TaskJournal journal,
            MeterRegistry meters,
            TaskConfig config,
            Clock clock) {
        this.waiters = waiters;
        this.places = places;
        this.holds = holds;
        this.admission = admission;
        this.journal = journal;
        this.meters = meters;
        this.patience = Patience.with(config.waitlist());
        this.clock = clock;
    }

    /** Makes the place of a hold that has ended free for the next. Comes after the journal row of that end. */
    void free(Task task, Assignment ended) {
        settle(task, ended);
        places.free(task, 1);
        fill(task);
    }

    /** After an offer was answered, or ended otherwise: what that means for the person's entry. */
    void settle(Task task, Assignment offer) {
        if (offer.source() != Source.WAITLIST) return;
        waiters.withOffer(offer.id()).filter(waiter -> waiter.status().isLive()).ifPresent(waiter -> {
            waiter.settle(offer.status(), clock.instant());
            record(task, waiter, null, null);
            count(
                    offer.status() == AssignmentStatus.HELD
                            ? "ACCEPTED"
                            : offer.status().name());
        });
    }

    /** A place went to another person without being free in between; whoever gets it need not wait for one any more. */
    void passedOn(Task task, Assignment old, Assignment next) {
        settle(task, old);
        waiters.live(task.id(), next.memberId()).ifPresent(waiter -> leave(task, waiter, null));
    }

    /**
     * Offers each free place to whoever has waited longest, but not to more people than one transaction has time for: who
     * is left is the sweeper's.
     *
     * @return whether anything was done
     */
    boolean fill(Task task) {
        var next = waiters.next(task.id());
        if (next.isEmpty()) return false;
        var free = places.open(task);
        var looks = 0;
        for (; free > 0 && looks < MOST_AT_ONCE && next.isPresent(); next = waiters.next(task.id())) {
            if (offer(task, next.get())) free--;
            looks++;
        }
        return looks > 0;
    }

    /** Whether the person got a place of those that were free. */
    private boolean offer(Task task, Waiter waiter) {
        if (!admission.couldAccept(waiter.memberId(), task)) {
            pass(task, waiter);
            return false;
        }
        var openFor = patience.before(task.startsAt(), holds.databaseTime());
        var place = places.offer(task.id(), waiter.memberId(), Source.WAITLIST, null, openFor);
        if (place.isEmpty()) { // there is one, so it is the person who has one already
            leave(task, waiter, null);
            return false;
        }
        journal.record("assignment.offered", task, place.get(), null, null);
        waiter.offered(place.get());
        record(task, waiter, null, null);
        count(waiter.status().name());
        return true;
    }

    /** The task is over: there is nothing to wait for. */
    void dissolve(Task task) {
        var passed = waiters.waiting(task.id());
        for (var waiter : passed) {
            waiter.pass(clock.instant());
            count("SKIPPED");
        }
        journal.recordWaiters("waiter.passed", task, passed, null, null);
    }

    /** The task will not happen. Whoever had an offer lost it with the holds. */
    void cancel(Task task, UUID actor, UUID mandate) {
        var cancelled = waiters.live(task.id());
        for (var waiter : cancelled) waiter.cancel(clock.instant());
        journal.recordWaiters("waiter.cancelled", task, cancelled, actor, mandate);
    }

    /** @param actor null when they came by a place otherwise */
    void leave(Task task, Waiter waiter, UUID actor) {
        waiter.leave(clock.instant());
        record(task, waiter, actor, null);
    }

    private void pass(Task task, Waiter waiter) {
        waiter.pass(clock.instant());
        record(task, waiter, null, null);
        count("SKIPPED");
    }

    private void record(Task task, Waiter waiter, UUID actor, UUID mandate) {
        journal.record("waiter." + lower(waiter.status().name()), task, waiter, actor, mandate);
    }

    private void count(String result) {
        meters.counter("barnstorm.waitlist.offers", "result", lower(result)).increment();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
