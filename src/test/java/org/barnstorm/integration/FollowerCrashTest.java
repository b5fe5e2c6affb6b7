package org.barnstorm.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * I-13: whoever follows, is killed anywhere and goes on from the place they kept sees every change at least once, and each
 * thing's changes in their order. Small by default; {@code mvn test -Dtest=FollowerCrashTest -Dfeed.events=500000} is the proof.
 */
@QuarkusTest
class FollowerCrashTest {
    private static final int EVENTS = Integer.getInteger("feed.events", 4_000);
    private static final int WRITERS = 4;
    private static final int SUBJECTS = 200;
    private static final int MOST_AT_ONCE = 8;
    private static final int PAGE = 500;

    /** So many empty answers after the last writer mean that there is nothing more. */
    private static final int ENOUGH = 3;

    /** Threads of their own: with half a million changes they are busy for minutes. */
    private static final ExecutorService HANDS = Executors.newFixedThreadPool(WRITERS, act -> {
        var hand = new Thread(act, "writer");
        hand.setDaemon(true);
        return hand;
    });

    /** One page in so many kills its reader before they have kept their place. */
    private static final int CRASH = 5;

    @Inject
    People people;

    @Inject
    Journal journal;

    @Inject
    Session database;

    private final String town = People.freshTown();
    private final Random chance = new Random(20261123);
    private final AtomicInteger left = new AtomicInteger(EVENTS);

    /** What a consumer keeps: which change of each thing it dealt with last, by transactions of its own. */
    private final Map<String, Long> applied = new HashMap<>();

    private int again;
    private int crashes;

    @AfterEach
    void removeWhatStandsForNothing() {
        Sql.run("delete from journal where group_path = ? and data ->> 'planted' = 'true'", town);
    }

    @Test
    void I_13_every_change_comes_at_least_once_and_in_order_whenever_the_reader_is_killed() {
        var lead = people.with(LEAD, town);
        var group = groupId();
        var subjects = IntStream.range(0, SUBJECTS)
                .mapToObj(i -> UUID.randomUUID())
                .sorted()
                .toList();
        var since =
                new Follow(lead, "group=" + town).since("now", 0).path("next").asText();
        var began = System.nanoTime();
        var writers = IntStream.range(0, WRITERS)
                .mapToObj(Random::new)
                .map(random -> CompletableFuture.supplyAsync(() -> write(random, subjects, group), HANDS))
                .toList();
        follow(lead, since, writers);
        var written = writers.stream().mapToLong(CompletableFuture::join).sum();
        var dealt = applied.values().stream().mapToLong(each -> each).sum();
        Log.infof(
                "Followed %d changes of %d things in %.1f s; killed %d times, %d changes came again",
                dealt, SUBJECTS, (System.nanoTime() - began) / 1e9, crashes, again);
        assertThat(dealt).isEqualTo(written).isGreaterThanOrEqualTo(EVENTS);
        assertThat(crashes).isPositive();
        assertThat(again).isPositive();
    }

    private UUID groupId() {
        return Sql.value(UUID.class, "select id from local_group where path = ?", town);
    }

    /** Transactions of different lengths that change some of the same things, and commit in any order. */
    private long write(Random random, List<UUID> subjects, UUID group) {
        var written = 0L;
        while (left.get() > 0) {
            var some = random.ints(1 + random.nextInt(MOST_AT_ONCE), 0, SUBJECTS)
                    .distinct()
                    .sorted()
                    .mapToObj(subjects::get)
                    .toList();
            QuarkusTransaction.requiringNew().run(() -> append(some, group));
            left.addAndGet(-some.size());
            written += some.size();
        }
        return written;
    }

    /** One by one, as a use case that locks what it changes: who waits for a lock has a transaction id already. */
    private void append(List<UUID> subjects, UUID group) {
        // An id of the transaction before any lock, so that ids and locks come in different orders.
        database.createNativeQuery(
                        "select set_config('lock_timeout', '20s', true) || cast(pg_current_xact_id() as text) as id",
                        String.class)
                .addScalar("id", String.class)
                .getSingleResult();
        for (var subject : subjects) {
            database.createNativeQuery(
                            "select cast(pg_advisory_xact_lock(hashtextextended(?1, 7)) as text) as locked",
                            String.class)
                    .addScalar("locked", String.class)
                    .setParameter(1, subject.toString())
                    .getSingleResult();
            journal.append(new Event("probe.changed", subject, group, town, null, null).with("planted", true));
        }
    }

    private void follow(Person lead, String begin, List<CompletableFuture<Long>> writers) {
        var feed = new Follow(lead, "types=probe&limit=" + PAGE + "&group=" + town);
        var kept = begin;
        var quiet = 0;
        while (quiet < ENOUGH || !writers.stream().allMatch(CompletableFuture::isDone)) {
            var page = feed.since(kept, 1);
            quiet = page.path("items").isEmpty() ? quiet + 1 : 0;
            if (deal(page.path("items"))) kept = page.path("next").asText();
        }
    }

    /** @return false if it was killed on the way: what it had dealt with stays, and the place is the old one */
    private boolean deal(JsonNode items) {
        var killedAt = !items.isEmpty() && chance.nextInt(CRASH) == 0 ? chance.nextInt(items.size()) : -1;
        for (var i = 0; i < items.size(); i++) {
            if (i == killedAt) {
                crashes++;
                return false;
            }
            apply(items.get(i));
        }
        return true;
    }

    private void apply(JsonNode change) {
        var subject = change.path("subject").asText();
        var number = change.path("sequence").asLong();
        var last = applied.getOrDefault(subject, 0L);
        assertThat(number).as("change after %d of %s", last, subject).isLessThanOrEqualTo(last + 1);
        if (number <= last) again++;
        else applied.put(subject, number);
    }
}
