package org.barnstorm.mandate;

import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.authority.Role;
import org.barnstorm.platform.problem.Busy;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.TestStack;

/** What tests of endings do again and again. */
final class Offices {
    static final Map<String, String> WHY = Map.of("reason", "Stepped back after the autumn round.");

    private Offices() {}

    static String grant(Person by, Person to, Role role, String group, String kind) {
        var wanted = new HashMap<String, Object>(Map.of("memberId", to.id(), "group", group, "role", role));
        wanted.put("kind", kind);
        return by.post("/mandates", wanted).statusCode(201).extract().path("id");
    }

    static ValidatableResponse revoke(Person by, String mandate) {
        return by.post("/mandates/{id}/revoke", WHY, mandate);
    }

    static ValidatableResponse suspend(Person by, String group, Person whom) {
        return by.post("/groups/{path}/suspensions", suspension(whom), group);
    }

    static Map<String, Object> suspension(Person whom) {
        var until = Instant.now().plus(Duration.ofDays(7)).toString();
        return new HashMap<>(Map.of("memberId", whom.id(), "reason", "Three people reported it.", "until", until));
    }

    /** Does something while a writer in flight, who does not finish, shares a mandate's row. */
    static void whileWriterIsInFlight(String mandate, Runnable act) {
        try (var writer = TestStack.asOwner();
                var statement = writer.prepareStatement("select 1 from mandate where id = ? for share")) {
            writer.setAutoCommit(false);
            statement.setObject(1, UUID.fromString(mandate));
            statement.executeQuery();
            act.run();
            writer.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As long as it takes: who waits in vain for a row asks again. */
    static void patiently(Runnable act) {
        for (var done = false; !done; ) {
            try {
                act.run();
                done = true;
            } catch (RuntimeException e) {
                if (!Busy.is(e)) throw e;
            }
        }
    }

    /** The id of the one mandate that somebody has. */
    static UUID mandateOf(Person lead) {
        return UUID.fromString(lead.get("/me/mandates").extract().path("items[0].id"));
    }

    /** Lets what was cut off have been so for a while: it is nobody's any more. */
    static void letTimePass(String mandate) {
        var id = UUID.fromString(mandate);
        Sql.run("update mandate_ending set ended_at = ended_at - interval '2 minutes' where mandate_id = ?", id);
        Sql.run("update mandate_stop set stopped_at = stopped_at - interval '2 minutes' where mandate_id = ?", id);
    }

    /** Lets the term of a mandate that nobody has acted under have run out a while ago. */
    static void letRunOut(String mandate) {
        Sql.run(
                "update mandate set valid_from = now() - interval '2 days', valid_until = now() - interval '2 minutes'"
                        + " where id = ?",
                UUID.fromString(mandate));
    }

    /** Who looks after a task. */
    static UUID keeper(UUID task) {
        return Sql.value(
                UUID.class,
                "select coalesce(k.member_id, t.created_by) from task t left join task_keeper k on k.task_id = t.id"
                        + " where t.id = ?",
                task);
    }

    /** Everything that ending somebody's authority touches in a movement, row by row, as it is stored. */
    static List<String> rows(String group) {
        var movement = group.split("\\.")[0];
        return Sql.column(String.class, """
                with here as (select id from local_group where path = ?::text or path like ?::text || '.%')
                select to_jsonb(m)::text from mandate m where group_id in (select id from here)
                union all
                select (to_jsonb(s) - 'version')::text from membership s where group_id in (select id from here)
                union all
                select to_jsonb(k)::text from task_keeper k join task t on t.id = k.task_id
                where t.group_id in (select id from here)
                union all
                select to_jsonb(t)::text from task t where t.group_id in (select id from here)
                union all
                select 'live ' || l.id from acting_mandate l where group_id in (select id from here)
                order by 1
                """, movement, movement);
    }

    static List<String> types(UUID subject) {
        return Sql.column(String.class, "select type from journal where subject_id = ? order by seq", subject);
    }
}
