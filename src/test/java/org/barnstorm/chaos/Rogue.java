package org.barnstorm.chaos;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** A SQL client who locks holds before their tasks, against the order that everybody else keeps. */
record Rogue(Stack stack) {
    private static final long PAUSE_MILLIS = 20;

    void rage(double seconds) throws SQLException, InterruptedException {
        try (var connection = stack.postgres().asSuperuser()) {
            connection.setAutoCommit(false);
            for (var end = System.nanoTime() + (long) (seconds * 1e9); System.nanoTime() < end; ) grab(connection);
        }
    }

    private static void grab(Connection connection) throws SQLException, InterruptedException {
        try (var statement = connection.createStatement()) {
            UUID task;
            try (var row = statement.executeQuery("""
                    select task_id from assignment where id in
                        (select id from assignment where status in ('OFFERED', 'HELD', 'DONE')
                         order by created_at desc limit 5)
                    order by random() limit 1 for update
                    """)) {
                if (!row.next()) return;
                task = row.getObject(1, UUID.class);
            }
            Thread.sleep(PAUSE_MILLIS);
            statement.execute("select 1 from task where id = '" + task + "' for update");
        } catch (SQLException e) {
            if (!"40P01".equals(e.getSQLState())) throw e; // this time the rogue was the victim
        } finally {
            connection.rollback();
        }
    }
}
