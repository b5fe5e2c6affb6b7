package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a place once it is held: given back, listed, shown, kept or lost with its task. */
@QuarkusTest
class HoldTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @Test
    void a_place_given_back_is_free_for_the_next() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        var ada = people.member(town);
        var ben = people.member(town);
        var hold = Work.claim(ada, task);
        refused(ben.put("/tasks/{id}/claim", task), 409, "task-full");
        ada.post("/assignments/{id}/release", Map.of("fence", 1), hold)
                .statusCode(200)
                .body("status", is("RELEASED"));
        assertThat(Work.taken(organiser, task)).isZero();
        ben.put("/tasks/{id}/claim", task).statusCode(200).body("fence", is(2));
    }

    @Test
    void a_claim_is_given_back_by_its_task_too() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        var ada = people.member(town);
        unseen(ada.delete("/tasks/{id}/claim?fence=1", task));
        Work.claim(ada, task);
        refused(ada.delete("/tasks/{id}/claim?fence=2", task), 409, "lease-lost");
        ada.delete("/tasks/{id}/claim", task).statusCode(422);
        ada.delete("/tasks/{id}/claim?fence=1", task).statusCode(200).body("status", is("RELEASED"));
        unseen(ada.delete("/tasks/{id}/claim?fence=1", task));
        assertThat(Work.taken(organiser, task)).isZero();
    }

    @Test
    void who_comes_back_gets_a_new_hold_with_a_higher_fence() {
        var task = Work.open(people.with(ORGANISER, town), town, 1);
        var ada = people.member(town);
        var first = Work.claim(ada, task);
        ada.post("/assignments/{id}/release", Map.of("fence", 1), first).statusCode(200);
        ada.put("/tasks/{id}/claim", task)
                .statusCode(200)
                .body("id", not(is(first.toString())))
                .body("fence", is(2));
        refused(ada.post("/assignments/{id}/release", Map.of("fence", 1), first), 409, "lease-lost");
        refused(ada.delete("/tasks/{id}/claim?fence=1", task), 409, "lease-lost");
    }

    @Test
    void an_offer_of_what_is_over_can_only_be_declined() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        var ada = people.member(town);
        var offer = Work.offer(organiser, task, ada);
        Work.letEnd(task);
        refused(ada.act("/assignments/{id}/accept", offer), 409, "task-over");
        ada.get("/assignments/{id}", offer).body("status", is("OFFERED"));
        ada.post("/assignments/{id}/decline", Map.of(), offer).statusCode(200);
    }

    @Test
    void my_holds_are_listed_with_their_tasks() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.member(town);
        var held = Work.claim(ada, Work.open(organiser, town, 1));
        var done = Work.done(ada, Work.open(organiser, town, 1));
        var offered = Work.offer(organiser, Work.open(organiser, town, 1), ada);
        ada.get("/me/assignments")
                .statusCode(200)
                .body("items.id", contains(held.toString(), done.toString(), offered.toString()))
                .body("items[0].title", is("Leaflets in Hanover"))
                .body("items[0].group", is(town));
        ada.get("/me/assignments?status=DONE").body("items.id", contains(done.toString()));
        ada.get("/me/assignments?status=VERIFIED").body("items", hasSize(0));
        String next = ada.get("/me/assignments?limit=2")
                .body("items", hasSize(2))
                .extract()
                .path("next");
        ada.request()
                .queryParam("limit", 2)
                .queryParam("cursor", next)
                .get("/me/assignments")
                .then()
                .statusCode(200)
                .body("items.id", contains(offered.toString()))
                .body("next", nullValue());
        people.member(town).get("/me/assignments").body("items", hasSize(0));
    }

    @Test
    void a_hold_is_seen_by_its_holder_and_who_may_read_assignments() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.member(town, "Ada Lovelace");
        var task = Work.open(organiser, town, 2);
        var hold = Work.claim(ada, task);
        ada.get("/assignments/{id}", hold).statusCode(200).body("status", is("HELD"));
        organiser.get("/assignments/{id}", hold).statusCode(200);
        unseen(people.member(town).get("/assignments/{id}", hold));
        unseen(people.with(LEAD, People.freshTown()).get("/assignments/{id}", hold));
        unseen(organiser.get("/assignments/{id}", UUID.randomUUID()));
        organiser.get("/tasks/{id}/assignments", task).statusCode(200).body("items.name", contains("Ada L."));
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 200", "TRAINER, 403", "VERIFIER, 200", "STEWARD, 403"})
    void who_may_list_the_holds_of_a_task(String role, int status) {
        var task = Work.open(people.with(ORGANISER, town), town, 1);
        Work.claim(people.member(town), task);
        var answer = people.as(role, town).get("/tasks/{id}/assignments", task);
        if (status == 200) answer.statusCode(200).body("items", hasSize(1));
        else refused(answer, 403, "no-mandate");
    }

    @Test
    void the_holds_of_a_task_come_in_pages() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 3);
        for (var i = 0; i < 3; i++) Work.claim(people.member(town), task);
        String next = organiser
                .get("/tasks/{id}/assignments?limit=2", task)
                .body("items", hasSize(2))
                .extract()
                .path("next");
        organiser
                .request()
                .queryParam("limit", 2)
                .queryParam("cursor", next)
                .get("/tasks/{id}/assignments", task)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].fence", greaterThan(2));
    }

    @Test
    void accepting_restarts_the_lease_by_the_databases_clock() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        var ada = people.member(town);
        var offered = Work.offer(organiser, task, ada);
        Sql.run("update assignment set lease_until = now() + interval '1 minute' where id = ?", offered);
        var until = ada.act("/assignments/{id}/accept", offered)
                .statusCode(200)
                .body("status", is("HELD"))
                .extract()
                .<String>path("leaseUntil");
        assertThat(Duration.between(Instant.now(), Instant.parse(until))).isGreaterThan(Duration.ofHours(47));
    }

    @Test
    void a_cancelled_hold_cannot_be_completed_or_accepted() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 2);
        var ada = people.member(town);
        var ben = people.member(town);
        var held = Work.claim(ada, task);
        var offered = Work.offer(organiser, task, ben);
        organiser.act("/tasks/{id}/cancel", task).statusCode(200);
        refused(ada.post("/assignments/{id}/complete", Work.completion(1), held), 409, "lease-lost")
                .body("state", is("CANCELLED"));
        refused(ben.act("/assignments/{id}/accept", offered), 409, "lease-lost");
    }

    @Test
    void those_who_hold_a_place_of_a_closed_task_go_on() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 2);
        var ada = people.member(town);
        var ben = people.member(town);
        var held = Work.claim(ada, task);
        var offered = Work.offer(organiser, task, ben);
        organiser.act("/tasks/{id}/close", task).statusCode(200);
        Work.complete(ada, held);
        ben.act("/assignments/{id}/accept", offered).statusCode(200);
    }
}
