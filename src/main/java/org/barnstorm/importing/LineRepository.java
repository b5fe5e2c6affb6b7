package org.barnstorm.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.AbstractMap.SimpleEntry;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.member.Contacts.Expected;
import org.barnstorm.platform.Rows;
import org.hibernate.Session;

/** Queries over the lines of files. */
@ApplicationScoped
class LineRepository {
    private static final String COLUMNS = "line, verdict, email, phone, first_name, last_name, external_id, reason,"
            + " column_name, cell, of_line, of_contact, of_member, decision";

    private static final String ADD = """
            insert into import_line (import_id, line, verdict, email, phone, first_name, last_name, external_id, reason,
                                     column_name, cell, of_line, of_contact, of_member)
            select ?, e.line, e.verdict, e.email, e.phone, e.first, e.last, e.external, e.reason, e.title, e.cell,
                   e.ofline, e.ofcontact, e.ofmember
            from jsonb_to_recordset(cast(? as jsonb)) as e (
                line bigint, verdict text, email text, phone text, first text, last text, external text, reason text,
                title text, cell text, ofline bigint, ofcontact uuid, ofmember uuid)
            """;

    /** Who did not make it into the group is not deleted with those who did: why is told for some days. */
    private static final String DUE = "select " + COLUMNS + """
             from import_line
            where import_id = ? and line > ? and (verdict in ('CREATE', 'MATCH', 'OPTED_OUT')
                  or verdict = 'DUPLICATE' and decision in ('NEW', 'SAME'))
            order by line limit ?
            """;

    private static final String FAULTS = "select " + COLUMNS + """
             from import_line
            where import_id = ? and line > ? and (reason is not null or verdict = 'OPTED_OUT'
                  or verdict = 'DUPLICATE' and decision is null and cast(? as boolean))
            order by line limit ?
            """;

    private static final String EXAMPLES = """
            select v.verdict, l.line from unnest(cast(? as text[])) as v (verdict)
            cross join lateral (
                select line from import_line i where i.import_id = ? and i.verdict = v.verdict order by line limit ?) as l
            order by v.verdict, l.line
            """;

    private static final String DELETE = """
            delete from import_line where import_id = ? and line = any(array(
                select line from import_line where import_id = ? limit ?))
            returning line
            """;

    private final Session database;
    private final Rows rows;
    private final ObjectMapper json;

    LineRepository(Session database, Rows rows, ObjectMapper json) {
        this.database = database;
        this.rows = rows;
        this.json = json;
    }

    void add(UUID importId, Collection<Line> lines) {
        var text = write(lines.stream().map(LineRepository::row).toList());
        rows.write(database, ADD, statement -> {
            statement.setObject(1, importId);
            statement.setString(2, text);
        });
    }

    /** Which line had each of these addresses first. */
    Map<String, Long> byEmail(UUID importId, Collection<String> emails) {
        return earlier("email", importId, emails);
    }

    /** The same of telephone numbers. */
    Map<String, Long> byPhone(UUID importId, Collection<String> phones) {
        return earlier("phone", importId, phones);
    }

    private Map<String, Long> earlier(String column, UUID importId, Collection<String> values) {
        return rows
                .read(
                        "select %1$s, min(line) from import_line where import_id = ? and %1$s = any(?) group by 1"
                                .formatted(column),
                        statement -> {
                            statement.setObject(1, importId);
                            statement.setArray(2, statement.getConnection().createArrayOf("text", values.toArray()));
                        },
                        row -> new SimpleEntry<>(row.getString(1), row.getLong(2)))
                .stream()
                .collect(Collectors.toMap(SimpleEntry::getKey, SimpleEntry::getValue));
    }

    /** Lines that do something, after this one. */
    List<Line> due(UUID importId, long after, int most) {
        return page(DUE, importId, after, most);
    }

    /** Lines that bring nobody, after this one; undecided duplicates are such ones when it is over. */
    List<Line> faults(UUID importId, long after, boolean isOver, int most) {
        return rows.read(
                FAULTS,
                statement -> {
                    statement.setObject(1, importId);
                    statement.setLong(2, after);
                    statement.setBoolean(3, isOver);
                    statement.setInt(4, most);
                },
                LineRepository::line);
    }

