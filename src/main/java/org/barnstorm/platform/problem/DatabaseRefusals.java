package org.barnstorm.platform.problem;

import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.Optional;
import org.hibernate.StaleStateException;

/** What PostgreSQL's refusals mean to a client (SQLSTATE classes: PostgreSQL manual, appendix A). */
final class DatabaseRefusals {
    private static final String QUERY_CANCELED = "57014";
    /** PostgreSQL cut the connection because we paused within a transaction. */
    private static final String IDLE_TOO_LONG = "25P03";

    private static final String UNIQUE_VIOLATION = "23505";

    /** How Narayana calls it when a transaction was rolled back before its commit. */
    private static final String TRANSACTION_NOT_ACTIVE = "ARJUNA016102";

    private DatabaseRefusals() {}

    static Optional<Refusal> explain(Throwable e) {
        if (Causes.find(e, OptimisticLockException.class) != null
                || Causes.find(e, StaleStateException.class) != null) {
            return Optional.of(Refusal.of(
                    Refusal.Kind.PRECONDITION_FAILED,
                    "stale-version",
                    "Someone changed this at the same moment. Read it again and repeat your edit."));
        }
        if (Busy.is(e)) {
            return Optional.of(Busy.because("Another request is changing this just now. Try again in a second."));
        }
        var sql = Causes.find(e, SQLException.class);
        return sql != null && UNIQUE_VIOLATION.equals(sql.getSQLState())
                ? Optional.of(Refusal.conflict("already-exists", "Someone made the same thing at the same moment."))
                : Optional.empty();
    }

    /**
     * No connection, a connection lost half-way, a server that shuts down or starts, a pool with nothing left, or a
     * transaction that took so long that it was ended.
     */
    static boolean isAway(Throwable e) {
        if (wasEnded(e)) return true;
        var sql = Causes.find(e, SQLException.class);
        if (sql == null) return false;
        var state = sql.getSQLState();
        return state == null
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P")
                || state.equals(IDLE_TOO_LONG)
                || state.equals(QUERY_CANCELED);
    }

    /** Its time was over by the commit; what fails earlier has an {@link SQLException}. */
    private static boolean wasEnded(Throwable e) {
        var rollback = Causes.find(e, RollbackException.class);
        return rollback != null
                && rollback.getMessage() != null
                && rollback.getMessage().startsWith(TRANSACTION_NOT_ACTIVE);
    }
}
