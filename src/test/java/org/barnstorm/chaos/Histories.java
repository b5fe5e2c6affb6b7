package org.barnstorm.chaos;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.chaos.client.About;
import org.barnstorm.chaos.client.Op;
import org.barnstorm.chaos.client.Verb;
import org.barnstorm.history.Answer;
import org.barnstorm.history.Ask;
import org.barnstorm.history.Finding;
import org.barnstorm.history.History;
import org.barnstorm.history.HistoryChecker;
import org.barnstorm.history.Lease;
import org.barnstorm.history.Operation;
import org.barnstorm.history.Outcome;
import org.barnstorm.history.Report;
import org.barnstorm.history.Snapshot;
import org.barnstorm.history.TaskFacts;

/** Asks the history checker whether what clients saw can have happened, for some tasks at a time. */
final class Histories {
    private static final int AT_ONCE = 2_000;
    private static final Duration LONG_LEASE = Duration.ofHours(40);
    /** By how much the clients' idea of a lease may be wrong. */
    private static final Duration SLACK = Duration.ofMillis(500);

    private final Connection connection;
    private final Map<UUID, TaskFacts> facts = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private int operations;
    private int unknown;
    private int tasks;
    private int searched;
    private int notSearched;
    private int undecided;
    private long number;

    private Histories(Connection connection) {
        this.connection = connection;
    }

    static Report check(Ops ops, Connection connection) throws SQLException {
        var histories = new Histories(connection);
        histories.checkAll(ops);
        return new Report(
                histories.findings,
                histories.operations,
                histories.unknown,
                histories.tasks,
                histories.searched,
                histories.notSearched,
                histories.undecided);
    }

