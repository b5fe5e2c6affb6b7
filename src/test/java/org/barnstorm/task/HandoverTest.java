package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.task.Handovers.hand;
import static org.barnstorm.task.Handovers.in;
import static org.barnstorm.task.Handovers.shift;
import static org.barnstorm.task.Handovers.take;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Waiting;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A place goes from its holder to somebody they name. */
@QuarkusTest
class HandoverTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @AfterEach
    void the_invariants_hold() {
        Invariants.hold();
    }

    @Test
    void the_named_person_sees_it_and_takes_the_place_over() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        var ada = people.member(town, "Ada Lovelace");
        var ben = people.member(town);
        var hold = Work.claim(ada, task);
        hand(ada, hold, ben)
                .statusCode(200)
                .body("status", is("HELD"))
                .body("handover.memberId", is(ben.id().toString()))
                .body("handover.until", notNullValue());
        ben.get("/me/handovers")
                .statusCode(200)
                .body("items.assignmentId", contains(hold.toString()))
                .body("items[0].taskId", is(task.toString()))
                .body("items[0].title", is("Leaflets in Hanover"))
                .body("items[0].group", is(town))
                .body("items[0].name", is("Ada L."));
        ben.get("/assignments/{id}", hold).statusCode(200);
        var taken = take(ben, hold)
                .statusCode(200)
                .body("status", is("HELD"))
                .body("source", is("HANDOVER"))
                .body("memberId", is(ben.id().toString()))
                .body("fence", is(2))
                .extract()
                .<String>path("id");
        ada.get("/assignments/{id}", hold)
                .body("status", is("MOVED"))
                .body("movedTo", is(taken))
                .body("handover", nullValue())
                .body("endedAt", notNullValue());
        assertThat(Work.taken(organiser, task)).isEqualTo(1);
        refused(ada.post("/assignments/{id}/complete", Work.completion(1), hold), 409, "lease-lost");
        Work.complete(ben, UUID.fromString(taken));
        ben.get("/me/handovers").body("items", hasSize(0));
        assertThat(Waiting.journal(hold))
                .containsExactly("assignment.claimed", "assignment.handover-offered", "assignment.handed-over");
        assertThat(Waiting.journal(UUID.fromString(taken)))
                .containsExactly("assignment.taken-over", "assignment.completed");
    }

    @Test
    void the_holder_goes_on_while_it_is_open_and_then_it_is_gone() {
        var organiser = people.with(ORGANISER, town);
        for (var end : List.of("complete", "release", "cancel")) {
            var ada = people.member(town);
            var ben = people.member(town);
            var task = Work.open(organiser, town, 1);
            var hold = Work.claim(ada, task);
            hand(ada, hold, ben).statusCode(200);
            switch (end) {
                case "complete" -> Work.complete(ada, hold);
                case "release" ->
                    ada.post("/assignments/{id}/release", Map.of("fence", 1), hold)
                            .statusCode(200)
                            .body("handover", nullValue());
                default -> organiser.act("/tasks/{id}/cancel", task).statusCode(200);
            }
            refused(take(ben, hold), 409, "handover-gone");
            refused(ben.act("/assignments/{id}/handover/decline", hold), 409, "handover-gone");
            ben.get("/me/handovers").body("items", hasSize(0));
            unseen(ben.get("/assignments/{id}", hold));
        }
    }

    @Test
    void a_holder_keeps_the_place_after_all() {
        var ada = people.member(town);
        var ben = people.member(town);
        var hold = Work.claim(ada, Work.open(people.with(ORGANISER, town), town, 1));
        hand(ada, hold, ben).statusCode(200);
        refused(ada.delete("/assignments/{id}/handover?fence=7", hold), 409, "lease-lost");
        ada.delete("/assignments/{id}/handover", hold).statusCode(422);
        for (var i = 0; i < 2; i++) {
            ada.delete("/assignments/{id}/handover?fence=1", hold)
                    .statusCode(200)
                    .body("status", is("HELD"))
                    .body("handover", nullValue());
        }
        refused(take(ben, hold), 409, "handover-gone");
        assertThat(Waiting.journal(hold))
                .containsExactly("assignment.claimed", "assignment.handover-offered", "assignment.handover-withdrawn");
        hand(ada, hold, ben).statusCode(200);
        take(ben, hold).statusCode(200);
        refused(ada.delete("/assignments/{id}/handover?fence=1", hold), 409, "lease-lost");
    }

    @Test
    void the_named_person_turns_it_down_and_the_holder_goes_on() {
        var ada = people.member(town);
        var ben = people.member(town);
        var hold = Work.claim(ada, Work.open(people.with(ORGANISER, town), town, 1));
        hand(ada, hold, ben).statusCode(200);
        var key = UUID.randomUUID().toString();
        for (var i = 0; i < 2; i++) {
            ben.request()
                    .header("Idempotency-Key", key)
                    .post("/assignments/{id}/handover/decline", hold)
                    .then()
                    .statusCode(200)
                    .body("assignmentId", is(hold.toString()))
                    .body("until", nullValue());
        }
        refused(ben.act("/assignments/{id}/handover/decline", hold), 409, "handover-gone");
        refused(take(ben, hold), 409, "handover-gone");
        Work.complete(ada, hold);
        assertThat(Waiting.journal(hold)).contains("assignment.handover-declined");
    }

    @Test
    void another_person_can_be_named_instead() {
        var ada = people.member(town);
        var ben = people.member(town);
        var eve = people.member(town);
        var hold = Work.claim(ada, Work.open(people.with(ORGANISER, town), town, 1));
        hand(ada, hold, ben).statusCode(200);
        hand(ada, hold, eve).statusCode(200);
        unseen(take(ben, hold));
        ben.get("/me/handovers").body("items", hasSize(0));
        take(eve, hold).statusCode(200);
    }

    @Test
    void it_is_open_for_a_day_and_never_beyond_the_hold() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.member(town);
        var ben = people.member(town);
        var day = Work.claim(ada, Work.open(organiser, Work.leaflets(town, "leaseHours", 72)));
        assertThat(until(hand(ada, day, ben))).isCloseTo(in(Duration.ofDays(1)), within(1, ChronoUnit.MINUTES));
        var hour = Work.claim(ada, Work.open(organiser, Work.leaflets(town, "leaseHours", 1)));
        var answer = hand(ada, hour, ben).statusCode(200);
        assertThat(until(answer)).isEqualTo(Instant.parse(answer.extract().path("expiresAt")));
        Sql.run("update assignment set handover_until = now() where id = ?", day);
        refused(take(ben, day), 409, "handover-gone");
        unseen(ben.get("/assignments/{id}", day));
        ben.get("/me/handovers").body("items.assignmentId", contains(hour.toString()));
        Work.letLapse(hour);
        refused(take(ben, hour), 409, "handover-gone");
        ben.get("/me/handovers").body("items", hasSize(0));
    }

    @Test
    void work_at_any_time_gets_a_fresh_lease_and_scheduled_work_keeps_its_end() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.member(town);
        var ben = people.member(town);
        var whenever = Work.claim(ada, Work.open(organiser, Work.leaflets(town, "leaseHours", 72)));
        Sql.run("update assignment set lease_until = now() + interval '1 hour', extensions = 1 where id = ?", whenever);
        hand(ada, whenever, ben).statusCode(200);
        var fresh = take(ben, whenever).statusCode(200).body("extensions", is(0));
        assertThat(Instant.parse(fresh.extract().path("leaseUntil")))
                .isCloseTo(in(Duration.ofHours(72)), within(1, ChronoUnit.MINUTES));
        var scheduled = Work.claim(ada, Work.open(organiser, shift(town, in(Duration.ofDays(2)))));
        ada.post("/assignments/{id}/extend", Map.of("fence", 1), scheduled).statusCode(200);
        hand(ada, scheduled, ben).statusCode(200);
        String before = ada.get("/assignments/{id}", scheduled).extract().path("leaseUntil");
        take(ben, scheduled).statusCode(200).body("leaseUntil", is(before));
    }

    @Test
    void what_was_done_stays_done() {
        var ada = people.member(town);
        var ben = people.member(town);
        var hold = Work.claim(ada, Work.open(people.with(ORGANISER, town), town, 1));
        Sql.run("update assignment set steps_done = '{1,2}' where id = ?", hold);
        hand(ada, hold, ben).statusCode(200);
        UUID taken = UUID.fromString(take(ben, hold).statusCode(200).extract().path("id"));
        assertThat(Sql.value(String.class, "select cast(steps_done as text) from assignment where id = ?", taken))
                .isEqualTo("{1,2}");
    }

    @Test
    void who_taps_twice_gets_what_they_got() {
        var ada = people.member(town);
        var ben = people.member(town);
        var task = Work.open(people.with(ORGANISER, town), town, 1);
        var hold = Work.claim(ada, task);
        hand(ada, hold, ben).statusCode(200);
        String taken = take(ben, hold).statusCode(200).extract().path("id");
        take(ben, hold).statusCode(200).body("id", is(taken));
        ben.put("/tasks/{id}/claim", task).statusCode(200).body("id", is(taken));
        ben.post("/assignments/{id}/release", Map.of("fence", 2), taken).statusCode(200);
        refused(take(ben, hold), 409, "handover-gone");
    }

    @Test
    void places_that_i_may_take_over_come_in_pages() {
        var organiser = people.with(ORGANISER, town);
        var ben = people.member(town);
        for (var i = 0; i < 3; i++) {
            var ada = people.member(town);
            hand(ada, Work.claim(ada, Work.open(organiser, town, 1)), ben).statusCode(200);
        }
        String next = ben.get("/me/handovers?limit=2")
                .statusCode(200)
                .body("items", hasSize(2))
                .extract()
                .path("next");
        ben.request()
                .queryParam("limit", 2)
                .queryParam("cursor", next)
                .get("/me/handovers")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("next", nullValue());
    }

    @Test
    void a_repeat_with_the_same_key_hands_over_once() {
        var ada = people.member(town);
        var ben = people.member(town);
        var hold = Work.claim(ada, Work.open(people.with(ORGANISER, town), town, 1));
        var body = Map.of("fence", 1, "memberId", ben.id());
        for (var i = 0; i < 2; i++) {
            ada.request()
                    .header("Idempotency-Key", "hand-" + hold)
                    .contentType("application/json")
                    .body(body)
                    .post("/assignments/{id}/handover", hold)
                    .then()
                    .statusCode(200)
                    .body("handover.memberId", is(ben.id().toString()));
        }
        assertThat(Waiting.journal(hold)).containsExactly("assignment.claimed", "assignment.handover-offered");
    }

    private static Instant until(ValidatableResponse answer) {
        return Instant.parse(answer.statusCode(200).extract().path("handover.until"));
    }
}
