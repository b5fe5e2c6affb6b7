package org.barnstorm.platform.problem;

import java.sql.SQLException;
import java.util.Set;

/** What another request is working on just now: worth another try, as it is or with something else. */
public final class Busy {
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DEADLOCK = "40P01";
    private static final String SERIALIZATION_FAILURE = "40001";

    /** Two changes met that exclude each other; each was looked at before, so a repeat is told which other it is. */
    private static final String EXCLUSION_VIOLATION = "23P01";

    private static final Set<String> STATES =
            Set.of(LOCK_NOT_AVAILABLE, DEADLOCK, SERIALIZATION_FAILURE, EXCLUSION_VIOLATION);

    private Busy() {}

    /** Whether PostgreSQL said so, whatever the frameworks made of it. */
    public static boolean is(Throwable e) {
        var sql = Causes.find(e, SQLException.class);
        return sql != null && sql.getSQLState() != null && STATES.contains(sql.getSQLState());
    }

    /** The same as an answer. */
    public static Refusal because(String why) {
        return Refusal.of(Refusal.Kind.BUSY, "busy", why);
    }
}
