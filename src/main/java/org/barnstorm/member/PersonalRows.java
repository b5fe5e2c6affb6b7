package org.barnstorm.member;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.Rows;

/** Reads rows about somebody as they are handed out: fields named as in the API, groups by their paths, nothing for null. */
@ApplicationScoped
public class PersonalRows {
    private static final String GROUP = "group_id";

    private final Rows rows;
    private final Groups groups;
    private final ObjectMapper json;

    PersonalRows(Rows rows, Groups groups, ObjectMapper json) {
        this.rows = rows;
        this.groups = groups;
        this.json = json;
    }

    /** @param sql names its columns one by one, so that a secret that is added is not handed out; its one parameter is who */
    public Holding holding(String name, String sql, String... columns) {
        return new Holding(name, Set.of(columns), member -> read(sql, member));
    }

    /** Rows with this as the one parameter. */
    public List<Map<String, Object>> read(String sql, Object parameter) {
        return rows.read(sql, statement -> statement.setObject(1, parameter), this::fields);
    }

    private Map<String, Object> fields(ResultSet row) throws SQLException {
        var columns = row.getMetaData();
        var fields = new LinkedHashMap<String, Object>();
        for (var i = 1; i <= columns.getColumnCount(); i++) {
            var value = value(row, i, columns.getColumnTypeName(i));
            if (value == null) continue;
            var column = columns.getColumnLabel(i);
            if (column.equals(GROUP))
                fields.put("group", groups.withId((UUID) value).path().value());
            else fields.put(camelCase(column), value);
        }
        return fields;
    }

    private Object value(ResultSet row, int column, String type) throws SQLException {
        return switch (type) {
            case "timestamptz" -> Rows.moment(row, column);
            case "date" -> row.getObject(column, LocalDate.class);
            case "jsonb" -> tree(row.getString(column));
            default ->
                row.getObject(column) instanceof Array array
                        ? List.of((Object[]) array.getArray())
                        : row.getObject(column);
        };
    }

    private Object tree(String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A column of JSON has JSON in it", e);
        }
    }

    private static String camelCase(String column) {
        var words = column.split("_");
        var name = new StringBuilder(words[0]);
        for (var word : List.of(words).subList(1, words.length))
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        return name.toString();
    }
}
