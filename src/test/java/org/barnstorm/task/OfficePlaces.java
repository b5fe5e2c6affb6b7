package org.barnstorm.task;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;

/** What tests of places for offices do again and again. */
final class OfficePlaces {
    private OfficePlaces() {}

    static UUID given(Person organiser, UUID task, Map<String, Object> office) {
        return UUID.fromString(
                send(organiser, task, office).statusCode(201).extract().path("id"));
    }

    static ValidatableResponse send(Person organiser, UUID task, Map<String, Object> office) {
        return organiser.post("/tasks/{id}/assignments", office, task);
    }

    static ValidatableResponse accept(Person person, UUID place) {
        return person.act("/assignments/{id}/accept", place);
    }

    static UUID taken(Person person, UUID place) {
        return UUID.fromString(accept(person, place).statusCode(200).extract().path("id"));
    }

    static String status(UUID hold) {
        return Sql.value(String.class, "select status from assignment where id = ?", hold);
    }
}
