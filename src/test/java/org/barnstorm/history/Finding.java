package org.barnstorm.history;

import java.util.List;
import java.util.UUID;

/**
 * Something that cannot have happened if the rules held.
 *
 * @param rule what is broken
 * @param text what was seen, in words
 * @param operations those that contradict each other or the tables, as far as they can be named
 */
public record Finding(Rule rule, UUID task, String text, List<Operation> operations) {
    /** The rules, by the pass that finds their violations. */
    public enum Rule {
        /** I-01: more certain holds at one moment than places. */
        CAPACITY,
        /** I-03: one person certainly held two places of one task at one moment. */
        TWO_HOLDS,
        /** No order of the operations, each between its invocation and its answer, explains all answers. */
        NO_ORDER,
        /** The fence of a hold changed, is another hold's too, or did not rise with time. */
        FENCE,
        /** I-07: something was done with a hold that had certainly ended, or with another fence than its own. */
        STALE,
        /** I-05: acknowledged, and not in the tables, or with other contents. */
        LOST,
        /** I-06: in the tables, and nobody asked for it; or the counter does not count the holds. */
        UNASKED,
        /** I-15: one idempotency key made two things. */
        TWICE
    }
}
