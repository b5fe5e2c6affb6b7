package org.barnstorm.platform.time;

import io.quarkus.arc.Arc;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Repeats background work by the monotonic clock. Quarkus's scheduler goes by the wall clock: a replica whose clock is set
 * back by two hours would do nothing for two hours (T-19, docs/decisions/0014).
 */
@ApplicationScoped
public class Rounds {
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 10;

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(AT_ONCE, Rounds::thread);

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "rounds");
        thread.setDaemon(true);
        return thread;
    }

    /** First after one interval, then always one interval after the round before has ended, whatever became of that. */
    public void every(Duration interval, Runnable round) {
        timer.scheduleWithFixedDelay(() -> once(round), interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Once, as soon as there is time for it. What is dropped while the service ends, the next round finds. */
    public void soon(Runnable work) {
        try {
            timer.execute(() -> once(work));
        } catch (RejectedExecutionException e) {
            Log.debug("Not begun any more, because the service ends");
        }
    }

    private static void once(Runnable round) {
        var request = Arc.container().requestContext();
        request.activate();
        try {
            round.run();
        } catch (RuntimeException e) {
            // The database may be away; an exception that got out would end the repetition for good.
            Log.warnf(
                    "A round failed, the next one tries again: %s", e.getClass().getName());
            Log.debug("Why the round failed", e);
        } finally {
            request.terminate();
        }
    }

    /** Lets the rounds that are going on come to their end. */
    void end(@Observes ShutdownEvent shutdown) throws InterruptedException {
        timer.shutdown();
        timer.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
