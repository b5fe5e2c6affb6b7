package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.ORGANISER;
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

/** What is shown of wait lists: to the organiser of a task, and to whoever waits. */
@QuarkusTest
class WaitListPagesTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @AfterEach
    void the_invariants_hold() {
        Invariants.hold();
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

    private UUID full(Person organiser) {
        return Waiting.full(organiser, people.member(town), town);
    }

    private static String[] ids(List<Person> people) {
        return people.stream().map(person -> person.id().toString()).toArray(String[]::new);
    }
}
