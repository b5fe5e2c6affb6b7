package org.barnstorm.testing;

import java.sql.Connection;
import java.sql.SQLException;

/** A transaction of somebody else that has done something and has not ended yet: for what others do meanwhile. */
public final class InFlight implements AutoCloseable {
    private final Connection connection;

    private InFlight(Connection connection) {
        this.connection = connection;
    }

    /** Begins one with this statement. */
    public static InFlight with(String sql, Object... values) {
        try {
            var begun = new InFlight(TestStack.asOwner());
            begun.connection.setAutoCommit(false);
            return begun.then(sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another statement in the same one. */
    public InFlight then(String sql, Object... values) {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            statement.execute();
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes back what was not committed. */
    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
