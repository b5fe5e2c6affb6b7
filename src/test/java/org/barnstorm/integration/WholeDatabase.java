package org.barnstorm.integration;

import java.util.Map;
import java.util.TreeMap;
import org.barnstorm.testing.Sql;

/** Everything that is stored, so that a test can say that it is as it was. */
final class WholeDatabase {
    /** Of these something stays or comes that is in no sandbox: that there was one, and what was sent meanwhile. */
    private static final String APART = "'sandbox', 'rate_window', 'flyway_schema_history'";

    private WholeDatabase() {}

    /** Rows of all tables, each in a number; of the journal and of keys what is not about sandboxes themselves. */
    static Map<String, String> content() {
        var content = new TreeMap<String, String>();
        var tables = Sql.column(
                String.class,
                "select tablename::text from pg_tables where schemaname = 'public' and tablename not in (" + APART
                        + ")");
        for (var table : tables) {
            var without =
                    switch (table) {
                        case "journal" -> " where t.type not like 'sandbox.%'";
                        case "idempotency_key" -> " where t.subject_id not in (select id from sandbox)";
                        default -> "";
                    };
            content.put(
                    table,
                    Sql.value(
                            String.class,
                            "select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from " + table
                                    + " t" + without));
        }
        return content;
    }
}
