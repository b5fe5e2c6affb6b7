package org.barnstorm.history;

/** An operation that was invoked and whose outcome is to be told, once. If it never is, it is unknown. */
public final class Pending {
    private final Recorder recorder;
    private final Operation asked;

    Pending(Recorder recorder, Operation asked) {
        this.recorder = recorder;
        this.asked = asked;
    }

    /** When it was invoked, to reckon from. */
    public long invoked() {
        return asked.invoked();
    }

    /** It was done. To be called as soon as the answer has been read; give the moment if that was a while ago. */
    public Operation ok(int status, Answer answer) {
        return ok(System.nanoTime(), status, answer);
    }

    public Operation ok(long at, int status, Answer answer) {
        return recorder.settle(asked, new Outcome.Ok(at, status, answer));
    }

    /** It was refused and certainly had no effect. */
    public Operation fail(int status, String code) {
        return fail(System.nanoTime(), status, code);
    }

    public Operation fail(long at, int status, String code) {
        return recorder.settle(asked, new Outcome.Fail(at, status, code));
    }

    /** No answer came, or one that does not say whether it was done. */
    public Operation unknown() {
        return recorder.settle(asked, Outcome.UNKNOWN);
    }

    /**
     * Whatever HTTP answered: done below 300, refused below 500; from there on nobody knows, because what failed may have
     * failed after it was committed.
     *
     * @param code of the problem, if it is one; may be empty
     * @param answer what it said, if it was done; may be null otherwise
     */
    public Operation answered(long at, int status, String code, Answer answer) {
        if (status < 300) return ok(at, status, answer);
        return status < 500 ? fail(at, status, code) : unknown();
    }
}
