package org.barnstorm.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.journal.PlayedFeed;
import org.junit.jupiter.api.Test;

/** Who is woken by what, and what waiting costs. */
class PulseTest {
    private static final int MOST = 3;

    private final PlayedFeed feed = new PlayedFeed();
    private final Pulse pulse = new Pulse(feed, config(), new SimpleMeterRegistry());

    static ChangesConfig config() {
        return new ChangesConfig() {
            @Override
            public Duration lookEvery() {
                return Duration.ofMillis(10);
            }

            @Override
            public int mostWaiting() {
                return MOST;
            }
        };
    }

    private UniAssertSubscriber<Void> waits(String under, long bound) {
        return pulse.next(new GroupPath(under), bound).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    @Test
    void nobody_waits_and_nobody_looks() {
        pulse.beat();
        assertThat(feed.looks()).isZero();
    }

    @Test
    void however_many_wait_there_is_one_look() {
        waits("uk", 0);
        waits("uk.hove", 0);
        waits("fr", 0);
        pulse.beat();
        assertThat(feed.looks()).isEqualTo(1);
        assertThat(pulse.size()).isEqualTo(3);
    }

    @Test
    void those_are_woken_whom_it_concerns() {
        var above = waits("uk", 0);
        var there = waits("uk.hove", 0);
        var beside = waits("uk.hov", 0);
        feed.happens("uk.hove");
        pulse.beat();
        above.assertCompleted();
        there.assertCompleted();
        beside.assertNotTerminated();
        assertThat(pulse.size()).isEqualTo(1);
    }

    @Test
    void what_came_between_reading_and_waiting_is_not_missed() {
        feed.happens("uk.hove"); // after a reader's bound 0, before it waits
        var late = waits("uk", 0);
        late.assertNotTerminated();
        pulse.beat();
        late.assertCompleted();
    }

    @Test
    void who_read_before_what_others_were_told_reads_again() {
        waits("fr", 0);
        feed.happens("uk.hove");
        pulse.beat(); // the others are told of everything below 1
        waits("uk", 0).assertCompleted();
        waits("uk", 1).assertNotTerminated();
    }

    @Test
    void who_gives_up_is_forgotten() {
        var waiting = waits("uk", 0);
        waiting.cancel();
        assertThat(pulse.size()).isZero();
        pulse.beat();
        assertThat(feed.looks()).isZero();
    }

    @Test
    void more_than_the_most_do_not_wait() {
        for (var i = 0; i < MOST; i++) waits("uk", 0).assertNotTerminated();
        assertThat(pulse.isFull()).isTrue();
        waits("uk", 0).assertCompleted();
    }

    @Test
    void when_the_replica_ends_everybody_is_woken_and_nobody_waits_any_more() {
        var waiting = waits("uk", 0);
        pulse.end(new ShutdownDelayInitiatedEvent());
        waiting.assertCompleted();
        assertThat(pulse.isFull()).isTrue();
        waits("uk", 0).assertCompleted();
    }
}
