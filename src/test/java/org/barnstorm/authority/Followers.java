package org.barnstorm.authority;

import java.time.Instant;
import java.util.function.Supplier;

/** Followers without a request. */
public final class Followers {
    private Followers() {}

    public static Follower of(Supplier<Caller> now, Instant until) {
        return new Follower(now, "somebody", until);
    }
}
