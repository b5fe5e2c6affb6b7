package org.barnstorm.regroup;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;

/** What tests of splits and merges do again and again. */
final class Plans {
    private Plans() {}

    static ValidatableResponse split(Person by, String from, String into, Person... members) {
        var ids = Stream.of(members).map(Person::id).toList();
        return by.post(
                "/groups/{path}/split",
                Map.of("into", into, "name", "New", "memberIds", ids, "effectiveAt", inDays(15)),
                from);
    }

    static ValidatableResponse merge(Person by, String from, String into) {
        return by.post("/groups/{path}/merge", Map.of("into", into, "effectiveAt", inDays(15)), from);
    }

    static UUID id(ValidatableResponse planned) {
        return UUID.fromString(planned.statusCode(201).extract().path("id"));
    }

    static String inDays(int days) {
        return Instant.now().plus(Duration.ofDays(days)).toString();
    }

    static void letDayCome(UUID move) {
        Sql.run("update group_move set effective_at = now() - interval '1 second' where id = ?", move);
    }

    static String status(UUID move) {
        return Sql.value(String.class, "select status from group_move where id = ?", move);
    }

    static String result(UUID move, Person member) {
        return Sql.value(
                String.class,
                "select result from group_move_person where move_id = ? and member_id = ?",
                move,
                member.id());
    }

    /** Where somebody belongs: the paths of groups in which they have this standing. */
    static List<String> groups(Person member, String status) {
        return member.get("/me")
                .statusCode(200)
                .extract()
                .path("memberships.findAll { it.status == '" + status + "' }.group");
    }

    /** What happened to it, in order. */
    static List<String> steps(UUID move) {
        return Sql.column(String.class, "select type from journal where subject_id = ? order by seq", move);
    }
}
