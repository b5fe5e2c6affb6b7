package org.barnstorm.authority;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * The caller of a request that lasts: each look at them is a fresh one, so that what is sent later is what they may see
 * then.
 */
public final class Follower {
    private final Supplier<Caller> load;
    private final String subject;
    private final Instant until;

    Follower(Supplier<Caller> load, String subject, Instant until) {
        this.load = load;
        this.subject = subject;
        this.until = until;
    }

    /**
     * Who they are now.
     *
     * @throws org.barnstorm.platform.problem.Refusal when they are nobody any more
     */
    public Caller now() {
        return load.get();
    }

    /** The issuer's id of their account, which stays when an integration is made anew. */
    public String subject() {
        return subject;
    }

    /** When the token they came with runs out: nothing is sent after that. */
    public Instant until() {
        return until;
    }
}
