package org.barnstorm.chaos;

import java.sql.SQLException;

/** Single numbers out of the database. */
final class Tables {
    private Tables() {}

    static int count(Lab lab, String sql, Object... values) throws SQLException {
        return (int) number(lab, sql, values);
    }

    static double number(Lab lab, String sql, Object... values) throws SQLException {
        try (var connection = lab.stack.postgres().asSuperuser();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getDouble(1);
            }
        }
    }

    static int run(Lab lab, String sql) throws SQLException {
        try (var connection = lab.stack.postgres().asOwner();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
