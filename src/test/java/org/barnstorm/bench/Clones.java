package org.barnstorm.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes many rows of one that the service itself has made, whatever columns it has by now: every value of the model that
 * is named (its id, its group, its path) becomes the copy's own, everything else stays as it is.
 */
final class Clones {
    private static final String COLUMNS = """
            select column_name, data_type from information_schema.columns
            where table_schema = 'public' and table_name = ? and is_identity = 'NO' and is_generated = 'NEVER'
            order by ordinal_position
            """;

    private record Column(String name, String type) {}

    private final Connection owner;
    private final Map<String, String> renamed;
    private final int count;

    /**
     * @param renamed values of the model, each with an SQL expression over {@code n} for the copies'
     * @param count copies; {@code n} runs from 0 to one less
     */
    Clones(Connection owner, Map<String, String> renamed, int count) {
        this.owner = owner;
        this.renamed = renamed;
        this.count = count;
    }

    /**
     * Copies the row of a table that a condition finds.
     *
     * @param changes expressions over {@code n} and the model's row {@code m}, by column
     */
    void of(String table, String condition, Map<String, String> changes) throws SQLException {
        var columns = columns(table);
        var model = model(table, condition, columns);
        var names = new ArrayList<String>();
        var values = new ArrayList<String>();
        for (var i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            names.add(column.name());
            values.add(changes.getOrDefault(column.name(), value(column, model.get(i))));
        }
        var copy = "insert into %s (%s) select %s from %1$s m cross join generate_series(0, %d) n where %s"
                .formatted(table, String.join(", ", names), String.join(", ", values), count - 1, condition);
        try (var statement = owner.createStatement()) {
            statement.execute(copy);
        }
    }

    /** Copies what the journal says of the model, each change of it with an id of its own. */
    void journal(World.Kind kind, Object model) throws SQLException {
        for (var seq = 1; exists("journal", "subject_id = '" + model + "' and seq = " + seq); seq++) {
            of(
                    "journal",
                    "subject_id = '%s' and seq = %d".formatted(model, seq),
                    Map.of("id", World.idSql(kind.ordinal() + seq * 0x100, "n")));
        }
    }

    private boolean exists(String table, String condition) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery("select 1 from " + table + " where " + condition)) {
            return rows.next();
        }
    }

    private String value(Column column, String ofModel) {
        if (column.type().equals("jsonb")) {
            var text = "m." + column.name() + "::text";
            for (var each : renamed.entrySet()) {
                text = "replace(%s, '%s', (%s)::text)".formatted(text, each.getKey(), each.getValue());
            }
            return text + "::jsonb";
        }
        var own = ofModel == null ? null : renamed.get(ofModel);
        return own == null ? "m." + column.name() : "cast(%s as %s)".formatted(own, column.type());
    }

    private List<Column> columns(String table) throws SQLException {
        try (var statement = owner.prepareStatement(COLUMNS)) {
            statement.setString(1, table);
            var columns = new ArrayList<Column>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) columns.add(new Column(rows.getString(1), rows.getString(2)));
            }
            return columns;
        }
    }

    private List<String> model(String table, String condition, List<Column> columns) throws SQLException {
        var names = columns.stream().map(Column::name).toList();
        try (var statement = owner.createStatement();
                var row = statement.executeQuery(
                        "select " + String.join(", ", names) + " from " + table + " where " + condition)) {
            if (!row.next()) throw new IllegalStateException("No row of " + table + " where " + condition);
            var values = new ArrayList<String>();
            for (var i = 1; i <= names.size(); i++) values.add(row.getString(i));
            if (row.next()) throw new IllegalStateException("Several rows of " + table + " where " + condition);
            return values;
        }
    }
}
