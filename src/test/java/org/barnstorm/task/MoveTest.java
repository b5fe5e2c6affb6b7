package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.hasSize;
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
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An organiser moves a place from one person to another. */
@QuarkusTest
class MoveTest {
    private static final String WHY = "You said that you are ill. Get well soon.";

    @Inject
    People people;

    private final String town = People.freshTown();

    @AfterEach
    void the_invariants_hold() {
        Invariants.hold();
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 200", "TRAINER, 404", "VERIFIER, 403", "STEWARD, 404"})
    void who_may_move_a_place(String role, int status) {
        var hold = Work.claim(people.member(town), Work.open(people.with(ORGANISER, town), town, 1));
        var ben = people.member(town);
        var person = people.as(role, town);
        var answer = move(person, hold, ben.id());
        switch (status) {
            case 200 -> answer.statusCode(200).body("assignedBy", is(person.id().toString()));
            case 403 -> refused(answer, 403, "no-mandate");
            default -> unseen(answer);
        }
    }

    @Test
    void the_other_person_is_offered_the_place_and_who_loses_it_reads_why() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.member(town);
        var ben = people.member(town);
        var task = Work.open(organiser, town, 1);
        var hold = Work.claim(ada, task);
        UUID offer = UUID.fromString(move(organiser, hold, ben.id())
                .statusCode(200)
                .body("status", is("OFFERED"))
                .body("source", is("MOVE"))
                .body("memberId", is(ben.id().toString()))
                .body("fence", is(2))
                .body("reason", nullValue())
                .extract()
                .path("id"));
        ada.get("/assignments/{id}", hold)
                .body("status", is("MOVED"))
                .body("reason", is(WHY))
                .body("movedTo", is(offer.toString()));
        assertThat(Work.taken(organiser, task)).isEqualTo(1);
        refused(people.member(town).put("/tasks/{id}/claim", task), 409, "task-full");
        refused(ada.post("/assignments/{id}/complete", Work.completion(1), hold), 409, "lease-lost");
        ben.act("/assignments/{id}/accept", offer).statusCode(200).body("status", is("HELD"));
        Work.complete(ben, offer);
        assertThat(journal(hold)).containsExactly("assignment.claimed", "assignment.moved");
        assertThat(journal(offer)).containsExactly("assignment.offered", "assignment.accepted", "assignment.completed");
        assertThat(Sql.column(
                        String.class, "select cast(data as text) from journal where subject_id in (?, ?)", hold, offer))
                .noneMatch(data -> data.contains("ill"));
    }

