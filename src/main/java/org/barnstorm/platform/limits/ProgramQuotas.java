package org.barnstorm.platform.limits;

import java.util.Optional;

/** What those who let a program in gave it of their own. It is asked before a portion is taken, not with each request. */
public interface ProgramQuotas {
    /** Requests in a minute; nothing when it has what every program has. */
    Optional<Integer> perMinute(String clientId);
}