    private void checkAll(Ops ops) throws SQLException {
        var byTask = ops.byTask();
        readFacts(ops, List.copyOf(byTask.keySet()));
        var ids = byTask.keySet().stream().filter(facts::containsKey).toList();
        for (var from = 0; from < ids.size(); from += AT_ONCE) {
            check(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)), byTask);
        }
    }

    private void check(List<UUID> ids, Map<UUID, List<Op>> byTask) throws SQLException {
        var rest = snapshot(ids);
        var history = new ArrayList<Operation>();
        for (var id : ids) {
            byTask.get(id).stream()
                    .filter(op -> ask(op) != null)
                    .map(this::operation)
                    .forEach(history::add);
            byTask.get(id).stream()
                    .filter(op -> op.verb() == Verb.CANCEL && !op.outcome().equals(Op.Outcome.FAIL))
                    .findFirst()
                    .ifPresent(cancel -> history.addAll(endings(
                            cancel,
                            rest.rows().stream()
                                    .filter(row -> row.task().equals(id))
                                    .toList())));
        }
        var report = HistoryChecker.check(new History(history), facts, rest);
        findings.addAll(report.findings());
        operations += report.operations();
        unknown += report.unknown();
        tasks += report.tasks();
        searched += report.searched();
        notSearched += report.notSearched();
        undecided += report.undecided();
    }

    private Operation operation(Op op) {
        var outcome = op.verb() == Verb.LEAVE && op.isOk()
                ? Outcome.UNKNOWN
                : op.isOk()
                        ? new Outcome.Ok(op.ended(), 200, answer(op))
                        : op.isUnknown() ? Outcome.UNKNOWN : new Outcome.Fail(op.ended(), status(op), code(op));
        return new Operation(number++, "clients", ask(op), op.began(), outcome);
    }

    /** Null for what does not concern places. */
    private static Ask ask(Op op) {
        var ask = unkeyed(op);
        return ask == null || op.about().key() == null
                ? ask
                : ask.with(op.about().key());
    }

    private static Ask unkeyed(Op op) {
        return switch (op.verb()) {
            case CLAIM -> Ask.claim(op.task(), op.member());
            case OFFER -> Ask.offer(op.task(), op.member());
            case ACCEPT, DECLINE, RELEASE, EXTEND, COMPLETE, VERIFY, REJECT ->
                Ask.on(
                        org.barnstorm.history.Verb.valueOf(op.verb().name()),
                        op.task(),
                        op.member(),
                        op.hold(),
                        op.about().sent());
            case TAKE_OVER, MOVE ->
                Ask.move(op.task(), op.member(), op.hold(), null, op.about().to());
            // Whoever leaves a wait list declines what they are offered from it by then.
            case LEAVE -> Ask.on(org.barnstorm.history.Verb.END, op.task(), op.member(), null, null);
            case READ -> Ask.readHold(op.task(), op.hold());
            case HAND, WAIT, CREATE, PUBLISH, CANCEL, ME, LOOK -> null;
        };
    }

    private static Answer answer(Op op) {
        var told = op.told();
        if (told == null) return Answer.EMPTY;
        var member = op.verb().passes() ? op.about().to() : op.member();
        return Answer.hold(told.id(), member, told.fence(), told.state(), lease(op));
    }

    /** What an act that does not begin a hold says of a lease is not what the trigger of the suite makes of it. */
    private static Lease lease(Op op) {
        var end = op.told().lease();
        if (end == null || !op.begins()) return null;
        return new Lease(end - SLACK.toNanos(), end + Stack.GRACE.plus(SLACK).toNanos());
    }

    /** A cancelled task ended these holds while it was being cancelled. */
    private List<Operation> endings(Op cancel, List<Snapshot.Row> rows) {
        return rows.stream()
                .filter(row -> row.state().equals("CANCELLED"))
                .map(row -> new Operation(
                        number++,
                        "clients",
                        Ask.on(org.barnstorm.history.Verb.END, row.task(), row.member(), row.hold(), null),
                        cancel.began(),
                        cancel.isOk()
                                ? new Outcome.Ok(
                                        cancel.ended(),
                                        200,
                                        Answer.hold(row.hold(), row.member(), row.fence(), row.state(), null))
                                : Outcome.UNKNOWN))
                .toList();
    }

    private static int status(Op op) {
        return op.kind().matches("\\d{3}.*") ? Integer.parseInt(op.kind().substring(0, 3)) : 409;
    }

    private static String code(Op op) {
        return op.kind().matches("\\d{3} .*") ? op.kind().substring(4) : op.kind();
    }

    private void readFacts(Ops ops, List<UUID> ids) throws SQLException {
        var made = new HashMap<UUID, About>();
        ops.of(Verb.CREATE).filter(op -> op.task() != null).forEach(op -> made.put(op.task(), op.about()));
        query("select id, capacity from task where id = any(?)", ids, row -> {
            var id = row.getObject(1, UUID.class);
            facts.put(id, facts(row.getInt(2), made.get(id)));
        });
    }

    /** Of the tasks that the suite made itself nobody waits, and nothing is brief. */
    private static TaskFacts facts(int capacity, About made) {
        var brief = made != null && Boolean.TRUE.equals(made.brief());
        var awaited = made != null && Boolean.TRUE.equals(made.awaited());
        return new TaskFacts(capacity, brief ? Stack.BRIEF_LEASE.minus(SLACK) : LONG_LEASE, !awaited);
    }

    private Snapshot snapshot(List<UUID> ids) throws SQLException {
        var rows = new ArrayList<Snapshot.Row>();
        var taken = new HashMap<UUID, Integer>();
        query(
                "select id, task_id, member_id, status, fence from assignment where task_id = any(?)",
                ids,
                row -> rows.add(new Snapshot.Row(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getLong(5))));
        query(
                "select id, taken from task where id = any(?)",
                ids,
                row -> taken.put(row.getObject(1, UUID.class), row.getInt(2)));
        return new Snapshot(rows, taken);
    }

    private interface RowReader {
        void read(java.sql.ResultSet row) throws SQLException;
    }

    private void query(String sql, List<UUID> ids, RowReader reader) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) reader.read(rows);
            }
        }
    }
}
