package org.barnstorm.chaos;

import java.sql.SQLException;
import java.util.UUID;

/** Somebody at a SQL prompt who locks a task and goes to lunch. */
record RowLock(Stack stack, UUID task) {
    void hold(double seconds) throws SQLException, InterruptedException {
        try (var connection = stack.postgres().asSuperuser();
                var statement = connection.prepareStatement("select 1 from task where id = ? for update")) {
            connection.setAutoCommit(false);
            statement.setObject(1, task);
            statement.executeQuery().close();
            Thread.sleep((long) (seconds * 1_000));
            connection.rollback();
        }
    }
}
