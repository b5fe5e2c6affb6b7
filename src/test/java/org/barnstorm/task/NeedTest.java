package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.authority.Role.VERIFIER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.barnstorm.testing.Work.leaflets;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A task opens when those it needs are done. */
@QuarkusTest
class NeedTest {
    @Inject
    People people;

    @Inject
    NeedSweeper sweeper;

    private final String town = People.freshTown();

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 200", "TRAINER, 404", "VERIFIER, 403", "STEWARD, 404"})
    void who_may_say_what_a_waiting_task_needs(String role, int status) {
        var organiser = people.with(ORGANISER, town);
        var printing = Work.open(organiser, town, 1);
        var posting = waiting(organiser, printing);
        var answer = needs(people.as(role, town), posting, List.of(printing));
        if (status == 200) answer.statusCode(200).body("needs", contains(printing.toString()));
        else refused(answer, status, status == 403 ? "no-mandate" : "not-found");
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 200", "TRAINER, 404", "VERIFIER, 200", "STEWARD, 404"})
    void who_may_see_a_waiting_task_and_what_it_needs(String role, int status) {
        var organiser = people.with(ORGANISER, town);
        var posting = waiting(organiser, Work.open(organiser, town, 1));
        var person = people.as(role, town);
        person.get("/tasks/{id}", posting).statusCode(status);
        person.get("/tasks/{id}/needs", posting).statusCode(status);
        person.get("/tasks?status=WAITING&group=" + town)
                .statusCode(200)
                .body("items.id", status == 200 ? contains(posting.toString()) : empty());
    }

    @Test
    void who_made_it_sees_it_waiting() {
        var organiser = people.with(ORGANISER, town);
        var posting = waiting(organiser, Work.open(organiser, town, 1));
        var mandate = organiser.get("/me/mandates").extract().<String>path("items[0].id");
        people.lead(town)
                .post("/mandates/{id}/revoke", Map.of("reason", "Moved away."), mandate)
                .statusCode(200);
        organiser.get("/tasks/{id}", posting).statusCode(200).body("status", is("WAITING"));
    }

    @Test
    void a_task_waits_and_opens_by_itself() {
        var organiser = people.with(ORGANISER, town);
        var printing = Work.open(organiser, town, 1);
        var posting = waiting(organiser, printing);
        var ada = people.member(town);
        unseen(ada.put("/tasks/{id}/claim", posting));
        refused(organiser.put("/tasks/{id}/claim", posting), 409, "task-not-open")
                .body("state", is("WAITING"));
        var hold = Work.done(ada, printing);
        sweeper.sweep();
        status(organiser, posting, "WAITING");
        Work.verify(people.with(VERIFIER, town), hold);
        sweeper.sweep();
        status(organiser, posting, "OPEN");
        ada.put("/tasks/{id}/claim", posting).statusCode(200);
        assertThat(Work.journaled(posting, "task.opened")).isEqualTo(1);
        assertThat(Sql.column(
                        UUID.class,
                        "select actor_id from journal where subject_id = ? and type = 'task.opened'",
                        posting))
                .containsOnlyNulls();
    }

    @Test
    void all_it_needs_has_to_be_done() {
        var organiser = people.with(ORGANISER, town);
        var printing = Work.open(organiser, town, 1);
        var folding = Work.open(organiser, town, 1);
        var posting = waiting(organiser, printing, folding);
        var verifier = people.with(VERIFIER, town);
        Work.verify(verifier, Work.done(people.member(town), printing));
        sweeper.sweep();
        status(organiser, posting, "WAITING");
        organiser
                .get("/tasks/{id}/needs", posting)
                .body("items.taskId", contains(printing.toString(), folding.toString()))
                .body("items.done", contains(true, false));
        Work.verify(verifier, Work.done(people.member(town), folding));
        sweeper.sweep();
        status(organiser, posting, "OPEN");
    }

    @Test
    void of_several_places_all_are_verified_or_the_task_is_closed_and_nothing_outstanding() {
        var organiser = people.with(ORGANISER, town);
        var printing = Work.open(organiser, town, 3);
        var posting = waiting(organiser, printing);
        var verifier = people.with(VERIFIER, town);
        Work.verify(verifier, Work.done(people.member(town), printing));
        var ada = people.member(town);
        var held = Work.claim(ada, printing);
        sweeper.sweep();
        status(organiser, posting, "WAITING");
        organiser.act("/tasks/{id}/close", printing).statusCode(200);
        sweeper.sweep();
        status(organiser, posting, "WAITING"); // Ada is still at it
        Work.complete(ada, held);
        sweeper.sweep();
        status(organiser, posting, "WAITING"); // nobody has looked at what she did
        verifier.post("/assignments/{id}/reject", Map.of("reason", "The wrong paper."), held)
                .statusCode(200);
        sweeper.sweep();
        status(organiser, posting, "OPEN");
    }

    @Test
    void a_task_that_was_closed_without_any_result_is_not_done() {
        var organiser = people.with(ORGANISER, town);
        var printing = Work.open(organiser, town, 1);
        var posting = waiting(organiser, printing);
        organiser.act("/tasks/{id}/close", printing).statusCode(200);
        sweeper.sweep();
        status(organiser, posting, "WAITING");
        assertThat(Work.journaled(posting, "task.blocked")).isZero(); // it can open again
    }

    @Test
    void published_when_all_is_done_it_opens_at_once() {
        var organiser = people.with(ORGANISER, town);
        var printing = Work.open(organiser, town, 1);
        Work.verify(people.with(VERIFIER, town), Work.done(people.member(town), printing));
        var posting = needing(organiser, printing);
        organiser.act("/tasks/{id}/publish", posting).statusCode(200).body("status", is("OPEN"));
    }

    @Test
    void a_waiting_task_is_opened_by_changing_what_it_needs_and_not_by_insisting() {
        var organiser = people.with(ORGANISER, town);
        var printing = Work.open(organiser, town, 1);
        var posting = waiting(organiser, printing);
        refused(organiser.act("/tasks/{id}/publish", posting), 409, "needs-unmet")
                .body("needs", contains(printing.toString()));
        needs(organiser, posting, List.of())
                .statusCode(200)
                .body("needs", empty())
                .body("status", is("WAITING"));
        organiser.act("/tasks/{id}/publish", posting).statusCode(200).body("status", is("OPEN"));
    }

    @Test
    void a_waiting_task_without_needs_left_opens_by_itself_too() {
        var organiser = people.with(ORGANISER, town);
        var posting = waiting(organiser, Work.open(organiser, town, 1));
        needs(organiser, posting, List.of()).statusCode(200);
        sweeper.sweep();
        status(organiser, posting, "OPEN");
    }

    @Test
    void what_was_undone_later_does_not_close_what_has_opened() {
        var organiser = people.with(ORGANISER, town);
        var printing = Work.open(organiser, town, 1);
        var posting = waiting(organiser, printing);
        Work.verify(people.with(VERIFIER, town), Work.done(people.member(town), printing));
        sweeper.sweep();
        Sql.run("update task set capacity = 2 where id = ?", printing);
        organiser.act("/tasks/{id}/close", posting).statusCode(200);
        organiser.act("/tasks/{id}/publish", posting).statusCode(200).body("status", is("OPEN"));
    }

    @Test
    void a_cancelled_need_is_told_once_and_has_to_be_replaced() {
        var organiser = people.with(ORGANISER, town);
        var printing = Work.open(organiser, town, 1);
        var posting = waiting(organiser, printing);
        organiser.act("/tasks/{id}/cancel", printing).statusCode(200);
        sweeper.sweep();
        sweeper.sweep();
        status(organiser, posting, "WAITING");
        assertThat(blocked(posting)).containsExactly("NEED_CANCELLED");
        refused(organiser.act("/tasks/{id}/publish", posting), 409, "need-cancelled")
                .body("task", is(printing.toString()));
        refused(needs(organiser, posting, List.of(printing)), 409, "need-cancelled");
        var other = Work.open(organiser, town, 1);
        needs(organiser, posting, List.of(other)).statusCode(200);
        sweeper.sweep();
        assertThat(blocked(posting)).hasSize(1);
        Work.verify(people.with(VERIFIER, town), Work.done(people.member(town), other));
        sweeper.sweep();
        status(organiser, posting, "OPEN");
    }

    @Test
    void a_draft_that_needs_a_cancelled_task_is_not_published() {
        var organiser = people.with(ORGANISER, town);
        var printing = Work.open(organiser, town, 1);
        var posting = needing(organiser, printing);
        organiser.act("/tasks/{id}/cancel", printing).statusCode(200);
        refused(organiser.act("/tasks/{id}/publish", posting), 409, "need-cancelled");
    }

    @Test
    void a_task_whose_time_is_over_before_its_needs_are_done_does_not_open() {
        var organiser = people.with(ORGANISER, town);
        var wanted = leaflets(town, "startsAt", "2031-12-05T10:00:00Z");
        wanted.put("endsAt", "2031-12-05T12:00:00Z");
        var printing = Work.open(organiser, town, 1);
        var posting = Work.draft(organiser, wanted);
        needs(organiser, posting, List.of(printing)).statusCode(200);
        organiser.act("/tasks/{id}/publish", posting).statusCode(200).body("status", is("WAITING"));
        Work.letEnd(posting);
        Work.verify(people.with(VERIFIER, town), Work.done(people.member(town), printing));
        sweeper.sweep();
        sweeper.sweep();
        status(organiser, posting, "WAITING");
        assertThat(blocked(posting)).containsExactly("OVER");
        Work.edit(organiser, posting, Map.of("startsAt", "2031-12-06T10:00:00Z", "endsAt", "2031-12-06T12:00:00Z"));
        sweeper.sweep();
        status(organiser, posting, "OPEN");
    }

    @Test
    void tasks_do_not_wait_for_each_other() {
        var organiser = people.with(ORGANISER, town);
        var a = Work.draft(organiser, leaflets(town));
        var b = needing(organiser, a);
        var c = needing(organiser, b);
        refused(needs(organiser, a, List.of(c)), 409, "needs-cycle")
                .body("cycle", contains(a.toString(), c.toString(), b.toString(), a.toString()));
        refused(needs(organiser, a, List.of(a)), 409, "needs-cycle")
                .body("cycle", contains(a.toString(), a.toString()));
        organiser.get("/tasks/{id}", a).body("needs", empty());
    }

    @Test
    void a_task_needs_what_its_organiser_sees_in_the_same_movement() {
        var organiser = people.with(ORGANISER, town);
        var posting = Work.draft(organiser, leaflets(town));
        refused(needs(organiser, posting, List.of(UUID.randomUUID())), 422, "unknown-need");
        var elsewhere = People.freshTown();
        var there = people.with(LEAD, elsewhere);
        var foreign = Work.open(there, elsewhere, 1);
        people.appoint(organiser, LEAD, elsewhere);
        organiser.get("/tasks/{id}", foreign).statusCode(200);
        refused(needs(organiser, posting, List.of(foreign)), 422, "unknown-need")
                .body("task", is(foreign.toString()));
        var next = town.replace(".town", ".next");
        var hidden = Work.draft(people.with(LEAD, next), leaflets(next));
        refused(needs(organiser, posting, List.of(hidden)), 422, "unknown-need");
        needs(people.lead(town), posting, List.of(hidden)).statusCode(200);
        organiser
                .get("/tasks/{id}/needs", posting)
                .body("items.taskId", contains(hidden.toString()))
                .body("items[0].title", nullValue())
                .body("items[0].status", nullValue());
        people.lead(town).get("/tasks/{id}/needs", posting).body("items[0].title", is("Leaflets in Hanover"));
        var seen = Work.open(organiser, town, 1);
        needs(organiser, posting, List.of(hidden, seen)).statusCode(200); // what stands there may stay
    }

    @Test
    void twenty_are_enough_and_naming_one_twice_is_naming_it_once() {
        var organiser = people.with(ORGANISER, town);
        var printing = Work.open(organiser, town, 1);
        var posting = Work.draft(organiser, leaflets(town));
        refused(needs(organiser, posting, Collections.nCopies(21, printing)), 422, "invalid-input");
        needs(organiser, posting, Collections.nCopies(20, printing))
                .statusCode(200)
                .body("needs", contains(printing.toString()));
        organiser.replace("/tasks/{id}/needs", Map.of(), posting).statusCode(422);
    }

    @Test
    void what_was_open_is_not_made_to_wait() {
        var organiser = people.with(ORGANISER, town);
        var printing = Work.open(organiser, town, 1);
        var posting = Work.open(organiser, town, 1);
        refused(needs(organiser, posting, List.of(printing)), 409, "task-state").body("state", is("OPEN"));
        organiser.act("/tasks/{id}/cancel", posting).statusCode(200);
        refused(needs(organiser, posting, List.of(printing)), 409, "task-state");
    }

    @Test
    void a_waiting_task_is_edited_and_cancelled_like_others() {
        var organiser = people.with(ORGANISER, town);
        var posting = waiting(organiser, Work.open(organiser, town, 1));
        Work.edit(organiser, posting, Map.of("title", "Post them"));
        organiser.get("/tasks/{id}", posting).body("revision", is(1)).body("needs", not(empty()));
        refused(organiser.act("/tasks/{id}/close", posting), 409, "task-state");
        organiser.act("/tasks/{id}/cancel", posting).statusCode(200);
        sweeper.sweep();
        status(organiser, posting, "CANCELLED");
    }

    private static UUID needing(Person organiser, UUID... tasks) {
        var group = organiser.get("/tasks/{id}", tasks[0]).extract().<String>path("group");
        var draft = Work.draft(organiser, leaflets(group));
        needs(organiser, draft, List.of(tasks)).statusCode(200);
        return draft;
    }

    private static UUID waiting(Person organiser, UUID... tasks) {
        var draft = needing(organiser, tasks);
        organiser.act("/tasks/{id}/publish", draft).statusCode(200).body("status", is("WAITING"));
        return draft;
    }

    private static ValidatableResponse needs(Person organiser, UUID task, List<UUID> needed) {
        return organiser.replace("/tasks/{id}/needs", Map.of("taskIds", needed), task);
    }

    private static void status(Person reader, UUID task, String status) {
        reader.get("/tasks/{id}", task).statusCode(200).body("status", is(status));
    }

    private static List<String> blocked(UUID task) {
        return Sql.column(
                String.class,
                "select data ->> 'why' from journal where subject_id = ? and type = 'task.blocked'",
                task);
    }
}
