package org.barnstorm.integration;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.journal.JournalFeed;
import org.barnstorm.platform.time.Rounds;

/**
 * Wakes those who wait for changes. One short look at the journal serves everybody who waits in this replica, however many
 * they are; while nobody waits there is none. It only wakes: what there is for whom, each finds out by reading.
 */
@ApplicationScoped
class Pulse {
    private final JournalFeed feed;
    private final int most;
    private final Set<Waiter> waiting = new HashSet<>();

    /** Below this horizon everything has been told to those who waited. */
    private long told;

    private boolean ending;

    /** Somebody waits for a change in this part of the tree. Compared by identity: two may wait for the same. */
    private static final class Waiter {
        final GroupPath under;
        final UniEmitter<? super Void> wake;

        Waiter(GroupPath under, UniEmitter<? super Void> wake) {
            this.under = under;
            this.wake = wake;
        }

        boolean isMeant(JournalFeed.Stir stir) {
            return stir.everywhere()
                    || stir.paths().stream().map(GroupPath::new).anyMatch(under::covers);
        }
    }

    Pulse(JournalFeed feed, ChangesConfig config, MeterRegistry meters) {
        this.feed = feed;
        this.most = config.mostWaiting();
        meters.gauge("barnstorm.changes.waiting", this, Pulse::size);
    }

    void begin(@Observes StartupEvent start, Rounds rounds, ChangesConfig config) {
        rounds.every(config.lookEvery(), this::beat);
    }

    /** The replica goes: everybody gets what there is and asks another one. */
    void end(@Observes ShutdownDelayInitiatedEvent shutdown) {
        wake(leave());
    }

    private synchronized List<Waiter> leave() {
        ending = true;
        var all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }

    /** Whether nobody else may wait here. */
    synchronized boolean isFull() {
        return ending || waiting.size() >= most;
    }

    /**
     * Ends with the next change at or below a group. No thread is held meanwhile; who asks says for how long.
     *
     * @param bound all below this horizon has been read
     */
    Uni<Void> next(GroupPath under, long bound) {
        return Uni.createFrom().emitter(emitter -> {
            var waiter = new Waiter(under, emitter);
            emitter.onTermination(() -> forget(waiter));
            if (!joins(waiter, bound)) emitter.complete(null);
        });
    }

    /** Not who read before what has been told to the others meanwhile: they read again at once. */
    private synchronized boolean joins(Waiter waiter, long bound) {
        if (bound < told || isFull()) return false;
        if (waiting.isEmpty()) told = bound;
        return waiting.add(waiter);
    }

    private synchronized void forget(Waiter waiter) {
        waiting.remove(waiter);
    }

    /** One look, if anybody waits. */
    void beat() {
        var since = since();
        if (since < 0) return;
        var stir = feed.since(since);
        wake(meant(stir));
    }

    private synchronized long since() {
        return waiting.isEmpty() ? -1 : told;
    }

    private synchronized List<Waiter> meant(JournalFeed.Stir stir) {
        told = Math.max(told, stir.bound());
        var meant = waiting.stream().filter(waiter -> waiter.isMeant(stir)).toList();
        meant.forEach(waiting::remove);
        return meant;
    }

    /** Outside of the lock: whoever is woken may come back at once. */
    private static void wake(List<Waiter> waiters) {
        waiters.forEach(waiter -> waiter.wake.complete(null));
    }

    synchronized int size() {
        return waiting.size();
    }
}
