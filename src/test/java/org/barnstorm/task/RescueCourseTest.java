package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.task.Emergencies.LATITUDE;
import static org.barnstorm.task.Emergencies.TOMORROW;
import static org.barnstorm.task.Emergencies.endCalls;
import static org.barnstorm.task.Emergencies.fact;
import static org.barnstorm.task.Emergencies.living;
import static org.barnstorm.task.Emergencies.saturday;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Waiting;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody drops out shortly before the start: when others are called, until when, and what the organiser is told. */
@QuarkusTest
class RescueCourseTest {
    @Inject
    People people;

    @Inject
    RescueSweeper sweeper;

    @Inject
    LeaseSweeper leases;

    @Inject
    MeterRegistry meters;

    private final String town = People.freshTown();

    @AfterEach
    void the_invariants_hold() {
        Invariants.hold();
    }

    @Test
    void when_nobody_comes_the_organiser_is_told_once() {
        living(people.member(town), LATITUDE);
        var task = droppedOut(TOMORROW);
        sweeper.sweep();
        sweeper.sweep();
        assertThat(Waiting.journal(task)).endsWith("task.rescue-called");
        endCalls(task);
        sweeper.sweep();
        sweeper.sweep();
        assertThat(Waiting.journal(task)).endsWith("task.rescue-called", "task.unrescued");
        assertThat(fact(task, "task.unrescued", "people")).isEqualTo("1");
        assertThat(fact(task, "task.unrescued", "places")).isEqualTo("1");
        people.with(LEAD, town)
                .get("/journal?group={town}", town)
                .body("items.type", hasItem("task.unrescued"))
                .body("items.find { it.type == 'task.unrescued' }.actor", nullValue());
    }

    @Test
    void with_nobody_near_the_organiser_is_told_at_once() {
        var before = counted("unrescued");
        var task = droppedOut(TOMORROW);
        sweeper.sweep();
        assertThat(Waiting.journal(task)).endsWith("task.rescue-called", "task.unrescued");
        assertThat(fact(task, "task.unrescued", "people")).isEqualTo("0");
        assertThat(counted("unrescued")).isGreaterThan(before);
    }

    @ParameterizedTest
    @CsvSource({"PT24H, PT2H", "PT3H, PT1H30M", "PT5M, PT10M"})
    void people_have_two_hours_to_answer_and_less_near_the_start(Duration start, Duration toAnswer) {
        living(people.member(town), LATITUDE);
        var task = droppedOut(start);
        sweeper.sweep();
        var until = Sql.value(OffsetDateTime.class, "select until from rescue where task_id = ?", task);
        var called = Sql.value(OffsetDateTime.class, "select called_at from rescue where task_id = ?", task);
        assertThat(Duration.between(called, until)).isCloseTo(toAnswer, Duration.ofSeconds(10));
    }

    @Test
    void a_place_is_called_for_once_and_again_when_somebody_else_drops_out() {
        var near = living(people.member(town), LATITUDE);
        var task = droppedOut(TOMORROW);
        sweeper.sweep();
        Waiting.release(near, Work.claim(near, task));
        sweeper.sweep(); // the first call is still on
        assertThat(Waiting.journal(task)).endsWith("task.rescue-called");
        endCalls(task);
        sweeper.sweep();
        sweeper.sweep();
        assertThat(Waiting.journal(task))
                .endsWith("task.rescue-called", "task.unrescued", "task.rescue-called", "task.unrescued");
        near.get("/me/calls").body("items", empty()); // they have given it up themselves
    }

    @Test
    void only_work_at_a_place_that_begins_soon_and_that_somebody_gave_up_is_an_emergency() {
        var organiser = people.with(ORGANISER, town);
        living(people.member(town), LATITUDE);
        var later = droppedOut(Duration.ofHours(49));
        var begun = droppedOut(Duration.ofMinutes(-10));
        var remote = saturday(town, TOMORROW);
        remote.put("remote", true);
        var fromHome = Emergencies.droppedOut(people, remote);
        var nobodyYet = Work.open(organiser, saturday(town, TOMORROW));
        var anyTime = saturday(town, TOMORROW);
        anyTime.remove("startsAt");
        anyTime.remove("endsAt");
        var whenever = Emergencies.droppedOut(people, anyTime);
        sweeper.sweep();
        for (var task : List.of(later, begun, fromHome, nobodyYet, whenever)) {
            assertThat(Waiting.journal(task)).doesNotContain("task.rescue-called");
        }
    }

    @Test
    void who_waits_comes_before_whoever_is_called() {
        var organiser = people.with(ORGANISER, town);
        var near = living(people.member(town), LATITUDE);
        var holder = people.member(town);
        var waiter = people.member(town);
        var task = Work.open(organiser, saturday(town, TOMORROW));
        var hold = Work.claim(holder, task);
        Waiting.join(waiter, task);
        Waiting.release(holder, hold);
        sweeper.sweep();
        assertThat(Waiting.journal(task)).doesNotContain("task.rescue-called");
        Work.letLapse(Waiting.offer(waiter, task));
        leases.sweep();
        sweeper.sweep();
        assertThat(Waiting.journal(task)).endsWith("task.rescue-called");
        near.get("/me/calls").body("items.taskId", contains(task.toString()));
    }

    @Test
    void a_task_that_takes_nobody_any_more_is_not_called_for() {
        var organiser = people.with(ORGANISER, town);
        var near = living(people.member(town), LATITUDE);
        var task = droppedOut(TOMORROW);
        sweeper.sweep();
        organiser.act("/tasks/{id}/close", task).statusCode(200);
        sweeper.sweep();
        assertThat(Waiting.journal(task)).endsWith("task.rescue-called", "task.closed", "task.rescue-stopped");
        near.get("/me/calls").body("items", empty());
    }

    @Test
    void T_16_sweepers_at_once_call_once() {
        living(people.member(town), LATITUDE);
        var tasks = List.of(
                droppedOut(TOMORROW),
                droppedOut(TOMORROW.plusHours(4)),
                droppedOut(TOMORROW.plusHours(8)),
                droppedOut(TOMORROW.plusHours(12)));
        Concurrently.times(4, () -> sweeper.sweep());
        sweeper.sweep(); // what all of them skipped because another was at it
        for (var task : tasks) {
            assertThat(Waiting.journal(task)).containsOnlyOnce("task.rescue-called");
            endCalls(task);
        }
        Concurrently.times(4, () -> sweeper.sweep());
        sweeper.sweep();
        assertThat(tasks).allSatisfy(task -> assertThat(Waiting.journal(task)).containsOnlyOnce("task.unrescued"));
    }

    private UUID droppedOut(Duration start) {
        return Emergencies.droppedOut(people, saturday(town, start));
    }

    private double counted(String result) {
        return meters.counter("barnstorm.rescues", "result", result).count();
    }
}