    List<Line> duplicates(UUID importId, long after, int most) {
        return page(
                "select " + COLUMNS
                        + " from import_line where import_id = ? and line > ? and verdict = 'DUPLICATE' order by line limit ?",
                importId,
                after,
                most);
    }

    private List<Line> page(String query, UUID importId, long after, int most) {
        return rows.read(
                query,
                statement -> {
                    statement.setObject(1, importId);
                    statement.setLong(2, after);
                    statement.setInt(3, most);
                },
                LineRepository::line);
    }

    Optional<Line> duplicate(UUID importId, long line) {
        return duplicates(importId, line - 1, 1).stream()
                .filter(found -> found.line() == line)
                .findFirst();
    }

    void decide(UUID importId, long line, Decision decision) {
        rows.write(
                database,
                "update import_line set decision = ? where import_id = ? and line = ? and verdict = 'DUPLICATE'",
                statement -> {
                    statement.setString(1, decision.name());
                    statement.setObject(2, importId);
                    statement.setLong(3, line);
                });
    }

    /** The first lines of each verdict. */
    Map<Verdict, List<Long>> examples(UUID importId, int most) {
        return rows
                .read(
                        EXAMPLES,
                        statement -> {
                            statement.setArray(1, statement.getConnection().createArrayOf("text", Verdict.values()));
                            statement.setObject(2, importId);
                            statement.setInt(3, most);
                        },
                        row -> new SimpleEntry<>(Verdict.valueOf(row.getString(1)), row.getLong(2)))
                .stream()
                .collect(Collectors.groupingBy(
                        SimpleEntry::getKey, Collectors.mapping(SimpleEntry::getValue, Collectors.toList())));
    }

    /** Deletes what lines that have done what they do say of people. */
    void handled(UUID importId, Collection<Long> numbers) {
        var array = Rows.array(numbers);
        rows.write(
                database,
                "delete from import_line where import_id = ? and line = any(cast(? as bigint[])) and verdict <> 'OPTED_OUT'",
                statement -> {
                    statement.setObject(1, importId);
                    statement.setString(2, array);
                });
        rows.write(
                database,
                "update import_line set email = null, phone = null, first_name = null, last_name = null, external_id = null"
                        + " where import_id = ? and line = any(cast(? as bigint[]))",
                statement -> {
                    statement.setObject(1, importId);
                    statement.setString(2, array);
                });
    }

    /** Deletes so many lines at most; returns how many. */
    int delete(UUID importId, int most) {
        return rows.lock(
                        database,
                        DELETE,
                        statement -> {
                            statement.setObject(1, importId);
                            statement.setObject(2, importId);
                            statement.setInt(3, most);
                        },
                        row -> row.getLong(1))
                .size();
    }

    private static Map<String, Object> row(Line line) {
        Map<String, Object> row = new HashMap<>(); // of which some are null
        row.put("line", line.line());
        row.put("verdict", line.verdict());
        row.put("reason", line.reason());
        row.put("title", line.column());
        row.put("cell", line.cell());
        row.put("ofline", line.like().line());
        row.put("ofcontact", line.like().contact());
        row.put("ofmember", line.like().member());
        if (line.who() == null) return row;
        row.put("email", line.who().email());
        row.put("phone", line.who().phone());
        row.put("first", line.who().firstName());
        row.put("last", line.who().lastName());
        row.put("external", line.who().externalId());
        return row;
    }

    private static Line line(ResultSet row) throws SQLException {
        var email = row.getString(3);
        var who = email == null
                ? null
                : new Expected(email, row.getString(4), row.getString(5), row.getString(6), row.getString(7));
        var reason = row.getString(8);
        var decision = row.getString(14);
        return new Line(
                row.getLong(1),
                Verdict.valueOf(row.getString(2)),
                who,
                reason == null ? null : Reason.valueOf(reason),
                row.getString(9),
                row.getString(10),
                new Line.Like(
                        row.getObject(11, Long.class), row.getObject(12, UUID.class), row.getObject(13, UUID.class)),
                decision == null ? null : Decision.valueOf(decision));
    }

    private String write(Object lines) {
        try {
            return json.writeValueAsString(lines);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Plain values can be written", e);
        }
    }
}
