package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.authority.Role.TRAINER;
import static org.barnstorm.authority.Role.VERIFIER;
import static org.barnstorm.task.OfficePlaces.accept;
import static org.barnstorm.task.OfficePlaces.given;
import static org.barnstorm.task.OfficePlaces.send;
import static org.barnstorm.task.OfficePlaces.status;
import static org.barnstorm.task.OfficePlaces.taken;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Statements;
import org.barnstorm.testing.Waiting;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A place is given to a role or to a group, and taken by whoever holds it. */
@QuarkusTest
class OfficeTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @AfterEach
    void the_invariants_hold() {
        Invariants.hold();
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 201", "ORGANISER, 201", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_give_a_place_to_an_office(String role, int status) {
        var task = Work.open(people.with(ORGANISER, town), town, 1);
        var person = people.as(role, town);
        var answer = send(person, task, office(VERIFIER));
        if (status == 403) refused(answer, 403, "no-mandate");
        else
            answer.statusCode(201)
                    .body("status", is("OFFERED"))
                    .body("source", is("OFFICE"))
                    .body("office.role", is("VERIFIER"))
                    .body("office.groupId", notNullValue())
                    .body("memberId", nullValue())
                    .body("assignedBy", is(person.id().toString()));
    }

    @Test
    void whoever_holds_the_role_sees_the_place_and_the_first_has_it() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        var place = given(organiser, task, office(VERIFIER));
        assertThat(Work.taken(organiser, task)).isEqualTo(1);
        refused(people.member(town).put("/tasks/{id}/claim", task), 409, "task-full");
        var ada = people.with(VERIFIER, town);
        var ben = people.with(VERIFIER, town);
        for (var person : List.of(ada, ben)) {
            person.get("/me/offices")
                    .statusCode(200)
                    .body("items.assignment.id", contains(place.toString()))
                    .body("items[0].role", is("VERIFIER"))
                    .body("items[0].group", is(town))
                    .body("items[0].assignment.title", is("Leaflets in Hanover"));
        }
        UUID hold = UUID.fromString(accept(ada, place)
                .statusCode(200)
                .body("id", not(is(place.toString())))
                .body("status", is("HELD"))
                .body("memberId", is(ada.id().toString()))
                .body("source", is("OFFICE"))
                .body("office.role", is("VERIFIER"))
                .body("fence", is(2))
                .extract()
                .path("id"));
        accept(ada, place).statusCode(200).body("id", is(hold.toString()));
        refused(accept(ben, place), 409, "office-taken");
        ben.get("/me/offices").body("items", hasSize(0));
        assertThat(Work.taken(organiser, task)).isEqualTo(1);
        Work.complete(ada, hold);
        assertThat(Waiting.journal(place)).containsExactly("assignment.offered", "assignment.filled");
        assertThat(Waiting.journal(hold)).containsExactly("assignment.accepted", "assignment.completed");
        organiser.get("/tasks/{id}/assignments", task).statusCode(200).body("items.status", contains("MOVED", "DONE"));
    }

    @Test
    void any_member_of_a_group_takes_a_place_that_was_given_to_the_group() {
        var organiser = people.with(ORGANISER, town);
        var other = town + ".crew";
        var task = Work.open(organiser, town, 2);
        var ada = people.member(other);
        UUID place = UUID.fromString(send(organiser, task, Map.of("group", other))
                .statusCode(201)
                .body("office.role", nullValue())
                .extract()
                .path("id"));
        var townsman = people.member(town);
        unseen(townsman.get("/assignments/{id}", place));
        unseen(accept(townsman, place));
        townsman.get("/me/offices").body("items", hasSize(0));
        // The place makes the task visible to people in whose group it is not.
        ada.get("/tasks/{id}", task).statusCode(200);
        ada.get("/assignments/{id}", place).statusCode(200);
        ada.get("/me/offices")
                .body("items.assignment.id", contains(place.toString()))
                .body("items[0].role", nullValue());
        accept(ada, place).statusCode(200).body("status", is("HELD"));
        unseen(people.member(other).get("/tasks/{id}", task));
    }

    @Test
    void an_office_is_a_role_at_that_very_group() {
        var organiser = people.with(ORGANISER, town);
        var region = new org.barnstorm.authority.GroupPath(town).movement().value();
        var task = Work.open(organiser, town, 2);
        var place = given(organiser, task, office(LEAD));
        var above = people.lead(town);
        above.get("/me/offices").body("items.assignment.id", not(contains(place.toString())));
        refused(accept(above, place), 403, "not-yours");
        refused(accept(people.with(ORGANISER, town), place), 403, "not-yours");
        var upThere = given(organiser, task, Map.of("role", LEAD, "group", region));
        // Nobody has to be a member of the task's group to take what is given to their office.
        accept(above, upThere).statusCode(200).body("status", is("HELD"));
    }

    @Test
    void an_office_is_in_the_tasks_tree() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        var elsewhere = People.freshTown();
        people.grow(elsewhere);
        refused(send(organiser, task, Map.of("role", LEAD, "group", elsewhere)), 422, "office-elsewhere");
        unseen(send(organiser, task, Map.of("group", town + ".nowhere")));
        assertThat(Work.taken(organiser, task)).isZero();
    }

    @Test
    void there_is_nothing_to_give_in_a_full_or_closed_task() {
        var organiser = people.with(ORGANISER, town);
        var full = Work.open(organiser, town, 1);
        given(organiser, full, office(VERIFIER));
        refused(send(organiser, full, office(VERIFIER)), 409, "task-full");
        var closed = Work.open(organiser, town, 1);
        organiser.act("/tasks/{id}/close", closed).statusCode(200);
        refused(send(organiser, closed, office(VERIFIER)), 409, "task-not-open");
    }

    @Test
    void one_person_takes_one_place_of_a_task_and_the_others_wait_for_others() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 3);
        var first = given(organiser, task, Map.of("group", town));
        var second = given(organiser, task, Map.of("group", town));
        var ada = people.member(town);
        taken(ada, first);
        refused(accept(ada, second), 409, "already-assigned");
        accept(people.member(town), second).statusCode(200);
    }

    @Test
    void a_place_for_any_member_counts_against_what_one_may_have_and_an_offices_does_not() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.with(VERIFIER, town);
        for (var i = 0; i < 3; i++) Work.claim(ada, Work.open(organiser, town, 1));
        var anybody = given(organiser, Work.open(organiser, town, 1), Map.of("group", town));
        refused(accept(ada, anybody), 409, "claim-limit");
        accept(ada, given(organiser, Work.open(organiser, town, 1), office(VERIFIER)))
                .statusCode(200);
    }

    @Test
    void what_one_has_to_have_learnt_one_has_to_have_learnt() {
        var lead = people.with(LEAD, town);
        String course = lead.post("/courses", Map.of("group", town, "title", "Doors", "description", "Listen."))
                .statusCode(201)
                .extract()
                .path("id");
        var place = given(lead, Work.open(lead, Work.leaflets(town, "requiredCourseId", course)), office(TRAINER));
        var trainer = people.with(TRAINER, town);
        refused(accept(trainer, place), 409, "not-qualified");
    }

    @Test
    void nobody_turns_down_for_all_what_was_given_to_an_office() {
        var organiser = people.with(ORGANISER, town);
        var place = given(organiser, Work.open(organiser, town, 1), office(VERIFIER));
        var ada = people.with(VERIFIER, town);
        refused(ada.post("/assignments/{id}/decline", Map.of(), place), 403, "not-yours");
        refused(ada.post("/assignments/{id}/release", Map.of("fence", 1), place), 403, "not-yours");
        refused(ada.act("/assignments/{id}/verify", place), 409, "assignment-state");
    }

    @Test
    void places_that_wait_for_my_offices_come_in_pages_and_take_the_same_statements() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.with(VERIFIER, town);
        for (var i = 0; i < 6; i++) {
            given(organiser, Work.open(organiser, town, 1), i % 2 == 0 ? office(VERIFIER) : Map.of("group", town));
        }
        String next = ada.get("/me/offices?limit=4")
                .body("items", hasSize(4))
                .extract()
                .path("next");
        ada.request()
                .queryParam("limit", 4)
                .queryParam("cursor", next)
                .get("/me/offices")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("next", nullValue());
        assertThat(List.of(1, 3, 6).stream()
                        .map(limit -> statements(ada, limit))
                        .distinct())
                .hasSize(1)
                .allMatch(count -> count <= 8);
    }

    private static int statements(Person reader, int limit) {
        var requestId = "count-" + UUID.randomUUID();
        var statements = Statements.follow(requestId);
        reader.request().header("X-Request-Id", requestId).get("/me/offices?limit=" + limit);
        return statements.size();
    }

    private Map<String, Object> office(Role role) {
        return Map.of("role", role, "group", town);
    }
}
