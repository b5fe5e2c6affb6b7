package org.barnstorm.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.barnstorm.history.Outcome.Fail;
import org.barnstorm.history.Outcome.Ok;
import org.barnstorm.history.Snapshot.Row;

/** Changes something at random, which may be a violation or not: for comparing two judges. */
final class Mutation {
    private static final List<String> STATES =
            List.of("OFFERED", "HELD", "DONE", "VERIFIED", "RELEASED", "MOVED", "REJECTED", "NO_SHOW");
    private static final List<String> CODES = List.of("task-full", "lease-lost", "assignment-state");

    private final Random random;

    private Mutation(Random random) {
        this.random = random;
    }

    static Specimen of(Specimen good, Random random) {
        var mutation = new Mutation(random);
        var changed = good;
        for (var i = random.nextInt(3); i >= 0 && !changed.operations().isEmpty(); i--)
            changed = mutation.once(changed);
        return changed;
    }

    private Specimen once(Specimen good) {
        if (good.rows() != null && !good.rows().isEmpty() && random.nextInt(5) == 0) return rows(good);
        var operation = any(good.operations());
        return good.with(operation, random.nextInt(3) == 0 ? moved(operation) : answered(operation, good));
    }

    private Specimen rows(Specimen good) {
        var row = any(good.rows());
        if (random.nextInt(3) == 0) return good.eachRow(each -> each == row ? null : each);
        var other = new Row(row.hold(), row.task(), row.member(), any(STATES), row.fence());
        return good.eachRow(each -> each == row ? other : each);
    }

    private Operation moved(Operation operation) {
        var by = random.nextInt(60) - 30;
        var outcome = operation.outcome();
        if (outcome instanceof Ok ok) outcome = new Ok(ok.at() + by, ok.status(), ok.answer());
        if (outcome instanceof Fail fail) outcome = new Fail(fail.at() + by, fail.status(), fail.code());
        return changed(operation, operation.invoked() + by, outcome);
    }

    private Operation answered(Operation operation, Specimen good) {
        if (!(operation.outcome() instanceof Ok ok)) return refused(operation);
        var told = ok.answer();
        if (told.taken() != null) {
            return changed(operation, new Ok(ok.at(), 200, Answer.taken(told.taken() + random.nextInt(3) - 1)));
        }
        var answer =
                switch (told.fence() == null ? 4 : random.nextInt(5)) {
                    case 0 ->
                        Answer.hold(
                                told.hold(),
                                told.member(),
                                Math.max(1, told.fence() + random.nextInt(5) - 2),
                                told.state(),
                                null);
                    case 1 -> Answer.hold(told.hold(), told.member(), told.fence(), any(STATES), null);
                    case 2 -> Answer.hold(anyHold(good), null, told.fence(), told.state(), null);
                    case 3 -> Answer.hold(told.hold(), null, null, null, null);
                    default -> null;
                };
        return answer == null ? refused(operation) : changed(operation, new Ok(ok.at(), 200, answer));
    }

    private Operation refused(Operation operation) {
        var at = operation.isUnknown() ? operation.invoked() + 20 : operation.returned();
        if (random.nextInt(4) == 0) return changed(operation, Outcome.UNKNOWN);
        if (operation.verb() == Verb.READ_HOLD) return changed(operation, new Fail(at, 404, "not-found"));
        var code = operation.verb().takes() ? "task-full" : CODES.get(1 + random.nextInt(2));
        return operation.verb().reads() ? operation : changed(operation, new Fail(at, 409, code));
    }

    private UUID anyHold(Specimen good) {
        var ids = new ArrayList<UUID>();
        for (var each : good.operations()) each.answer().map(Answer::hold).ifPresent(ids::add);
        return ids.isEmpty() ? new UUID(0, 0) : any(ids);
    }

    private static Operation changed(Operation operation, Outcome outcome) {
        return changed(operation, operation.invoked(), outcome);
    }

    private static Operation changed(Operation operation, long invoked, Outcome outcome) {
        return new Operation(operation.number(), operation.client(), operation.ask(), invoked, outcome);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
