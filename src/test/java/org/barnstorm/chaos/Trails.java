package org.barnstorm.chaos;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.chaos.client.Op;
import org.barnstorm.chaos.client.Verb;

/**
 * Compares what clients were told with the journal: what was acknowledged is there, once, and nothing is there that nobody
 * asked for. Counts what it finds, and describes the first few.
 */
final class Trails {
    private static final int ENOUGH = 20;

    /** The journal's row that begins a hold. */
    private record Begun(UUID task, UUID member, long fence) {}

    private record Asked(UUID task, UUID member) {}

    private final Ops ops;
    /** By subject, how often each type of row is there. */
    private final Map<UUID, Map<String, Integer>> journal = new HashMap<>();

    private final Map<UUID, Begun> begun = new HashMap<>();
    private final List<String> examples = new ArrayList<>();
    private int acknowledged;
    private int missing;
    private int twice;
    private int unasked;

    private Trails(Ops ops) {
        this.ops = ops;
    }

    /** @param since when the clients began, by the database's clock */
    static Trails compare(Ops ops, Connection connection, Timestamp since) throws SQLException {
        var trails = new Trails(ops);
        trails.read(connection, since);
        trails.nothingIsMissing();
        trails.nothingIsTwice();
        trails.nothingIsUnasked();
        return trails;
    }

    private void read(Connection connection, Timestamp since) throws SQLException {
        connection.setAutoCommit(false); // or the driver would fetch everything at once
        try (var statement = connection.prepareStatement("""
                select type, subject_id, data ->> 'task', data ->> 'member', data ->> 'fence'
                from journal where subject_type in ('task', 'assignment') and at >= ?
                """)) {
            statement.setFetchSize(5_000);
            statement.setTimestamp(1, since);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var type = rows.getString(1).intern();
                    var subject = rows.getObject(2, UUID.class);
                    journal.computeIfAbsent(subject, id -> new HashMap<>(4)).merge(type, 1, Integer::sum);
                    if (!isBeginning(type)) continue;
                    begun.put(
                            subject,
                            new Begun(
                                    UUID.fromString(rows.getString(3)),
                                    UUID.fromString(rows.getString(4)),
                                    rows.getLong(5)));
                }
            }
        }
        connection.setAutoCommit(true);
    }

    private void nothingIsMissing() {
        for (var op : ops.all()) {
            if (!op.isOk() || op.verb().journalled() == null) continue;
            acknowledged++;
            if (op.verb().takes() ? !isBegun(op) : !happened(op)) {
                missing++;
                example("acknowledged and not in the journal: " + op);
            }
        }
    }

    private boolean isBegun(Op op) {
        // A claim by somebody who was offered the place answers with the offer.
        return new Begun(op.task(), op.member(), op.fence()).equals(begun.get(op.hold()));
    }

    private boolean happened(Op op) {
        var subject = op.hold() == null ? op.task() : op.hold();
        return journal.getOrDefault(subject, Map.of()).containsKey(op.verb().journalled());
    }

    private void nothingIsTwice() {
        journal.forEach((subject, types) -> types.forEach((type, count) -> {
            if (count == 1 || type.equals("task.published") || type.equals("assignment.warned")) return;
            twice++;
            example(type + " of " + subject + " is in the journal " + count + " times");
        }));
    }

    private void nothingIsUnasked() {
        var told = new HashSet<UUID>();
        var maybe = new HashSet<Asked>();
        var acted = new HashMap<Verb, Set<UUID>>();
        for (var op : ops.all()) {
            if (op.verb().takes() && op.isOk()) told.add(op.hold());
            else if (op.verb().takes() && op.isUnknown()) maybe.add(new Asked(op.task(), op.member()));
            else if (op.hold() != null && (op.isOk() || op.isUnknown())) {
                acted.computeIfAbsent(op.verb(), verb -> new HashSet<>()).add(op.hold());
            }
        }
        begun.forEach((hold, start) -> {
            if (told.contains(hold) || maybe.contains(new Asked(start.task(), start.member()))) return;
            unasked(hold, "a hold that nobody asked for");
        });
        for (var verb : Verb.values()) {
            if (verb.journalled() == null || !verb.journalled().startsWith("assignment.") || verb.takes()) continue;
            var known = acted.getOrDefault(verb, Set.of());
            journal.forEach((subject, types) -> {
                if (types.containsKey(verb.journalled()) && !known.contains(subject)) {
                    unasked(subject, verb.journalled() + " that nobody asked for");
                }
            });
        }
    }

    private void unasked(UUID subject, String what) {
        unasked++;
        example(what + ": " + subject);
    }

    private void example(String text) {
        if (examples.size() < ENOUGH) examples.add(text);
    }

    private static boolean isBeginning(String type) {
        return type.equals(Verb.CLAIM.journalled()) || type.equals(Verb.OFFER.journalled());
    }

    int acknowledged() {
        return acknowledged;
    }

    int missing() {
        return missing;
    }

    int twice() {
        return twice;
    }

    int unasked() {
        return unasked;
    }

    List<String> examples() {
        return examples;
    }
}
