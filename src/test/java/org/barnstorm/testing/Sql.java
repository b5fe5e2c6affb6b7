package org.barnstorm.testing;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Statements as the owner of the tables: what no request can do, and what no answer shows. */
public final class Sql {
    private Sql() {}

    /** Runs a statement; answers how many rows it changed. */
    public static int run(String sql, Object... values) {
        try (var connection = TestStack.asOwner();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of every row. */
    public static <T> List<T> column(Class<T> type, String sql, Object... values) {
        try (var connection = TestStack.asOwner();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            var found = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) found.add(rows.getObject(1, type));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The only value of the only row. */
    public static <T> T value(Class<T> type, String sql, Object... values) {
        return column(type, sql, values).get(0);
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
    }
}
