package org.barnstorm.task;

import static org.barnstorm.task.HoldVerb.Condition.BEGUN;
import static org.barnstorm.task.HoldVerb.Condition.FENCE;
import static org.barnstorm.task.HoldVerb.Condition.LEASE;
import static org.barnstorm.task.HoldVerb.Condition.NAMED;
import static org.barnstorm.task.HoldVerb.Condition.RIGHT;
import static org.barnstorm.task.HoldVerb.Condition.RUN_OUT;
import static org.barnstorm.task.HoldVerb.Condition.SOMEBODY_ELSE;
import static org.barnstorm.task.HoldVerb.Condition.STATE;
import static org.barnstorm.task.HoldVerb.Condition.TO_COME;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** Everything that can be asked of a hold: from which state to which it leads, and on which conditions. */
enum HoldVerb {
    ACCEPT("OFFERED", "HELD", (on, step, at) -> on.accept(at.task(), at.terms(), at.now()), LEASE, TO_COME),
    DECLINE("OFFERED", "DECLINED", (on, step, at) -> on.decline(step.words(), at.now())),
    COMPLETE("HELD", "DONE", (on, step, at) -> on.complete(step.fence(on), step.outcome(), at.now()), FENCE, LEASE),
    ATTEMPT("HELD", "ATTEMPTED", (on, step, at) -> on.attempt(step.fence(on), step.outcome(), at.now()), FENCE, LEASE),
    RELEASE("HELD", "RELEASED", (on, step, at) -> on.release(step.fence(on), at.task(), at.terms(), at.now()), FENCE),
    VERIFY("DONE", "VERIFIED", (on, step, at) -> on.verify(step.by().id(), at.now()), SOMEBODY_ELSE),
    PASS("DONE", "VERIFIED", (on, step, at) -> on.pass()),
    REJECT("DONE", "REJECTED", (on, step, at) -> on.reject(step.by().id(), step.words(), at.now()), SOMEBODY_ELSE),
    UNVERIFY("VERIFIED", "DONE", (on, step, at) -> on.unverify()),
    UNDO(null, "UNDONE", (on, step, at) -> on.undo(step.words(), at.now())),
    MOVE(null, "MOVED", (on, step, at) -> at.move(on, step), LEASE),
    NO_SHOW("HELD", "NO_SHOW", (on, step, at) -> on.noShow(step.by().id(), at.task(), at.now()), SOMEBODY_ELSE, BEGUN),
    EXPIRE(null, "EXPIRED", (on, step, at) -> on.expire(at.now()), RUN_OUT),
    CANCEL(null, "CANCELLED", (on, step, at) -> on.cancel(at.now())),
    WITHDRAW(null, "CANCELLED", (on, step, at) -> on.cancel(step.words(), at.now())),

    EXTEND(
            "HELD",
            null,
            (on, step, at) -> on.extend(step.fence(on), step.byRight(), at.task(), at.terms(), at.now()),
            FENCE,
            LEASE,
            RIGHT),
    ACKNOWLEDGE(
            "HELD", null, (on, step, at) -> at.told(on.acknowledge(step.fence(on), at.task(), at.now())), FENCE, LEASE),
    TICK("HELD", null, (on, step, at) -> at.told(on.tick(step.fence(on), step.ticks(), at.now())), FENCE, LEASE),
    HAND_OVER("HELD", null, (on, step, at) -> on.handOver(step.fence(on), step.handover(at), at.now()), FENCE, LEASE),
    TAKE_BACK("HELD", null, (on, step, at) -> at.told(on.withdrawHandover(step.fence(on))), FENCE),
    SAY_NO(null, null, (on, step, at) -> on.declineHandover(step.by().id(), at.now()), NAMED),
    /** As the sweeper does it. */
    WARN(null, null, (on, step, at) -> {
        if (on.isToBeWarned(at.now())) on.warned();
    });

    /** What has to be so, in the order in which a refusal names what is not. */
    enum Condition {
        FENCE,
        LEASE,
        TO_COME,
        SOMEBODY_ELSE,
        BEGUN,
        RUN_OUT,
        STATE,
        RIGHT,
        NAMED
    }

    /** The call. */
    private interface Deed {
        void on(Assignment hold, HoldStep step, HoldMachine at);
    }

    /** Null if the state stays as it is. */
    final String to;

    final Set<Condition> conditions = EnumSet.noneOf(Condition.class);

    /** Null for every state from which an arrow leads there. */
    private final String from;

    private final Deed deed;

    HoldVerb(String from, String to, Deed deed, Condition... conditions) {
        this.from = from;
        this.to = to;
        this.deed = deed;
        this.conditions.addAll(Arrays.asList(conditions));
        if (from != null || to != null) this.conditions.add(STATE);
    }

    void on(Assignment hold, HoldStep step, HoldMachine at) {
        deed.on(hold, step, at);
    }

    boolean isDrawn(Object state, Picture picture) {
        if (from != null && !from.equals(state)) return false;
        return to == null || picture.draws(state, to);
    }

    /** Who acts in these sequences. */
    enum Person {
        ADA,
        BEN,
        CLEO;

        UUID id() {
            return new UUID(1, ordinal());
        }
    }
}
