package org.barnstorm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.barnstorm.local.Progress;
import org.barnstorm.testing.Invariants;

/** The whole measurement: one phase after another against one database. */
final class Bench {
    private static final double RATIO_GOAL = 0.5;
    private static final double START_GOAL_SECONDS = 4;
    private static final int STATEMENTS_GOAL = 6;
    /** Claims whose statements are looked at: one of a group that the service has not met yet takes a statement more. */
    private static final int CAPTURED = 6;

    private final Plan plan;
    private final World world;
    private final Deck walkIns;
    private final Deck replayed;
    private final Report report = new Report();
    private final Progress progress = new Progress(System.out);

    Bench(Plan plan) {
        this.plan = plan;
        this.world = new World(plan);
        this.walkIns = new Deck(world, 0, plan.people());
        this.replayed = new Deck(world, plan.people(), plan.members() - plan.people());
    }

    void run() throws IOException, SQLException {
        report.circumstance("Measured " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + " on " + Machine.describe()
                + "; PostgreSQL, the service and the load generator share it. Load before: " + Machine.load() + ".");
        try (var stand = new Stand(progress);
                var superuser = stand.asSuperuser()) {
            circumstances(superuser);
            var badges = new Badges(stand.issuer());
            var herdTasks = seed(stand, badges);
            starts(stand);
            var service = stand.service();
            var requests = new Requests(world, badges, service.address());
            var load = new Load(plan, requests, walkIns, stand, service, report, progress);
            load.warmUp();
            var script = capture(stand, superuser, new Api(service.address()), badges);
            ratio(load, stand, script);
            load.reads();
            load.mix();
            new Herd(plan, requests, load, report, progress).run(herdTasks);
            new FeedLag(plan, world, stand, badges.lead(), report, progress).run();
            check(stand, load);
        } finally {
            System.out.println(report.table());
            report.write(Stand.folder().resolve("report.md"));
        }
    }

    private void circumstances(Connection superuser) throws SQLException {
        try (var statement = superuser.createStatement();
                var row = statement.executeQuery("""
                        select split_part(version(), ' ', 2), current_setting('fsync'),
                               current_setting('synchronous_commit'), current_setting('shared_buffers')
                        """)) {
            row.next();
            report.circumstance(
                    "PostgreSQL %s, fsync %s, synchronous_commit %s, shared_buffers %s, over TCP on loopback."
                            .formatted(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
        }
        report.circumstance("Service: packaged jar on " + System.getProperty("java.vm.name") + " "
                + System.getProperty("java.runtime.version") + " with "
                + String.join(" ", PackagedJar.AS_IN_THE_IMAGE) + " " + System.getProperty("bench.jvm", "") + ".");
        report.circumstance(
                "Data: %,d members, %,d groups, %,d tasks; %,d people with tokens; %d connections to the service, %d of the bare loop."
                        .formatted(
                                plan.members(),
                                plan.groups(),
                                plan.tasks(),
                                plan.people(),
                                plan.connections(),
                                plan.connections()));
    }

    private List<String> seed(Stand stand, Badges badges) throws SQLException {
        var signing = CompletableFuture.runAsync(() -> badges.sign(plan.people()));
        var herdTasks = new ArrayList<String>();
        try (var owner = stand.asOwner();
                var superuser = stand.asSuperuser()) {
            var seed = new Seed(world, badges, new Api(stand.migrate().address()), owner);
            seed.run();
            for (var i = 0; i < plan.herds(); i++) {
                herdTasks.add(seed.openTask(badges.lead(), Seed.HERD_TOWN, Herd.PLACES)
                        .toString());
            }
            try (var statement = superuser.createStatement()) {
                statement.execute("vacuum analyze");
                statement.execute("checkpoint");
            }
        }
        progress.say("The database is filled");
        signing.join();
        progress.say("%,d tokens are signed", plan.people());
        return herdTasks;
    }

    private void starts(Stand stand) {
        if (plan.starts() == 0) return;
        var seconds = IntStream.range(0, plan.starts())
                .mapToObj(i -> stand.restart().startTime().toMillis() / 1000.0)
                .sorted()
                .toList();
        var median = seconds.get(seconds.size() / 2);
        report.figure(
                median <= START_GOAL_SECONDS,
                "≤ 4 s (JDK 17)",
                "start until ready, warm database",
                "%.1f s (median of %s)",
                median,
                seconds);
        progress.say("Starts took %s s", seconds);
    }

    private Script capture(Stand stand, Connection superuser, Api api, Badges badges) throws SQLException {
        var log = stand.statements(superuser);
        var claims = IntStream.range(0, CAPTURED).mapToObj(i -> walkIns.deal()).toList();
        var executed = new ArrayList<List<StatementLog.Executed>>();
        for (var claim : claims) {
            var path = "/tasks/" + World.id(World.Kind.TASK, claim.task()) + "/claim";
            executed.add(log.during(() -> api.put(badges.text(claim.member()), path, "capture-" + claim.task())));
        }
        var alike = Script.mostAlike(executed);
        var first = claims.get(alike.get(0));
        var script = Script.of(
                executed.get(alike.get(0)),
                Script.variables(world, first, "capture-" + first.task()),
                executed.get(alike.get(1)));
        report.figure(
                script.steps().size() <= STATEMENTS_GOAL,
                "≤ 6",
                "SQL statements of a claim",
                "%d in %d transactions",
                script.steps().size(),
                script.transactions());
        report.appendix("What a claim executes", script.listing());
        var read = log.during(() -> api.get(badges.text(first.member()), Requests.whatNext(world, first.member())));
        var statements =
                read.stream().filter(each -> !each.begins() && !each.ends()).count();
        report.figure("SQL statements of a read", "%d in %d transactions", statements, (read.size() - statements) / 2);
        return script;
    }

    private void ratio(Load load, Stand stand, Script script) {
        var replay = new Replay(world, replayed, script, stand::asApplication, plan.connections());
        replay.run(plan.round().dividedBy(3)); // plans and caches
        var http = new Score();
        var bare = new Score();
        for (var i = 0; i < plan.rounds(); i++) {
            http.add(load.closedLoop());
            bare.add(replay.run(plan.round()));
            progress.say("Round %d of %d", i + 1, plan.rounds());
        }
        var seconds = plan.round().multipliedBy(plan.rounds()).toSeconds();
        var ratio = (double) http.answers() / bare.answers();
        report.figure("claims over HTTP, closed loop", "%,d/s; %s", http.answers() / seconds, http.times());
        report.figure("the same statements, bare JDBC", "%,d/s; %s", bare.answers() / seconds, bare.times());
        report.figure(ratio >= RATIO_GOAL, "≥ 0.5", "ratio", "%.2f", ratio);
    }

    /** Every acknowledged claim is there, nothing else is, and the invariants hold. */
    private void check(Stand stand, Load load) throws SQLException {
        try (var owner = stand.asOwner();
                var statement = owner.createStatement();
                var row = statement.executeQuery("select count(*) from assignment")) {
            row.next();
            assertThat(row.getLong(1)).isEqualTo(load.acknowledged() + replayed.dealt() + CAPTURED);
            Invariants.hold(owner);
        }
        progress.say("All acknowledged claims are there and the invariants hold");
        assertThat(load.failures()).as("answers of 5xx, or none").isZero();
    }
}
