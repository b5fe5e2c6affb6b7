package org.barnstorm.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** What PostgreSQL itself says that the service sent it, transactions and parameters included. */
final class StatementLog {
    private static final String MARK = "@@@";
    private static final Pattern RECORD = Pattern.compile(
            "^@@@(?<user>\\S*)@@@ (?<kind>LOG|DETAIL): +(?<text>.*?)(?=\\n@@@|\\z)",
            Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern EXECUTED = Pattern.compile("(?:execute [^:]*|statement): (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETERS = Pattern.compile("[Pp]arameters: (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$\\d+ = (?:NULL|'((?:[^']|'')*)')(?:, |\\z)");

    /**
     * One statement as it was executed.
     *
     * @param parameters as text; null for NULL
     */
    record Executed(String sql, List<String> parameters) {
        boolean begins() {
            return sql.startsWith("BEGIN");
        }

        boolean ends() {
            return sql.equals("COMMIT") || sql.equals("ROLLBACK");
        }
    }

    private final Path file;
    private final Connection superuser;
    private final String user;

    /** @param user whose statements count */
    StatementLog(Path file, Connection superuser, String user) {
        this.file = file;
        this.superuser = superuser;
        this.user = user;
    }

    /** What the service sends while something is done. Nothing else may be going on. */
    List<Executed> during(Runnable act) throws SQLException {
        set("log_line_prefix", "'" + MARK + "%u" + MARK + " '");
        set("log_statement", "'all'");
        try {
            settle();
            var before = read().length();
            act.run();
            settle();
            return parse(read().substring(before));
        } finally {
            set("log_statement", "'none'");
        }
    }

    private List<Executed> parse(String log) {
        var executed = new ArrayList<Executed>();
        var records = RECORD.matcher(log);
        while (records.find()) {
            if (!records.group("user").equals(user)) continue;
            var text = records.group("text").strip().replace("\n\t", "\n");
            var statement = EXECUTED.matcher(text);
            var parameters = PARAMETERS.matcher(text);
            if (records.group("kind").equals("LOG") && statement.matches()) {
                executed.add(new Executed(statement.group(1), List.of()));
            } else if (records.group("kind").equals("DETAIL") && parameters.matches()) {
                var last = executed.remove(executed.size() - 1);
                executed.add(new Executed(last.sql(), parameters(parameters.group(1))));
            }
        }
        return executed;
    }

    private static List<String> parameters(String text) {
        var values = new ArrayList<String>();
        var each = PARAMETER.matcher(text);
        while (each.find())
            values.add(each.group(1) == null ? null : each.group(1).replace("''", "'"));
        return values;
    }

    private void set(String setting, String value) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute("alter system set " + setting + " = " + value);
            statement.execute("select pg_reload_conf()");
        }
    }

    /** Until a statement of our own is in the log: then the setting is read, and all that was sent before is written. */
    private void settle() {
        await().until(() -> {
            var mark = UUID.randomUUID().toString();
            try (var statement = superuser.createStatement()) {
                statement.execute("select '" + mark + "'");
            }
            return read().contains(mark);
        });
    }

    private String read() {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
