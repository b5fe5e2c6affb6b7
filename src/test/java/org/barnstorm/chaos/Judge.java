package org.barnstorm.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.barnstorm.chaos.client.Op;
import org.barnstorm.chaos.client.Summary;
import org.barnstorm.chaos.client.Verb;
import org.barnstorm.local.Progress;
import org.barnstorm.testing.Invariants;

/** What is asked after every scenario, whatever was done to the servers. */
final class Judge {
    private final Stack stack;
    private final Form form;
    private final ChaosReport report;
    private final Progress progress;

    Judge(Stack stack, Form form, ChaosReport report, Progress progress) {
        this.stack = stack;
        this.form = form;
        this.report = report;
        this.progress = progress;
    }

    /** Now, by the database's clock. */
    Timestamp now() {
        try (var owner = stack.postgres().asOwner();
                var statement = owner.createStatement();
                var row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getTimestamp(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Waits until all is at rest, then asks the tables, the journal and the history.
     *
     * @param since when the clients began
     * @return the history, for what one scenario asks beside
     */
    Ops judge(String scenario, Path history, Summary summary, Timestamp since) throws IOException, SQLException {
        stack.replicas().forEach(Replica::awaitReady);
        var ops = Ops.read(history);
        count(scenario, summary, ops);
        var wrong = new ArrayList<>(summary.violations());
        try (var owner = stack.postgres().asOwner()) {
            rest(owner);
            progress.say("All is at rest");
            wrong.addAll(tables(scenario, owner));
            progress.say("The tables are read");
            wrong.addAll(journal(scenario, owner, ops, since));
            progress.say("The journal is read");
            wrong.addAll(history(scenario, owner, ops));
            progress.say("The history of %,d acts is checked", ops.all().size());
        }
        report.figure(scenario, "answers outside the contract", summary.count("violations"));
        assertThat(wrong).as("%s, seed %d", scenario, form.seed()).isEmpty();
        return ops;
    }

    private void count(String scenario, Summary summary, Ops ops) {
        report.figure(scenario, "claim attempts answered", summary.count("attempts"));
        report.figure(
                scenario,
                "claims that won",
                ops.of(Verb.CLAIM).filter(Op::isOk).map(Op::hold).distinct().count());
        report.figure(scenario, "claims refused", refusals(ops));
        report.figure(scenario, "requests by answer", text(summary.kinds()));
    }

    private static String refusals(Ops ops) {
        return text(ops.of(Verb.CLAIM)
                .filter(op -> !op.isOk())
                .collect(Collectors.groupingBy(op -> op.kind(), java.util.TreeMap::new, Collectors.counting())));
    }

    private static String text(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    /** Until the last of the short leases has been reaped. */
    private static void rest(Connection owner) {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    try (var statement = owner.createStatement();
                            var row = statement.executeQuery("""
                            select exists (select 1 from assignment where status in ('OFFERED', 'HELD')
                                           and expires_at < now() + interval '30 minutes')
                            """)) {
                        row.next();
                        return !row.getBoolean(1);
                    }
                });
    }

    private List<String> tables(String scenario, Connection owner) throws SQLException {
        var wrong = new ArrayList<String>();
        for (var invariant : Invariants.values()) {
            for (var id : invariant.violatedBy(owner)) wrong.add(invariant + " " + invariant.meaning() + ": " + id);
        }
        for (var rule : AfterStorm.values()) {
            for (var id : rule.violatedBy(owner)) wrong.add(rule + " " + rule.meaning() + ": " + id);
        }
        var asked = Invariants.values().length + AfterStorm.values().length;
        report.figure(scenario, "questions to the tables", asked + " asked, violations: " + wrong.size());
        return wrong;
    }

    private List<String> journal(String scenario, Connection owner, Ops ops, Timestamp since) throws SQLException {
        var trails = Trails.compare(ops, owner, since);
        report.figure(
                scenario,
                "acknowledged writes",
                "%d; missing: %d, twice: %d, unasked: %d"
                        .formatted(trails.acknowledged(), trails.missing(), trails.twice(), trails.unasked()));
        return trails.examples();
    }

    private List<String> history(String scenario, Connection owner, Ops ops) throws SQLException {
        var checked = Histories.check(ops, owner);
        report.figure(scenario, "history", checked.summary());
        return checked.findings().stream().map(Object::toString).toList();
    }
}
