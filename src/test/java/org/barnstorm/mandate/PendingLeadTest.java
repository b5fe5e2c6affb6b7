package org.barnstorm.mandate;

import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.testing.Problems.refused;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A lead whom nobody has confirmed yet is none: they neither lead a movement nor keep it from getting a lead. */
@QuarkusTest
class PendingLeadTest {
    @Inject
    People people;

    private final String movement = People.freshMovement();

    @AfterEach
    void invariants_hold() {
        Invariants.hold();
    }

    @Test
    void the_admin_appoints_the_first_lead_of_a_movement_whose_only_one_is_pending() {
        people.admin()
                .post("/groups", Map.of("path", movement, "name", movement))
                .statusCode(201);
        var ada = people.newcomer();
        String office = appoint(people.admin(), ada).statusCode(201).extract().path("id");
        ada.replace("/groups/{path}/mandate-rules", Map.of("twoPerson", List.of("TASK_CREATE")), movement)
                .statusCode(200);
        var ben = people.newcomer();
        String pending = appoint(ada, ben)
                .statusCode(201)
                .body("status", is("PENDING"))
                .extract()
                .path("id");
        refused(appoint(people.admin(), people.newcomer()), 409, "movement-has-lead");
        Offices.revoke(ada, office).statusCode(200);
        var cleo = people.newcomer();
        appoint(people.admin(), cleo).statusCode(201).body("status", is("LIVE")).body("source", is("BOOTSTRAP"));
        refused(ben.post("/tasks", Work.leaflets(movement)), 403, "no-mandate");
        // Who wanted Ben is gone; whoever leads now decides anew.
        cleo.act("/mandates/{id}/confirm", pending).statusCode(409);
    }

    private ValidatableResponse appoint(Person by, Person to) {
        return by.post("/mandates", Map.of("memberId", to.id(), "group", movement, "role", LEAD));
    }
}
