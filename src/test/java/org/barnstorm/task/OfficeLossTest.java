package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.authority.Role.VERIFIER;
import static org.barnstorm.task.OfficePlaces.accept;
import static org.barnstorm.task.OfficePlaces.given;
import static org.barnstorm.task.OfficePlaces.status;
import static org.barnstorm.task.OfficePlaces.taken;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Waiting;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A place that was given to a role or to a group follows it, until the work is over. */
@QuarkusTest
class OfficeLossTest {
    @Inject
    People people;

    @Inject
    OfficeSweeper sweeper;

    @Inject
    LeaseSweeper leases;

    private final String town = People.freshTown();

    @AfterEach
    void the_invariants_hold() {
        Invariants.hold();
    }

    @Test
    void the_place_follows_the_office_when_its_holder_loses_it() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.member(town);
        String mandate = people.appoint(ada, VERIFIER, town);
        var task = Work.open(organiser, town, 1);
        var hold = taken(ada, given(organiser, task, office(VERIFIER)));
        assertThat(sweeper.sweep()).isZero();
        revoke(mandate);
        refused(ada.post("/assignments/{id}/complete", Work.completion(2), hold), 409, "office-lost");
        refused(ada.post("/assignments/{id}/extend", Map.of("fence", 2), hold), 409, "office-lost");
        refused(ada.post("/assignments/{id}/release", Map.of("fence", 2), hold), 409, "office-lost");
        refused(
                ada.post("/assignments/{id}/handover", Map.of("fence", 2, "memberId", organiser.id()), hold),
                409,
                "office-lost");
        while (status(hold).equals("HELD")) sweeper.sweep(); // the scheduled one may have the task
        String next = ada.get("/assignments/{id}", hold)
                .body("status", is("MOVED"))
                .body("reason", notNullValue())
                .extract()
                .path("movedTo");
        assertThat(Work.taken(organiser, task)).isEqualTo(1);
        organiser
                .get("/assignments/{id}", next)
                .body("status", is("OFFERED"))
                .body("memberId", nullValue())
                .body("office.role", is("VERIFIER"))
                .body("fence", is(3));
        var ben = people.with(VERIFIER, town);
        Work.complete(ben, taken(ben, UUID.fromString(next)));
        assertThat(Waiting.journal(hold)).containsExactly("assignment.accepted", "assignment.moved");
    }

    @Test
    void who_leaves_the_group_loses_what_they_hold_as_its_member() {
        var organiser = people.with(ORGANISER, town);
        var crew = town + ".crew";
        var ada = people.member(crew);
        var hold = taken(ada, given(organiser, Work.open(organiser, town, 1), Map.of("group", crew)));
        ada.delete("/groups/{path}/membership", crew).statusCode(204);
        refused(ada.post("/assignments/{id}/complete", Work.completion(2), hold), 409, "office-lost");
        while (status(hold).equals("HELD")) sweeper.sweep();
        people.member(crew).get("/me/offices").body("items", hasSize(1));
    }

    @Test
    void what_waits_for_an_office_waits_in_vain_once_the_work_is_over() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.with(VERIFIER, town);
        var task = Work.open(organiser, town, 1);
        var place = given(organiser, task, office(VERIFIER));
        Work.letEnd(task);
        refused(accept(ada, place), 409, "task-over");
        ada.get("/me/offices").body("items", hasSize(0));
    }

    @Test
    void finished_work_follows_no_office_and_who_did_it_says_how_it_went() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.member(town);
        String mandate = people.appoint(ada, VERIFIER, town);
        var task = Work.open(organiser, town, 1);
        var hold = taken(ada, given(organiser, task, office(VERIFIER)));
        revoke(mandate);
        Work.letEnd(task);
        sweeper.sweep();
        assertThat(status(hold)).isEqualTo("HELD");
        refused(ada.post("/assignments/{id}/extend", Map.of("fence", 2), hold), 409, "office-lost");
        Work.complete(ada, hold);
        assertThat(status(hold)).isEqualTo("DONE");
    }

    @Test
    void what_is_done_stays_with_who_did_it() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.member(town);
        String mandate = people.appoint(ada, VERIFIER, town);
        var hold = taken(ada, given(organiser, Work.open(organiser, town, 1), office(VERIFIER)));
        Work.complete(ada, hold);
        revoke(mandate);
        sweeper.sweep();
        assertThat(status(hold)).isEqualTo("DONE");
    }

    @Test
    void a_mandate_that_is_over_or_not_yet_begun_is_no_office() {
        var organiser = people.with(ORGANISER, town);
        var place = given(organiser, Work.open(organiser, town, 1), office(VERIFIER));
        var ada = people.member(town);
        var from = Instant.now().plus(Duration.ofDays(1)).toString();
        var later = Map.of("memberId", ada.id(), "group", town, "role", VERIFIER, "from", from);
        people.lead(town).post("/mandates", later).statusCode(201);
        unseen(accept(ada, place));
        var ben = people.member(town);
        String mandate = people.appoint(ben, VERIFIER, town);
        ben.get("/me/offices").body("items", hasSize(1));
        revoke(mandate);
        ben.get("/me/offices").body("items", hasSize(0));
        unseen(accept(ben, place));
    }

    @Test
    void a_place_that_nobody_takes_in_time_is_free_again() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        var ada = people.with(VERIFIER, town);
        var place = given(organiser, task, office(VERIFIER));
        Work.letLapse(place);
        ada.get("/me/offices").body("items", hasSize(0));
        refused(accept(ada, place), 409, "lease-lost");
        while (status(place).equals("OFFERED")) leases.sweep();
        assertThat(status(place)).isEqualTo("EXPIRED");
        assertThat(Work.taken(organiser, task)).isZero();
        refused(accept(ada, place), 409, "lease-lost");
    }

    @Test
    void an_organiser_moves_a_place_from_an_office_to_a_person_and_a_cancelled_task_ends_it() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.member(town);
        var place = given(organiser, Work.open(organiser, town, 1), office(VERIFIER));
        organiser
                .post("/assignments/{id}/move", Map.of("memberId", ada.id(), "reason", "Nobody took it."), place)
                .statusCode(200)
                .body("office", nullValue())
                .body("memberId", is(ada.id().toString()));
        var task = Work.open(organiser, town, 1);
        var waiting = given(organiser, task, office(VERIFIER));
        organiser.act("/tasks/{id}/cancel", task).statusCode(200).body("taken", is(0));
        assertThat(status(waiting)).isEqualTo("CANCELLED");
    }

    @Test
    void who_takes_over_from_an_office_holds_the_place_as_themselves() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.member(town);
        String mandate = people.appoint(ada, VERIFIER, town);
        var ben = people.member(town);
        var hold = taken(ada, given(organiser, Work.open(organiser, town, 1), office(VERIFIER)));
        ada.post("/assignments/{id}/handover", Map.of("fence", 2, "memberId", ben.id()), hold)
                .statusCode(200);
        ben.act("/assignments/{id}/handover/accept", hold).statusCode(200).body("office", nullValue());

        var other = taken(ada, given(organiser, Work.open(organiser, town, 1), office(VERIFIER)));
        ada.post("/assignments/{id}/handover", Map.of("fence", 2, "memberId", ben.id()), other)
                .statusCode(200);
        revoke(mandate);
        refused(ben.act("/assignments/{id}/handover/accept", other), 409, "handover-gone");
    }

    private Map<String, Object> office(Role role) {
        return Map.of("role", role, "group", town);
    }

    private void revoke(String mandate) {
        people.lead(town)
                .post("/mandates/{id}/revoke", Map.of("reason", "Moved away."), mandate)
                .statusCode(200);
    }
}
