package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.task.Emergencies.LATITUDE;
import static org.barnstorm.task.Emergencies.LONGITUDE;
import static org.barnstorm.task.Emergencies.TOMORROW;
import static org.barnstorm.task.Emergencies.endCalls;
import static org.barnstorm.task.Emergencies.fact;
import static org.barnstorm.task.Emergencies.home;
import static org.barnstorm.task.Emergencies.living;
import static org.barnstorm.task.Emergencies.saturday;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Crowd;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Waiting;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody drops out shortly before the start: who is called, and what the call is good for. */
@QuarkusTest
class RescueSweeperTest {
    @Inject
    People people;

    @Inject
    RescueSweeper sweeper;

    private final String movement = People.freshMovement();
    private final String town = movement + ".town";

    @AfterEach
    void the_invariants_hold() {
        Invariants.hold();
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 1", "LEAD, 1", "ORGANISER, 1", "TRAINER, 1", "VERIFIER, 1", "STEWARD, 1"})
    void who_may_see_the_calls_to_them(String role, int calls) {
        var person = living(people.as(role, town), LATITUDE);
        droppedOut(TOMORROW);
        sweeper.sweep();
        person.get("/me/calls").statusCode(200).body("items", hasSize(calls));
    }

    @Test
    void the_nearest_who_could_come_are_called_and_nobody_else() {
        var near = living(people.member(town), LATITUDE);
        var elsewhere = living(people.member(movement + ".elsewhere"), LATITUDE + 0.1); // 11 km
        var far = living(people.member(town), LATITUDE + 0.3); // 33 km
        var homeless = people.member(town);
        var stranger = living(people.member(People.freshTown()), LATITUDE);
        var task = droppedOut(TOMORROW);
        sweeper.sweep();
        near.get("/me/calls")
                .body("items.taskId", contains(task.toString()))
                .body("items[0].title", is("Leaflets in Hanover"))
                .body("items[0].group", is(town))
                .body("items[0].km", is(0))
                .body("items[0].place.name", is("Level"))
                .body("items[0].startsAt", notNullValue())
                .body("items[0].until", notNullValue());
        elsewhere.get("/me/calls").body("items.km", contains(11));
        for (var person : List.of(far, homeless, stranger)) {
            person.get("/me/calls").body("items", empty());
        }
        assertThat(Waiting.journal(task)).endsWith("task.rescue-called");
        assertThat(fact(task, "task.rescue-called", "people")).isEqualTo("2");
        assertThat(fact(task, "task.rescue-called", "places")).isEqualTo("1");
        assertThat(fact(task, "task.rescue-called", "status")).isEqualTo("OPEN");
    }

    @Test
    void at_most_twenty_are_called_the_nearest_first() {
        Crowd.members(people, town, 24);
        Sql.run(
                "update person p set longitude = ?, latitude = ? + 0.01 * n.number from (select m.member_id,"
                        + " row_number() over (order by m.member_id) as number from membership m"
                        + " join local_group g on g.id = m.group_id where g.path = ?) n where n.member_id = p.member_id",
                LONGITUDE,
                LATITUDE,
                town);
        var task = droppedOut(TOMORROW);
        sweeper.sweep();
        var called = Sql.column(
                Double.class,
                "select cast(p.latitude as float8) from rescue_call c join person p using (member_id)"
                        + " where c.task_id = ? order by 1",
                task);
        assertThat(called).hasSize(20);
        assertThat(called.get(19)).isCloseTo(LATITUDE + 0.2, org.assertj.core.data.Offset.offset(0.001));
    }

    @Test
    void who_could_not_take_the_place_is_not_called() {
        var organiser = people.with(LEAD, town);
        var course = Waiting.course(organiser, town);
        var wanted = saturday(town, TOMORROW);
        wanted.put("requiredCourseId", course);
        var able = living(people.member(town), LATITUDE);
        var busy = living(people.member(town), LATITUDE);
        var loaded = living(people.member(town), LATITUDE);
        var untrained = living(people.member(town), LATITUDE);
        for (var person : List.of(able, busy, loaded)) Waiting.qualify(organiser, course, person, town);
        Work.claim(busy, Work.open(organiser, saturday(town, TOMORROW.plusHours(1))));
        for (var i = 0; i < 3; i++) Work.claim(loaded, Work.open(organiser, town, 1));
        var task = Work.open(organiser, wanted);
        var holder = living(people.member(town), LATITUDE);
        Waiting.qualify(organiser, course, holder, town);
        Waiting.release(holder, Work.claim(holder, task));
        sweeper.sweep();
        able.get("/me/calls").body("items.taskId", contains(task.toString()));
        for (var person : List.of(busy, loaded, untrained, holder)) {
            person.get("/me/calls").body("items", empty());
        }
    }

    @Test
    void who_is_called_may_claim_what_is_meant_for_another_group_until_the_call_ends() {
        var caller = living(people.member(movement + ".elsewhere"), LATITUDE);
        var second = living(people.member(movement + ".elsewhere"), LATITUDE);
        var task = droppedOut(TOMORROW);
        unseen(caller.get("/tasks/{id}", task));
        unseen(caller.put("/tasks/{id}/claim", task));
        sweeper.sweep();
        caller.get("/tasks/{id}", task).statusCode(200);
        caller.get("/tasks").body("items.id", hasItem(task.toString()));
        caller.put("/tasks/{id}/claim", task).statusCode(200).body("status", is("HELD"));
        caller.get("/me/calls").body("items", empty());
        second.get("/me/calls").body("items", empty());
        refused(second.put("/tasks/{id}/claim", task), 409, "task-full");
        sweeper.sweep();
        assertThat(Waiting.journal(task)).endsWith("task.rescue-called", "task.rescued");
        endCalls(task);
        unseen(second.get("/tasks/{id}", task));
        caller.get("/tasks/{id}", task).statusCode(200); // has a place in it
    }

    @Test
    void who_was_called_and_has_left_the_movement_since_claims_nothing() {
        var caller = living(people.member(movement + ".elsewhere"), LATITUDE);
        var task = droppedOut(TOMORROW);
        sweeper.sweep();
        caller.get("/tasks/{id}", task).statusCode(200);
        caller.delete("/groups/{path}/membership", movement + ".elsewhere").statusCode(204);
        unseen(caller.put("/tasks/{id}/claim", task));
        caller.get("/tasks").body("items", empty());
        caller.get("/me/calls").body("items", empty());
    }

    @Test
    void who_takes_a_call_needs_what_a_claim_needs() {
        var lead = people.with(LEAD, town);
        var caller = living(people.member(movement + ".elsewhere"), LATITUDE);
        var task = droppedOut(TOMORROW);
        sweeper.sweep();
        for (var i = 0; i < 3; i++) {
            Work.claim(caller, Work.open(people.with(ORGANISER, movement + ".elsewhere"), movement + ".elsewhere", 1));
        }
        refused(caller.put("/tasks/{id}/claim", task), 409, "claim-limit");
        lead.get("/tasks/{id}", task).body("taken", is(0));
    }

    @Test
    void to_work_for_invited_people_only_they_are_called() {
        var organiser = people.with(ORGANISER, town);
        var invited = living(people.member(town), LATITUDE);
        var other = living(people.member(town), LATITUDE);
        var holder = people.member(town);
        var wanted = saturday(town, TOMORROW);
        wanted.put("audience", Map.of("who", "INVITED"));
        var task = Work.open(organiser, wanted);
        for (var person : List.of(invited, holder)) {
            Sql.run(
                    "insert into task_invitation (task_id, member_id, invited_by) values (?, ?, ?)",
                    task,
                    person.id(),
                    organiser.id());
        }
        Waiting.release(holder, Work.claim(holder, task));
        sweeper.sweep();
        invited.get("/me/calls").body("items.taskId", contains(task.toString()));
        other.get("/me/calls").body("items", empty());
        unseen(other.get("/tasks/{id}", task));
    }

    @Test
    void my_calls_are_listed_a_page_at_a_time_with_the_same_statements() {
        var near = living(people.member(town), LATITUDE);
        for (var i = 0; i < 3; i++) droppedOut(TOMORROW.plusHours(5 * i));
        sweeper.sweep();
        String next = near.get("/me/calls?limit=2")
                .body("items", hasSize(2))
                .extract()
                .path("next");
        near.get("/me/calls?limit=2&cursor={next}", next).body("items", hasSize(1));
        assertThat(Waiting.statements(near, "/me/calls?limit=3"))
                .isEqualTo(Waiting.statements(near, "/me/calls?limit=1"));
        near.patch("/me", null, home(null)).statusCode(200);
        near.get("/me/calls").body("items[0].km", nullValue());
    }

    private UUID droppedOut(Duration start) {
        return Emergencies.droppedOut(people, saturday(town, start));
    }
}
