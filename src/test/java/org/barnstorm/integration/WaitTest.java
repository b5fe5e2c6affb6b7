package org.barnstorm.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.Follower;
import org.barnstorm.authority.Followers;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.KeptOut;
import org.barnstorm.platform.journal.Mark;
import org.barnstorm.platform.journal.PlayedFeed;
import org.barnstorm.platform.problem.Refusal;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.Test;

/** Waiting and streaming as such, without a database: when an answer comes, and who is asked about before it is sent. */
class WaitTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final PlayedFeed feed = new PlayedFeed();
    private final Pulse pulse = new Pulse(feed, PulseTest.config(), new SimpleMeterRegistry());
    private final AtomicInteger readings = new AtomicInteger();
    private final AtomicBoolean welcome = new AtomicBoolean(true);

    /** A change for each thing that was played, by its number. */
    private final ChangeService service = new ChangeService(feed, null) {
        @Override
        Reading read(Caller caller, Asked asked) {
            readings.incrementAndGet();
            var bound = feed.bound();
            var found = new ArrayList<Reading.Found>();
            for (var i = asked.since() == null ? bound : asked.since().horizon(); i < bound; i++) {
                found.add(new Reading.Found(change(i), new Mark(i, 1)));
            }
            return new Reading(found, Mark.before(bound), false);
        }
    };

    private final LongPoll poll = new LongPoll(service, pulse, Clock.systemUTC());
    private final ChangeStream stream = new ChangeStream(service, poll, pulse, Clock.systemUTC());

    private static Change change(long number) {
        return new Change(
                new UUID(0, number),
                "task.edited",
                "task",
                new UUID(1, number),
                number + 1,
                "uk",
                null,
                Instant.EPOCH,
                Map.of(),
                false);
    }

    private Follower somebody(Duration token) {
        return Followers.of(this::caller, Instant.now().plus(token));
    }

    private Caller caller() {
        if (!welcome.get()) throw Refusal.forbidden("no-mandate", "You were, and are not.");
        return new Caller(new UUID(0, 1), false, Set.of(), KeptOut.NOWHERE, Set::of);
    }

    private static Asked from(Mark since) {
        return new Asked(new GroupPath("uk"), Set.of(), since, 100);
    }

    @Test
    void what_is_there_already_comes_at_once() {
        feed.happens("uk.hove");
        var answer = poll.read(somebody(LONG), from(Mark.START), LONG).await().atMost(LONG);
        assertThat(answer.changes()).hasSize(1);
        assertThat(pulse.size()).isZero();
    }

    @Test
    void who_waits_is_answered_by_the_next_change() {
        var answer = poll.read(somebody(LONG), from(null), LONG).subscribeAsCompletionStage();
        assertThat(answer).isNotDone();
        feed.happens("uk.hove");
        pulse.beat();
        await().until(answer::isDone);
        assertThat(answer.join().changes()).hasSize(1);
    }

    @Test
    void waiting_has_an_end_and_looks_twice() {
        var answer = poll.read(somebody(LONG), from(null), Duration.ofMillis(50))
                .await()
                .atMost(LONG);
        assertThat(answer.changes()).isEmpty();
        assertThat(readings).hasValue(2);
        assertThat(pulse.size()).isZero();
    }

    @Test
    void nobody_waits_longer_than_their_token_lives() {
        var answer = poll.read(somebody(Duration.ofMillis(50)), from(null), LONG)
                .await()
                .atMost(Duration.ofSeconds(10));
        assertThat(answer.changes()).isEmpty();
    }

    @Test
    void I_14_who_they_are_is_asked_again_before_anything_is_sent() {
        var answer = poll.read(somebody(LONG), from(null), LONG).subscribeAsCompletionStage();
        welcome.set(false);
        feed.happens("uk.hove");
        pulse.beat();
        await().until(answer::isDone);
        assertThat(answer).isCompletedExceptionally();
    }

    @Test
    void a_stream_sends_each_change_once_with_the_place_after_it() {
        var sent = new CopyOnWriteArrayList<OutboundSseEvent>();
        var over = events(Duration.ofSeconds(2), sent);
        await().until(() -> pulse.size() == 1);
        for (var i = 0; i < 3; i++) {
            feed.happens("uk.hove");
            pulse.beat();
            var known = i + 1;
            await().until(() -> data(sent).size() == known && pulse.size() == 1);
        }
        await().atMost(LONG).until(over::get);
        assertThat(data(sent)).extracting(OutboundSseEvent::getId).containsExactly("0,1", "1,1", "2,1");
        assertThat(sent.get(sent.size() - 1).getId()).isEqualTo("3,0");
    }

    @Test
    void T_48_a_stream_ends_with_the_reason_when_its_follower_may_not_follow_any_more() {
        var sent = new CopyOnWriteArrayList<OutboundSseEvent>();
        var over = events(LONG, sent);
        await().until(() -> pulse.size() == 1);
        welcome.set(false);
        feed.happens("uk.hove");
        pulse.beat();
        await().until(over::get);
        var last = sent.get(sent.size() - 1);
        assertThat(last.getName()).isEqualTo("end");
        assertThat(last.getData().toString()).contains("/problems/no-mandate").doesNotContain("task.edited");
        assertThat(data(sent)).containsExactly(last);
    }

    @Test
    void a_stream_is_refused_before_it_begins() {
        welcome.set(false);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> stream.read(somebody(LONG), from(null), LONG));
    }

    @Test
    void a_reader_who_goes_leaves_nothing_behind() {
        var reader = stream.read(somebody(LONG), from(null), LONG).subscribe().with(reading -> {});
        await().until(() -> pulse.size() == 1);
        reader.cancel();
        await().until(() -> pulse.size() == 0);
    }

    private AtomicBoolean events(Duration most, List<OutboundSseEvent> sent) {
        var over = new AtomicBoolean();
        new ChangeEvents(new ObjectMapper().findAndRegisterModules())
                .of(stream.read(somebody(LONG), from(null), most), new SseImpl(), mark -> String.join(",", mark.text()))
                .subscribe()
                .with(sent::add, failure -> {}, () -> over.set(true));
        return over;
    }

    private static List<OutboundSseEvent> data(List<OutboundSseEvent> sent) {
        return sent.stream().filter(event -> event.getData() != null).toList();
    }
}
