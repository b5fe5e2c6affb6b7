package org.barnstorm.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.barnstorm.chaos.client.Plan;
import org.barnstorm.chaos.client.Plan.Kind;
import org.barnstorm.chaos.client.Summary;
import org.barnstorm.local.Progress;

/** Everything that scenarios share: servers, people, the clients' process, and who judges. */
final class Lab implements AutoCloseable {
    /** What is done to the servers while clients are busy. */
    interface Trouble {
        void happen() throws Exception;
    }

    /** What came of a scenario. */
    record Outcome(Summary summary, Ops ops, Timestamp since) {}

    final Form form = Form.configured();
    final Stack stack;
    final World world;
    final Clients clients;
    final ChaosReport report;
    final Judge judge;
    private final Progress progress = new Progress(System.out);

    Lab() throws IOException, SQLException {
        System.out.println("Chaos: " + form);
        stack = Stack.start();
        report = new ChaosReport(form, stack.postgres());
        clients = new Clients();
        world = new World(stack, form);
        judge = new Judge(stack, form, report, progress);
    }

    /** Lets clients do their work while something happens to the servers, and judges it. */
    Outcome run(String scenario, Plan plan, Trouble trouble) throws Exception {
        var since = judge.now();
        progress.say("%s begins", scenario);
        clients.start(plan);
        Summary summary;
        try {
            trouble.happen();
        } finally {
            progress.say("The clients are told to stop");
            summary = clients.stop();
        }
        progress.say("The clients have stopped; now it is judged");
        return new Outcome(summary, judge.judge(scenario, Path.of(plan.history()), summary, since), since);
    }

    Plan storm() {
        return storm(stack.ports());
    }

    /** Only at some of the replicas. */
    Plan storm(List<Integer> ports) {
        var watched = ports.size() < 2 ? List.<UUID>of() : world.tasks(2, 1);
        return plan(Kind.STORM, form.threads(), watched, form.pace(), 0, ports);
    }

    Plan plan(Kind kind, int threads, List<UUID> tasks, int rate, int count) {
        return plan(kind, threads, tasks, rate, count, stack.ports());
    }

    private Plan plan(Kind kind, int threads, List<UUID> tasks, int rate, int count, List<Integer> ports) {
        return new Plan(
                kind,
                form.seed(),
                ports,
                stack.issuer().tokens(),
                World.TOWN,
                world.people(),
                world.leads(),
                tasks,
                threads,
                kind == Kind.TANGLE ? 2 : 8,
                kind == Kind.TANGLE ? 4 : 40,
                rate,
                count,
                form.patience() * 1_000,
                Stack.FOLDER
                        .resolve("history-" + kind + "-" + System.nanoTime())
                        .toString());
    }

    void sleep(double seconds) throws InterruptedException {
        Thread.sleep((long) (seconds * 1_000));
    }

    @Override
    public void close() throws IOException {
        clients.close();
        stack.close();
        report.publish();
    }
}
