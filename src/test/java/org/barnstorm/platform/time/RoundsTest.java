package org.barnstorm.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RoundsTest {
    private static final Duration SOON = Duration.ofMillis(1);

    /** Not the service's own, which go on. */
    private final Rounds rounds = new Rounds();

    @AfterEach
    void stop() throws InterruptedException {
        rounds.end(new ShutdownEvent());
    }

    @Test
    void a_round_that_fails_is_followed_by_the_next() {
        var begun = new AtomicInteger();
        rounds.every(SOON, () -> {
            begun.incrementAndGet();
            throw new IllegalStateException("The database is away");
        });
        await().atMost(ONE_MINUTE).untilAtomic(begun, greaterThan(3));
    }

    @Test
    void the_end_waits_for_the_round_that_is_going_on_and_lets_no_other_begin() throws InterruptedException {
        var begun = new AtomicInteger();
        var ended = new AtomicInteger();
        var first = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        rounds.every(SOON, () -> {
            begun.incrementAndGet();
            first.countDown();
            awaitQuietly(end);
            ended.incrementAndGet();
        });
        first.await();
        var shutdown = new Thread(this::stopQuietly);
        shutdown.start();
        await().atMost(ONE_MINUTE)
                .until(shutdown::getState, is(Thread.State.TIMED_WAITING)); // no round begins any more
        end.countDown();
        shutdown.join();
        assertThat(begun).hasValue(1);
        assertThat(ended).hasValue(1);
    }

    private void stopQuietly() {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
