package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.barnstorm.testing.Work.leaflets;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Waiting;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who waits for a place of a full task: joining, leaving, and reading the list. */
@QuarkusTest
class WaitListTest {
    @Inject
    People people;

    @Inject
    WaitListSweeper sweeper;

    private final String town = People.freshTown();

    @AfterEach
    void the_invariants_hold() {
        Invariants.hold();
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 200", "LEAD, 200", "ORGANISER, 200", "TRAINER, 200", "VERIFIER, 200", "STEWARD, 200"})
    void who_may_join_the_wait_list(String role, int status) {
        var task = full(people.with(ORGANISER, town));
        people.as(role, town).put("/tasks/{id}/waitlist", task).statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 200", "LEAD, 200", "ORGANISER, 200", "TRAINER, 200", "VERIFIER, 200", "STEWARD, 200"})
    void who_may_leave_the_wait_list(String role, int status) {
        var task = full(people.with(ORGANISER, town));
        var person = people.as(role, town);
        unseen(person.delete("/tasks/{id}/waitlist", task));
        Waiting.join(person, task);
        person.delete("/tasks/{id}/waitlist", task).statusCode(status).body("status", is("LEFT"));
        person.get("/me/waitlist").body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 200", "TRAINER, 403", "VERIFIER, 200", "STEWARD, 403"})
    void who_may_see_who_waits(String role, int status) {
        var task = full(people.with(ORGANISER, town));
        Waiting.join(people.member(town), task);
        people.as(role, town).get("/tasks/{id}/waitlist", task).statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 1", "LEAD, 1", "ORGANISER, 1", "TRAINER, 1", "VERIFIER, 1", "STEWARD, 1"})
    void who_may_see_their_own_entries(String role, int entries) {
        var task = full(people.with(ORGANISER, town));
        Waiting.join(people.member(town), task);
        var person = people.as(role, town);
        Waiting.join(person, task);
        person.get("/me/waitlist").statusCode(200).body("items", hasSize(entries));
    }

    @Test
    void joining_says_how_many_are_before_me() {
        var task = full(people.with(ORGANISER, town));
        var ada = people.member(town);
        ada.put("/tasks/{id}/waitlist", task)
                .statusCode(200)
                .body("taskId", is(task.toString()))
                .body("memberId", is(ada.id().toString()))
                .body("group", is(town))
                .body("title", is("Leaflets in Hanover"))
                .body("status", is("WAITING"))
                .body("ahead", is(0))
                .body("joinedAt", notNullValue())
                .body("assignmentId", nullValue());
        people.member(town).put("/tasks/{id}/waitlist", task).body("ahead", is(1));
        var cem = people.member(town);
        cem.put("/tasks/{id}/waitlist", task).body("ahead", is(2));
        ada.delete("/tasks/{id}/waitlist", task).statusCode(200).body("endedAt", notNullValue());
        cem.get("/me/waitlist").body("items.ahead", contains(1));
    }

    @Test
    void joining_twice_is_one_entry() {
        var organiser = people.with(ORGANISER, town);
        var task = full(organiser);
        var ada = people.member(town);
        var entry = Waiting.join(ada, task);
        assertThat(Waiting.join(ada, task)).isEqualTo(entry);
        organiser.act("/tasks/{id}/close", task).statusCode(200);
        assertThat(Waiting.join(ada, task)).isEqualTo(entry);
        assertThat(Waiting.journal(entry)).containsExactly("waiter.joined");
    }

    @Test
    void who_leaves_and_comes_back_is_the_last() {
        var task = full(people.with(ORGANISER, town));
        var ada = people.member(town);
        var first = Waiting.join(ada, task);
        Waiting.join(people.member(town), task);
        ada.delete("/tasks/{id}/waitlist", task).statusCode(200);
        unseen(ada.delete("/tasks/{id}/waitlist", task));
        ada.put("/tasks/{id}/waitlist", task).body("ahead", is(1));
        assertThat(Waiting.journal(first)).containsExactly("waiter.joined", "waiter.left");
    }

    @Test
    void a_task_with_a_free_place_is_claimed_and_not_waited_for() {
        var task = Work.open(people.with(ORGANISER, town), town, 2);
        Work.claim(people.member(town), task);
        refused(people.member(town).put("/tasks/{id}/waitlist", task), 409, "task-not-full")
                .body("taken", is(1));
    }

    @Test
    void who_has_a_place_does_not_wait_for_one() {
        var task = Work.open(people.with(ORGANISER, town), town, 1);
        var ada = people.member(town);
        var hold = Work.claim(ada, task);
        refused(ada.put("/tasks/{id}/waitlist", task), 409, "place-held")
                .body("assignment", is(hold.toString()))
                .body("state", is("HELD"));
    }

    @Test
    void nobody_waits_for_a_task_that_is_closed_or_over_or_that_they_cannot_see() {
        var organiser = people.with(ORGANISER, town);
        var closed = full(organiser);
        organiser.act("/tasks/{id}/close", closed).statusCode(200);
        refused(organiser.put("/tasks/{id}/waitlist", closed), 409, "task-not-open");
        unseen(people.member(town).put("/tasks/{id}/waitlist", closed));
        var over = full(organiser);
        Waiting.letEnd(over);
        refused(organiser.put("/tasks/{id}/waitlist", over), 409, "task-over");
        var open = full(organiser);
        unseen(people.newcomer().put("/tasks/{id}/waitlist", open));
        refused(people.lead(town).put("/tasks/{id}/waitlist", open), 409, "not-a-member");
        unseen(organiser.put("/tasks/{id}/waitlist", UUID.randomUUID()));
    }

    @Test
    void who_waits_needs_what_a_claim_needs() {
        var lead = people.with(LEAD, town);
        var course = Waiting.course(lead, town);
        var task = Work.open(lead, leaflets(town, "requiredCourseId", course));
        var ada = people.member(town);
        refused(ada.put("/tasks/{id}/waitlist", task), 409, "task-not-full");
        var holder = people.member(town);
        Waiting.qualify(lead, course, holder, town);
        Work.claim(holder, task);
        refused(ada.put("/tasks/{id}/waitlist", task), 409, "not-qualified");
        Waiting.qualify(lead, course, ada, town);
        Waiting.join(ada, task);
    }

    @Test
    void nobody_waits_everywhere() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.member(town);
        var first = full(organiser);
        Waiting.join(ada, first);
        for (var i = 1; i < 10; i++) Waiting.join(ada, full(organiser));
        var more = full(organiser);
        refused(ada.put("/tasks/{id}/waitlist", more), 409, "waitlist-limit").body("limit", is(10));
        Waiting.join(ada, first);
        ada.delete("/tasks/{id}/waitlist", first).statusCode(200);
        Waiting.join(ada, more);
    }

    @Test
    void organisers_see_who_waits_in_order_a_page_at_a_time() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        var holder = people.member(town);
        var hold = Work.claim(holder, task);
        var waiting = List.of(people.member(town, "Ada Lovelace"), people.member(town), people.member(town));
        waiting.forEach(person -> Waiting.join(person, task));
        Waiting.release(holder, hold);
        organiser
                .get("/tasks/{id}/waitlist", task)
                .body("items.memberId", contains(ids(waiting)))
                .body("items.status", contains("OFFERED", "WAITING", "WAITING"))
                .body("items.ahead", contains(null, 0, 1))
                .body("items[0].name", is("Ada L."))
                .body("items[0].assignmentId", notNullValue())
                .body("items[0].answerUntil", notNullValue());
        String next = organiser
                .get("/tasks/{id}/waitlist?limit=2", task)
                .body("items", hasSize(2))
                .extract()
                .path("next");
        organiser
                .get("/tasks/{id}/waitlist?limit=2&cursor={next}", task, next)
                .body("items.memberId", contains(waiting.get(2).id().toString()))
                .body("next", nullValue());
        waiting.get(0).delete("/tasks/{id}/waitlist", task).statusCode(200).body("status", is("PASSED"));
        organiser.get("/tasks/{id}/waitlist", task).body("items.status", contains("OFFERED", "WAITING"));
    }

    @Test
    void what_I_wait_for_is_listed_a_page_at_a_time() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.member(town);
        var tasks = List.of(full(organiser), full(organiser), full(organiser));
        tasks.forEach(task -> Waiting.join(ada, task));
        String next = ada.get("/me/waitlist?limit=2")
                .body(
                        "items.taskId",
                        contains(tasks.get(0).toString(), tasks.get(1).toString()))
                .body("items[0].name", nullValue())
                .extract()
                .path("next");
        ada.get("/me/waitlist?limit=2&cursor={next}", next)
                .body("items.taskId", contains(tasks.get(2).toString()));
        people.member(town).get("/me/waitlist").body("items", empty());
    }

    @Test
    void lists_take_the_same_statements_for_every_length() {
        var organiser = people.with(ORGANISER, town);
        var task = full(organiser);
        var ada = people.member(town);
        Waiting.join(ada, task);
        for (var i = 0; i < 5; i++) {
            Waiting.join(people.member(town), task);
            Waiting.join(ada, full(organiser));
        }
        for (var list : Map.of("/tasks/" + task + "/waitlist", organiser, "/me/waitlist", ada)
                .entrySet()) {
            var one = Waiting.statements(list.getValue(), list.getKey() + "?limit=1");
            assertThat(Waiting.statements(list.getValue(), list.getKey() + "?limit=6"))
                    .as(list.getKey())
                    .isEqualTo(one)
                    // Whom an organiser looks at is counted (docs/organisers.md): who is new, and what is used.
                    .isLessThanOrEqualTo(list.getValue() == organiser ? 10 : 8);
        }
    }

    @Test
    void nobody_waits_for_a_task_that_is_cancelled() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        var holder = people.member(town);
        var hold = Work.claim(holder, task);
        var ada = people.member(town);
        var ben = people.member(town);
        var entries = List.of(Waiting.join(ada, task), Waiting.join(ben, task));
        Waiting.release(holder, hold);
        organiser.act("/tasks/{id}/cancel", task).statusCode(200).body("taken", is(0));
        assertThat(entries).extracting(Waiting::status).containsOnly("CANCELLED");
        assertThat(Waiting.journal(entries.get(0)))
                .containsExactly("waiter.joined", "waiter.offered", "waiter.cancelled");
        ada.get("/me/waitlist").body("items", empty());
        unseen(ben.delete("/tasks/{id}/waitlist", task));
    }

    @Test
    void nobody_waits_for_a_task_that_is_over() {
        var organiser = people.with(ORGANISER, town);
        var task = full(organiser);
        var entry = Waiting.join(people.member(town), task);
        sweeper.sweep();
        assertThat(Waiting.status(entry)).isEqualTo("WAITING");
        Waiting.letEnd(task);
        sweeper.sweep();
        sweeper.sweep();
        assertThat(Waiting.status(entry)).isEqualTo("PASSED");
        assertThat(Waiting.journal(entry)).containsExactly("waiter.joined", "waiter.passed");
    }

    @Test
    void a_full_task_says_that_one_can_wait() {
        var task = full(people.with(ORGANISER, town));
        refused(people.member(town).put("/tasks/{id}/claim", task), 409, "task-full")
                .body("detail", org.hamcrest.Matchers.containsString("wait list"));
    }

    /** A task with one place that somebody has. */
    private UUID full(Person organiser) {
        var task = Work.open(organiser, town, 1);
        Work.claim(people.member(town), task);
        return task;
    }

    private static String[] ids(List<Person> people) {
        return people.stream().map(person -> person.id().toString()).toArray(String[]::new);
    }
}
