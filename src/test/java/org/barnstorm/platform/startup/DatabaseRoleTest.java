package org.barnstorm.platform.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import javax.sql.DataSource;
import org.barnstorm.testing.People;
import org.barnstorm.testing.TestStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service's own database role may not do, whatever the code says. */
@QuarkusTest
class DatabaseRoleTest {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @Inject
    People people;

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table planted (id int)",
                "create schema planted",
                "alter table journal add column planted int",
                "drop table journal",
                "truncate journal",
                "update journal set actor_id = null",
                "delete from journal",
                "alter table journal disable trigger all",
                "update flyway_schema_history set success = true",
                "delete from mandate",
                "update mandate set capabilities = '{TASK_CREATE}'",
                "update mandate set valid_until = null",
                "delete from mandate_stop",
                "update mandate_stop set stopped_at = now()",
                "update local_group set path = 'planted'",
                "update local_group set parent_id = null",
                "delete from local_group",
                "delete from member",
                "delete from membership",
                "delete from qualification",
                "delete from assignment",
                "delete from task",
                "set role barnstorm_owner",
                "copy (select 1) to program 'true'"
            })
    void the_application_may_not(String statement) throws SQLException {
        people.newcomer().id(); // a row for those that look at each
        try (var connection = TestStack.asApplication();
                var sql = connection.createStatement()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> sql.execute(statement))
                    .satisfies(e -> assertThat(e.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
        }
    }

    @Test
    void the_service_uses_that_role() throws SQLException {
        assertThat(query("select current_user::text")).isEqualTo("barnstorm_app");
    }

    @Test
    void nobody_waits_long_for_a_row_or_a_statement() throws SQLException {
        assertThat(query("show lock_timeout")).isEqualTo("250ms");
        assertThat(query("show statement_timeout")).isEqualTo("5s");
        assertThat(query("show idle_in_transaction_session_timeout")).isEqualTo("15s");
        assertThat(query("show application_name")).isEqualTo("barnstorm");
    }

    @Test
    void every_table_is_the_owners() throws SQLException {
        var others = new ArrayList<String>();
        try (var connection = TestStack.asOwner();
                var rows = connection.createStatement().executeQuery("""
                        select tablename from pg_tables
                        where schemaname = 'public' and tableowner <> 'barnstorm_owner'
                        """)) {
            while (rows.next()) others.add(rows.getString(1));
        }
        assertThat(others).isEmpty();
    }

    private String query(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
