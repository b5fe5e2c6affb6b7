package org.barnstorm.integration;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.barnstorm.authority.Follower;

/**
 * Answers when there is something, or when the time is over. Between two looks there is neither a thread nor a connection to
 * the database; each look is by who the caller is then (I-14, T-48).
 */
@ApplicationScoped
class LongPoll {
    private final ChangeService changes;
    private final Pulse pulse;
    private final Clock clock;

    LongPoll(ChangeService changes, Pulse pulse, Clock clock) {
        this.changes = changes;
        this.pulse = pulse;
        this.clock = clock;
    }

    /** Comes on a thread that may block, and goes on on others. */
    Uni<Reading> read(Follower who, Asked asked, Duration most) {
        var left = Duration.between(clock.instant(), who.until());
        var wait = left.compareTo(most) < 0 ? left : most;
        return look(who, asked, System.nanoTime() + wait.toNanos());
    }

    /** On threads that may block, with what belongs to the request, such as its id in a refusal. */
    private static Executor worker() {
        var pool = Infrastructure.getDefaultWorkerPool();
        var request = Vertx.currentContext();
        return request == null ? pool : rest -> request.runOnContext(nothing -> pool.execute(rest));
    }

    private Uni<Reading> look(Follower who, Asked asked, long deadline) {
        var reading = changes.read(who.now(), asked);
        var left = deadline - System.nanoTime();
        if (!reading.isNothingYet() || left <= 0 || pulse.isFull())
            return Uni.createFrom().item(reading);
        return pulse.next(asked.group(), reading.next().horizon())
                .ifNoItem()
                .after(Duration.ofNanos(left))
                .recoverWithItem((Void) null)
                .emitOn(worker())
                .chain(() -> look(who, asked.after(reading.next()), deadline));
    }
}
