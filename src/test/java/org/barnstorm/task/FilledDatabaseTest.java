package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.barnstorm.testing.TestStack;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database in which something has happened before V015 to V017, in a schema of its own. */
@QuarkusTest
class FilledDatabaseTest {
    private static final String SCHEMA = "filled";
    private static final String LEAD = "'{GROUP_CREATE,MANDATE_GRANT,TASK_ASSIGN,TASK_CREATE,TASK_VERIFY}'";
    private static final String ORGANISER = "'{TASK_ASSIGN,TASK_CREATE}'";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    @AfterEach
    void clean() throws SQLException {
        try (var connection = TestStack.asOwner();
                var statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + SCHEMA + " cascade");
        }
    }

    @Test
    void mandates_keep_up_with_their_roles_as_far_as_their_grantors_have_it() throws SQLException {
        migrate("14");
        try (var connection = connect()) {
            run(connection, "alter table mandate drop constraint mandate_qualification_fk"); // whatever earned it
            run(connection, """
                    insert into member select md5(n)::uuid, now()
                    from unnest('{admin,ada,ben,cat,dan,eve,fay,gus}'::text[]) as n;
                    insert into local_group (id, version, slug, path, name, join_policy, zone, created_at)
                    values (md5('uk')::uuid, 0, 'uk', 'uk', 'UK', 'OPEN', 'Z', now());
                    """);
            mandate(connection, "ada", "LEAD", LEAD, "BOOTSTRAP", "admin", null);
            mandate(connection, "ben", "LEAD", LEAD, "APPOINTED", "ada", "ada");
            mandate(connection, "cat", "ORGANISER", ORGANISER, "APPOINTED", "ben", "ben");
            mandate(connection, "dan", null, LEAD, "APPOINTED", "ada", "ada");
            mandate(connection, "eve", "ORGANISER", ORGANISER, "APPOINTED", "dan", "dan");
            mandate(connection, "fay", "VERIFIER", "'{TASK_VERIFY}'", "APPOINTED", "ada", "ada");
            mandate(connection, "gus", "ORGANISER", ORGANISER, "EARNED", null, null);
        }
        migrate("latest");
        try (var connection = connect()) {
            assertThat(holders(connection, "KIND_MANAGE")).containsExactly("ada", "ben");
            assertThat(holders(connection, "WORK_UNDO")).containsExactly("ada", "ben", "cat", "gus");
            assertThat(holders(connection, "TASK_REVIEW")).containsExactly("ada", "ben");
            assertThat(holders(connection, "CAMPAIGN_MANAGE")).containsExactly("ada", "ben");
            assertThat(holders(connection, "INTEGRATION_MANAGE")).containsExactly("ada", "ben");
            assertThat(holders(connection, "MEMBER_IMPORT")).containsExactly("ada", "ben");
            assertThat(column(connection, """
                    select c.id::text from mandate c join mandate p on p.id = c.granted_under
                    where not p.capabilities @> c.capabilities
                    """)).as("I-20").isEmpty();
        }
    }

    @Test
    void what_was_verified_before_has_its_time_from_the_journal() throws SQLException {
        migrate("14");
        try (var connection = connect()) {
            run(connection, """
                    insert into member select md5(n)::uuid, now() from unnest('{ada,ben}'::text[]) as n;
                    insert into local_group (id, version, slug, path, name, join_policy, zone, created_at)
                    values (md5('uk')::uuid, 0, 'uk', 'uk', 'UK', 'OPEN', 'Z', now());
                    insert into task (id, version, group_id, movement_id, title, instructions, status, capacity, remote,
                                      zone, effort_minutes, lease_hours, created_by, created_at)
                    select md5(n)::uuid, 0, md5('uk')::uuid, md5('uk')::uuid, n, '', 'OPEN', 1, true, 'Z', 60, 48,
                           md5('ada')::uuid, now()
                    from unnest('{journalled,older,waiting}'::text[]) as n;
                    insert into assignment (id, task_id, member_id, status, fence, lease_until, expires_at, held_at,
                                            completed_at, outcome_code, verified_by)
                    select md5(n)::uuid, md5(n)::uuid, md5('ada')::uuid,
                           case when n = 'waiting' then 'DONE' else 'VERIFIED' end, 1, now(), now(), now(),
                           '2026-01-01T10:00:00Z', 'done', case when n <> 'waiting' then md5('ben')::uuid end
                    from unnest('{journalled,older,waiting}'::text[]) as n;
                    insert into journal (id, type, subject_type, subject_id, seq, horizon, request_id, at, data)
                    values (gen_random_uuid(), 'assignment.verified', 'assignment', md5('journalled')::uuid, 1, '1', 'r',
                            '2026-01-02T12:00:00Z', '{}');
                    """);
        }
        migrate("latest");
        try (var connection = connect()) {
            assertThat(column(connection, """
                    select t.title || ' ' || coalesce(to_char(a.verified_at at time zone 'UTC', 'MM-DD HH24:MI'), 'never')
                    from assignment a join task t on t.id = a.task_id order by t.title
                    """))
                    .containsExactly("journalled 01-02 12:00", "older 01-01 10:00", "waiting never");
        }
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(url, owner, password)
                .schemas(SCHEMA)
                .placeholders(Map.of("app-role", "barnstorm_app"))
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }

    private static Connection connect() throws SQLException {
        var connection = TestStack.asOwner();
        run(connection, "set search_path = " + SCHEMA + ", public");
        return connection;
    }

    private static void mandate(
            Connection connection, String who, String role, String capabilities, String source, String by, String under)
            throws SQLException {
        run(connection, """
                insert into mandate (id, member_id, group_id, role, capabilities, source, granted_by, granted_under,
                                     qualification_id, delegation_depth, valid_from, created_at)
                values (md5('%1$s')::uuid, md5('%1$s')::uuid, md5('uk')::uuid, %2$s, %3$s, '%4$s', %5$s, %6$s,
                        case when '%4$s' = 'EARNED' then gen_random_uuid() end, 1, now(), now())
                """.formatted(who, text(role), capabilities, source, id(by), id(under)));
    }

    private static String text(String value) {
        return value == null ? "null" : "'" + value + "'";
    }

    private static String id(String name) {
        return name == null ? "null" : "md5('" + name + "')::uuid";
    }

    private static List<String> holders(Connection connection, String capability) throws SQLException {
        return column(connection, """
                select n from unnest('{ada,ben,cat,dan,eve,fay,gus}'::text[]) as n
                join mandate m on m.id = md5(n)::uuid and '%s' = any (m.capabilities) order by n
                """.formatted(capability));
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) found.add(rows.getString(1));
            return found;
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
