package org.barnstorm.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.barnstorm.testing.Contract;

/**
 * Tries all callers in one situation. Who is refused or only looks changes nothing, so they share one; for each success
 * it is prepared anew.
 */
final class Trial {
    static final Contract CONTRACT = Contract.committed();

    /** Rows in which somebody's success concerns only them, and leaves the next caller's situation as it was. */
    private static final Set<String> EVERYBODYS_OWN =
            Set.of("editMe", "joinGroup", "leaveGroup", "enrol", "joinWaitList");

    /** Rows in which 404 is about something of one's own that is not there, though one sees the task. */
    private static final Set<String> NOTHING_OF_ONES_OWN = Set.of("releaseClaim", "leaveWaitList");

    private static final Pattern THING = Pattern.compile("/[a-z-]+/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** So many surprises in one row are not looked at again one by one. */
    private static final int MANY = 8;

    private final AccessMatrix.Row row;
    private final Scene scene;

    /** What was not as expected. */
    private record Surprise(Cell cell, String text) {}

    Trial(AccessMatrix.Row row, Scene scene) {
        this.row = row;
        this.scene = scene;
    }

    /** What was not as expected, a line for each cell. */
    List<String> of(List<Cell> cells) {
        var shared = prepare();
        var found = new ConcurrentLinkedQueue<Surprise>();
        var sharing = cells.stream().filter(cell -> shares(cell, shared)).toList();
        Probe.together(sharing, cell -> attempt(cell, shared).ifPresent(found::add));
        var surprises = new ArrayList<>(found.size() > MANY ? List.copyOf(found) : alone(found));
        cells.stream().filter(cell -> !sharing.contains(cell)).forEach(cell -> attempt(cell, prepare())
                .ifPresent(surprises::add));
        return surprises.stream().map(Surprise::text).toList();
    }

    private boolean shares(Cell cell, Attempt attempt) {
        return !cell.alters() && (cell.isRefusal() || attempt.isRead() || EVERYBODYS_OWN.contains(row.name()));
    }

    /** After one unexpected success the others find another situation: each once more in one of its own. */
    private List<Surprise> alone(Iterable<Surprise> found) {
        var surprises = new ArrayList<Surprise>();
        for (var first : found) {
            var again = attempt(first.cell(), prepare());
            surprises.add(again.orElseGet(
                    () -> new Surprise(first.cell(), first.text() + " (not by itself, only among the others)")));
        }
        return surprises;
    }

    private Attempt prepare() {
        var attempt = Situations.prepare(row.name(), scene);
        var operation = CONTRACT.find(attempt.method(), attempt.address()).orElseThrow();
        if (!operation.id().equals(row.operation())) throw new AssertionError(row + " tries " + operation.id());
        return attempt;
    }

    private Optional<Surprise> attempt(Cell cell, Attempt attempt) {
        try {
            var token = cell.token().apply(attempt);
            var answer = Probe.send(attempt, token);
            if (answer.meets(cell.expected())) return compareWithSight(cell, attempt, token);
            var leak = cell.isRefusal() && answer.isDone() ? "UNEXPECTED SUCCESS of " : "";
            return Optional.of(new Surprise(cell, leak + cell + ", got " + answer));
        } catch (AssertionError broken) { // the answer breaks the contract: on with the others
            return Optional.of(new Surprise(cell, cell + ", but " + broken.getMessage()));
        }
    }

    /** Unseen is absent: who gets 403 sees what they may not touch, and who gets 404 does not. */
    private Optional<Surprise> compareWithSight(Cell cell, Attempt attempt, String token) {
        var refused = cell.expected().equals("403") || cell.expected().equals("404");
        if (!refused || !cell.isPerson() || NOTHING_OF_ONES_OWN.contains(row.name())) return Optional.empty();
        var thing = THING.matcher(attempt.path());
        if (!thing.lookingAt() || thing.group().equals(attempt.address())) return Optional.empty();
        if (CONTRACT.find("get", thing.group()).isEmpty()) return Optional.empty();
        var seen = Probe.send(Attempt.get(thing.group()), token);
        if (cell.expected().equals("403") ? seen.isDone() : seen.status() == 404) return Optional.empty();
        return Optional.of(new Surprise(cell, cell + ", as it is, but looking at the thing gives " + seen));
    }
}
