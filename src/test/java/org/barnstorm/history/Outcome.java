package org.barnstorm.history;

/** What became of an operation, as far as its client knows. */
public sealed interface Outcome {
    /**
     * It was done.
     *
     * @param at when the answer had been read, in nanoseconds of the monotonic clock
     */
    record Ok(long at, int status, Answer answer) implements Outcome {}

    /**
     * It was refused, and certainly had no effect.
     *
     * @param at when the answer had been read
     * @param code of the problem; empty if there was none
     */
    record Fail(long at, int status, String code) implements Outcome {}

    /** No answer, or one that does not say: it may have happened, may happen still, or never. */
    record Unknown() implements Outcome {}

    Outcome UNKNOWN = new Unknown();

    /** Until when it had certainly taken effect, if ever; the end of time if that is not known. */
    default long returned() {
        if (this instanceof Ok ok) return ok.at();
        if (this instanceof Fail fail) return fail.at();
        return Long.MAX_VALUE;
    }
}
