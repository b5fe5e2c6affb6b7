package org.barnstorm.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.barnstorm.local.Progress;

/**
 * How long a change takes until a program that follows has it, while many come each second: first in peace, then with the
 * service killed and started anew. A change counts from when it was due, so that a slow second is felt by all in it.
 */
final class FeedLag {
    private static final int WRITERS = 4;
    private static final int TOGETHER = 5;
    private static final double GOAL_MILLIS = 2_000;
    private static final double GOAL_AFTER_CRASH_MILLIS = 30_000;
    private static final long PATIENCE = Duration.ofSeconds(90).toNanos();
    private static final long PAUSE = Duration.ofMillis(50).toNanos();

    private static final String APPEND = """
            insert into journal (id, type, subject_type, subject_id, seq, horizon, group_id, group_path, request_id, data)
            select gen_random_uuid(), 'probe.changed', 'probe', subject, ?, pg_current_xact_id(), g.id, g.path, 'bench',
                   jsonb_build_object('due', cast(? as bigint))
            from unnest(cast(? as uuid[])) as subject
            join local_group g on g.path = ?
            """;

    private final Plan plan;
    private final World world;
    private final Stand stand;
    private final String token;
    private final Report report;
    private final Progress progress;

    FeedLag(Plan plan, World world, Stand stand, String token, Report report, Progress progress) {
        this.plan = plan;
        this.world = world;
        this.stand = stand;
        this.token = token;
        this.report = report;
        this.progress = progress;
    }

    void run() throws SQLException {
        var peace = measure(() -> {});
        var rate = peace.answers() / plan.feed().toSeconds();
        report.figure(
                peace.millis(99) <= GOAL_MILLIS && rate >= plan.events(),
                "%,d/s, p99 ≤ 2 s".formatted(plan.events()),
                "lag of the change feed",
                "%,d/s; %s",
                rate,
                peace.times());
        var crash = measure(stand::crash);
        report.figure(
                crash.slowest() <= GOAL_AFTER_CRASH_MILLIS,
                "≤ 30 s",
                "the same, the service killed and started",
                "%s",
                crash.times());
        progress.say("The feed was followed");
        try (var owner = stand.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("delete from journal where subject_type = 'probe'");
        }
    }

    /** All that was written has come, or this fails. */
    private Score measure(Runnable disturbance) {
        var score = new Score();
        var api = new Api(stand.service().address());
        var place = api.get(token, address("now")).path("next").asText();
        var begin = System.nanoTime();
        var hands = Executors.newFixedThreadPool(WRITERS + 1);
        try {
            var writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> CompletableFuture.runAsync(() -> write(writer, begin), hands))
                    .toList();
            var disturbed = CompletableFuture.runAsync(
                    disturbance,
                    CompletableFuture.delayedExecutor(plan.feed().toMillis() / 3, TimeUnit.MILLISECONDS, hands));
            follow(score, place, begin + plan.feed().toNanos() + PATIENCE);
            writers.forEach(CompletableFuture::join);
            disturbed.join();
        } finally {
            hands.shutdownNow();
        }
        return score;
    }

    private void write(int writer, long begin) {
        var path = world.path(writer);
        var subjects = IntStream.range(0, TOGETHER)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toArray(String[]::new);
        var gap = Duration.ofSeconds(1).toNanos() * TOGETHER * WRITERS / plan.events();
        try (var database = stand.asApplication()) {
            for (var turn = 1; turn <= turns(); turn++) {
                var due = begin + turn * gap + writer * gap / WRITERS;
                while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
                append(database, turn, due, subjects, path);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void append(Connection database, int turn, long due, String[] subjects, String path)
            throws SQLException {
        try (var statement = database.prepareStatement(APPEND)) {
            statement.setLong(1, turn);
            statement.setLong(2, due);
            statement.setArray(3, database.createArrayOf("uuid", subjects));
            statement.setString(4, path);
            statement.executeUpdate();
        }
    }

    private int turns() {
        return (int) (plan.events() * plan.feed().toSeconds() / (WRITERS * TOGETHER));
    }

    private void follow(Score score, String begin, long deadline) {
        var all = (long) turns() * WRITERS * TOGETHER;
        var place = begin;
        while (score.answers() < all) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Of %d changes %d came".formatted(all, score.answers()));
            }
            var page = next(place);
            if (page == null) continue;
            var now = System.nanoTime();
            for (var change : page.path("items")) {
                score.count("seen", now - change.path("data").path("due").asLong());
            }
            place = page.path("next").asText();
        }
    }

    /** Null when there was no good answer: the service may be gone, and comes back at another port. */
    private JsonNode next(String place) {
        try {
            return new Api(stand.service().address()).get(token, address(place));
        } catch (UncheckedIOException | IllegalStateException e) {
            LockSupport.parkNanos(PAUSE);
            return null;
        }
    }

    private static String address(String since) {
        return "/changes?group=%s&types=probe&limit=500&wait=20&since=%s".formatted(World.MOVEMENT, since);
    }
}
