package org.barnstorm.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.barnstorm.local.Progress;

/** What many people do at once, and how long they wait. */
final class Load {
    private static final double P99_GOAL_MILLIS = 150;
    private static final double READ_GOAL_MILLIS = 50;
    private static final int CALM_READS = 50;
    private static final double MEMORY_GOAL_MEBI = 400;
    private static final int MIX_CONNECTIONS = 256;
    private static final int READS_PER_CLAIM = 3;
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(10);

    private final Plan plan;
    private final Requests requests;
    private final Deck deck;
    private final Stand stand;
    private final PackagedJar service;
    private final Report report;
    private final Progress progress;
    private final Random random = new Random(11);
    private final List<Score> ofClaims = new ArrayList<>();
    private final Score everything = new Score();
    private double resident;

    Load(Plan plan, Requests requests, Deck deck, Stand stand, PackagedJar service, Report report, Progress progress) {
        this.plan = plan;
        this.requests = requests;
        this.deck = deck;
        this.stand = stand;
        this.service = service;
        this.report = report;
        this.progress = progress;
    }

    /** The compiler of the JVM and the caches of the database have seen everything before it counts. */
    void warmUp() {
        var claims = scoreOfClaims();
        var reads = new Score();
        run(
                plan.connections(),
                () -> new ClosedLoop(
                        plan.connections(),
                        plan.warmUp(),
                        () -> random.nextInt(READS_PER_CLAIM + 1) == 0 ? claim(claims) : read(reads)));
        everything.add(claims);
        everything.add(reads);
        progress.say("Warm: claims %s; reads %s", claims.times(), reads.times());
    }

    /** Claims as fast as they go. */
    Score closedLoop() {
        var score = scoreOfClaims();
        var before = usage();
        run(plan.connections(), () -> new ClosedLoop(plan.connections(), plan.round(), () -> claim(score)));
        everything.add(score);
        progress.say(
                "%,d claims/s; CPU ms per claim: %s",
                score.answers() / plan.round().toSeconds(),
                usage().since(before).each(score.answers()));
        return score;
    }

    /** What next while little else happens: how long a person waits for the list. */
    void reads() {
        var score = new Score();
        run(MIX_CONNECTIONS, () -> new OpenModel(plan.round()).with(CALM_READS, at -> read(score)));
        everything.add(score);
        report.figure(
                score.millis(99) <= READ_GOAL_MILLIS && score.failures() == 0,
                "p99 ≤ 50 ms",
                "what next, %d/s for %d s".formatted(CALM_READS, plan.round().toSeconds()),
                "%s; %s",
                score.times(),
                score.outcomes());
    }

    /** Claims and reads at the rates that were asked for, whatever the service makes of it. */
    void mix() {
        var claims = scoreOfClaims();
        var reads = new Score();
        var before = usage();
        run(
                MIX_CONNECTIONS,
                () -> new OpenModel(plan.mix())
                        .with(plan.claims(), at -> claim(claims))
                        .with(plan.reads(), at -> read(reads)),
                () -> {
                    resident = Math.max(resident, Machine.residentMebi(service.pid()));
                    progress.say("Mix: claims %s; reads %s; %.0f MiB", claims.times(), reads.times(), resident);
                });
        everything.add(claims);
        everything.add(reads);
        mixFigure("claims", plan.claims(), claims);
        mixFigure("reads", plan.reads(), reads);
        report.figure("mix: CPU ms per request", "%s", usage().since(before).each(claims.answers() + reads.answers()));
        resident = Math.max(resident, Machine.residentMebi(service.pid()));
        report.figure(resident <= MEMORY_GOAL_MEBI, "≤ 400 MiB", "resident memory under the mix", "%.0f MiB", resident);
    }

    private void mixFigure(String what, int rate, Score score) {
        report.figure(
                score.millis(99) <= P99_GOAL_MILLIS && score.failures() == 0,
                "p99 ≤ 150 ms, no 5xx",
                "mix: %,d %s/s for %d s".formatted(rate, what, plan.mix().toSeconds()),
                "%s; %s",
                score.times(),
                score.outcomes());
    }

    Feed.Shot claim(Score score) {
        return new Feed.Shot(requests.claim(deck.deal()), score);
    }

    Feed.Shot read(Score score) {
        return new Feed.Shot(requests.whatNext(random.nextInt(plan.people())), score);
    }

    long failures() {
        return everything.failures();
    }

    /** Claims that were answered with a hold, whoever counted them. */
    long acknowledged() {
        return ofClaims.stream().mapToLong(score -> score.with("200")).sum();
    }

    Score scoreOfClaims() {
        var score = new Score();
        ofClaims.add(score);
        return score;
    }

    private Usage usage() {
        return Usage.now(service.pid(), stand.postmaster());
    }

    private void run(int connections, Supplier<Feed> feed) {
        run(connections, feed, () -> {});
    }

    /** The feed's time begins when the connections are open. */
    private void run(int connections, Supplier<Feed> feed, Runnable now) {
        try (var generator = new Generator(requests.server(), connections)) {
            generator.run(feed.get(), now, BETWEEN_REPORTS);
        } catch (IOException e) {
            throw new UncheckedIOException(service.tail(), e);
        }
    }
}
