package org.barnstorm.chaos;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What leases must have done after a storm; beside the invariants, which hold at every moment. */
enum AfterStorm {
    T_16_ONCE("No lease was reaped twice", """
            select subject_id from journal where type = 'assignment.expired' group by subject_id having count(*) > 1
            """),
    T_19_EARLY("No lease ran out before its time and its grace", """
            select id from assignment where status = 'EXPIRED' and ended_at < expires_at
            """),
    I_07("Nothing was completed after its lease", """
            select id from assignment where completed_at >= expires_at
            """),
    T_16_ALL("Nobody keeps a place after their lease", """
            select id from assignment where status in ('OFFERED', 'HELD') and expires_at < now()
            """),
    I_16("No idempotency key is half done", """
            select key from idempotency_key where subject_id is null
            """);

    private final String meaning;
    private final String violations;

    AfterStorm(String meaning, String violations) {
        this.meaning = meaning;
        this.violations = violations;
    }

    String meaning() {
        return meaning;
    }

    List<String> violatedBy(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(violations)) {
            var found = new ArrayList<String>();
            while (rows.next()) found.add(rows.getString(1));
            return found;
        }
    }
}