    @Test
    void an_offer_that_is_not_answered_can_be_moved_and_a_declined_one_frees_the_place() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        var offered = Work.offer(organiser, task, people.member(town));
        var ben = people.member(town);
        String next =
                move(organiser, offered, ben.id()).statusCode(200).extract().path("id");
        ben.post("/assignments/{id}/decline", Map.of(), next).statusCode(200);
        assertThat(Work.taken(organiser, task)).isZero();
    }

    @Test
    void who_waited_and_loses_the_offer_by_a_move_has_had_their_turn() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        var holder = people.member(town);
        var hold = Work.claim(holder, task);
        var ada = people.member(town);
        ada.put("/tasks/{id}/waitlist", task).statusCode(200);
        holder.post("/assignments/{id}/release", Map.of("fence", 1), hold).statusCode(200);
        String offered = ada.get("/me/assignments?status=OFFERED").extract().path("items[0].id");
        move(organiser, UUID.fromString(offered), people.member(town).id()).statusCode(200);
        ada.get("/me/waitlist").statusCode(200).body("items", hasSize(0));
    }

    @Test
    void who_gets_a_place_by_a_move_waits_for_none_any_more() {
        var lead = people.with(LEAD, town);
        var task = Work.open(lead, town, 1);
        var hold = Work.claim(people.member(town), task);
        var ben = people.member(town);
        ben.put("/tasks/{id}/waitlist", task).statusCode(200);
        var offered = move(lead, hold, ben.id()).statusCode(200).extract().<String>path("id");
        ben.get("/me/waitlist").body("items", hasSize(0));
        ben.post("/assignments/{id}/decline", Map.of(), offered).statusCode(200);
        lead.get("/tasks/{id}", task).body("taken", is(0)); // not offered to the same person again
    }

    @Test
    void only_what_is_offered_or_held_is_moved() {
        var lead = people.with(LEAD, town);
        var ben = people.member(town).id();
        var done = Work.done(people.member(town), Work.open(lead, town, 1));
        refused(move(lead, done, ben), 409, "assignment-state");
        var ada = people.member(town);
        var released = Work.claim(ada, Work.open(lead, town, 1));
        ada.post("/assignments/{id}/release", Map.of("fence", 1), released).statusCode(200);
        refused(move(lead, released, ben), 409, "lease-lost").body("state", is("RELEASED"));
        var lapsed = Work.claim(people.member(town), Work.open(lead, town, 1));
        Work.letLapse(lapsed);
        refused(move(lead, lapsed, ben), 409, "lease-lost");
        unseen(move(lead, UUID.randomUUID(), ben));
    }

    @Test
    void the_other_person_is_one_whom_the_task_is_for_and_has_no_place_in_it() {
        var lead = people.with(LEAD, town);
        var ada = people.member(town);
        var task = Work.open(lead, town, 2);
        var hold = Work.claim(ada, task);
        refused(move(lead, hold, people.newcomer().id()), 409, "not-a-member");
        refused(move(lead, hold, UUID.randomUUID()), 409, "not-a-member");
        refused(move(lead, hold, ada.id()), 409, "already-assigned");
        var ben = people.member(town);
        Work.claim(ben, task);
        refused(move(lead, hold, ben.id()), 409, "already-assigned");
        String course = lead.post("/courses", Map.of("group", town, "title", "Doors", "description", "Listen."))
                .statusCode(201)
                .extract()
                .path("id");
        lead.post("/courses/{id}/completions", Map.of("memberId", ada.id(), "group", town), course)
                .statusCode(201);
        var qualified = Work.claim(ada, Work.open(lead, Work.leaflets(town, "requiredCourseId", course)));
        refused(move(lead, qualified, ben.id()), 409, "not-qualified");
        ada.get("/assignments/{id}", qualified).body("status", is("HELD"));
    }

    @Test
    void what_is_over_is_not_moved() {
        var lead = people.with(LEAD, town);
        var task = Work.open(lead, town, 1);
        var hold = Work.claim(people.member(town), task);
        Work.letEnd(task);
        Sql.run("update assignment set busy = (select busy from task where id = task_id) where id = ?", hold);
        refused(move(lead, hold, people.member(town).id()), 409, "task-over");
    }

    @Test
    void a_move_has_a_reason_and_happens_once_for_one_key() {
        var organiser = people.with(ORGANISER, town);
        var hold = Work.claim(people.member(town), Work.open(organiser, town, 1));
        var ben = people.member(town);
        refused(
                organiser.post("/assignments/{id}/move", Map.of("memberId", ben.id(), "reason", " "), hold),
                422,
                "invalid-input");
        var body = Map.of("memberId", ben.id(), "reason", WHY);
        var ids = List.of(1, 2).stream()
                .map(time -> organiser
                        .request()
                        .header("Idempotency-Key", "move-" + hold)
                        .contentType("application/json")
                        .body(body)
                        .post("/assignments/{id}/move", hold)
                        .then()
                        .statusCode(200)
                        .extract()
                        .<String>path("id"))
                .distinct();
        assertThat(ids).hasSize(1);
    }

    private static ValidatableResponse move(Person organiser, UUID hold, UUID to) {
        return organiser.post("/assignments/{id}/move", Map.of("memberId", to, "reason", WHY), hold);
    }

    private static List<String> journal(UUID subject) {
        return Sql.column(String.class, "select type from journal where subject_id = ? order by seq", subject);
    }
}
