package org.barnstorm.task;

import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Trusting;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits for a release, and for other tasks as well. */
@QuarkusTest
class ProbationNeedsTest {
    @Inject
    People people;

    @Inject
    NeedSweeper sweeper;

    private final String town = People.freshTown();

    @BeforeEach
    void every_task_is_looked_at() {
        Trusting.probation(2);
    }

    @Test
    void a_task_can_wait_for_a_release_and_for_others() {
        var organiser = people.with(ORGANISER, town);
        var lead = people.with(LEAD, town);
        var first = Work.open(lead, town, 1);
        var task = Work.draft(organiser, Work.leaflets(town));
        organiser
                .replace("/tasks/{id}/needs", Map.of("taskIds", List.of(first)), task)
                .statusCode(200);
        organiser.act("/tasks/{id}/publish", task).statusCode(200);
        Work.verify(lead, Work.done(people.member(town), first));
        sweeper.sweep();
        organiser.get("/tasks/{id}", task).body("status", is("WAITING"));
        release(lead, task).statusCode(200).body("status", is("OPEN"));
        var second = Work.open(lead, town, 1);
        var later = Work.draft(organiser, Work.leaflets(town));
        organiser
                .replace("/tasks/{id}/needs", Map.of("taskIds", List.of(second)), later)
                .statusCode(200);
        organiser.act("/tasks/{id}/publish", later).statusCode(200);
        release(lead, later).statusCode(200).body("status", is("WAITING")).body("review", is("RELEASED"));
        Work.verify(lead, Work.done(people.member(town), second));
        sweeper.sweep();
        organiser.get("/tasks/{id}", later).body("status", is("OPEN"));
        Invariants.hold();
    }

    @Test
    void once_trusted_one_publishes_again_and_it_waits_for_others_alone() {
        var organiser = people.with(ORGANISER, town);
        var lead = people.with(LEAD, town);
        var first = Work.open(lead, town, 1);
        var task = Work.draft(organiser, Work.leaflets(town));
        organiser
                .replace("/tasks/{id}/needs", Map.of("taskIds", List.of(first)), task)
                .statusCode(200);
        organiser.act("/tasks/{id}/publish", task).statusCode(200).body("review", is("WAITING"));
        Trusting.everybody();
        organiser
                .act("/tasks/{id}/publish", task)
                .statusCode(200)
                .body("status", is("WAITING"))
                .body("review", nullValue());
        Work.verify(lead, Work.done(people.member(town), first));
        sweeper.sweep();
        organiser.get("/tasks/{id}", task).body("status", is("OPEN"));
        Invariants.hold();
    }

    private ValidatableResponse release(Person reviewer, UUID task) {
        var etag = people.lead(town).get("/tasks/{id}", task).extract().header("ETag");
        return ProbationTest.release(reviewer, task, etag);
    }
}
