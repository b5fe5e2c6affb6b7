package org.barnstorm.importing;

import static org.awaitility.Awaitility.await;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;

/** What tests of imports do again and again. */
final class Imports {
    private Imports() {}

    static ValidatableResponse upload(Person person, String group, String csv) {
        return upload(person, group, csv.getBytes(StandardCharsets.UTF_8));
    }

    static ValidatableResponse upload(Person person, String group, byte[] csv) {
        return person.request()
                .contentType("text/csv")
                .body(csv)
                .post("/groups/{path}/imports", group)
                .then();
    }

    /** Uploads and lets the sweeper check; answers the id. */
    static String checked(ImportSweeper sweeper, Person person, String group, String csv) {
        String id = upload(person, group, csv).statusCode(201).extract().path("id");
        work(sweeper, id);
        return id;
    }

    /** Uploads, checks, starts and brings in; answers the id. */
    static String done(ImportSweeper sweeper, Person person, String group, String csv) {
        var id = checked(sweeper, person, group, csv);
        person.act("/imports/{id}/start", id).statusCode(200);
        work(sweeper, id);
        return id;
    }

    /** Lets the sweeper go round until it has nothing to do for this import: another test's may be in between. */
    static void work(ImportSweeper sweeper, String id) {
        await().atMost(Duration.ofMinutes(5)).pollDelay(Duration.ZERO).until(() -> {
            sweeper.sweep();
            return java.util.Set.of("PREVIEW", "DONE", "CANCELLED", "FAILED").contains(status(id));
        });
    }

    static String status(String id) {
        return Sql.value(String.class, "select status from member_import where id = ?", UUID.fromString(id));
    }

    static long contacts(String group) {
        return Sql.value(
                Long.class,
                "select count(*) from contact c join local_group g on g.id = c.group_id where g.path = ?",
                group);
    }
}
