package org.barnstorm.integration;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.barnstorm.authority.Follower;

/**
 * One wait after the other, for as long as the follower's token is good: each as in {@link LongPoll}, so that here too nothing
 * is held while there is nothing, and everything is decided when it is sent.
 */
@ApplicationScoped
class ChangeStream {
    /** Sooner than proxies give up on a connection that says nothing; who may not follow any more learns it by then, too. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final ChangeService changes;
    private final LongPoll poll;
    private final Pulse pulse;
    private final Clock clock;

    ChangeStream(ChangeService changes, LongPoll poll, Pulse pulse, Clock clock) {
        this.changes = changes;
        this.poll = poll;
        this.pulse = pulse;
        this.clock = clock;
    }

    /** Readings without an end of their own; an empty one says that there was nothing for a while. Refuses before the first. */
    Multi<Reading> read(Follower who, Asked asked, Duration most) {
        var left = Duration.between(clock.instant(), who.until());
        var deadline = System.nanoTime() + (left.compareTo(most) < 0 ? left : most).toNanos();
        var first = changes.read(who.now(), asked);
        var place = new AtomicReference<>(first.next());
        var rest = Multi.createBy()
                .repeating()
                .uni(() -> next(who, asked.after(place.get()), deadline).invoke(reading -> place.set(reading.next())))
                .whilst(reading -> goesOn(deadline));
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(first), rest);
    }

    private Uni<Reading> next(Follower who, Asked asked, long deadline) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(() -> poll.read(who, asked, shorter(deadline)));
    }

    private static Duration shorter(long deadline) {
        var left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
        return left.compareTo(HEARTBEAT) < 0 ? left : HEARTBEAT;
    }

    /** Not in a replica that ends, or has too many who wait: they go on at another one. */
    private boolean goesOn(long deadline) {
        return System.nanoTime() < deadline && !pulse.isFull();
    }
}
