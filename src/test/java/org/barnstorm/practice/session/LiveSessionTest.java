package org.barnstorm.practice.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.Lessons;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.RealLife;
import org.barnstorm.testing.Waiting;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Planning live sessions, and signing up for them. */
@QuarkusTest
class LiveSessionTest {
    private static final Instant TOMORROW = Instant.now().plusSeconds(24 * 3600);

    @Inject
    People people;

    private final String town = People.freshTown();

    @AfterEach
    void invariants_hold() {
        Invariants.hold();
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 201", "ORGANISER, 403", "TRAINER, 201", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_plan(String role, int status) {
        var course = course();
        var answer = people.as(role, town)
                .post("/courses/{id}/live-sessions", RealLife.session(town, "evening", 5, TOMORROW), course);
        if (status == 403) refused(answer, 403, "no-mandate");
        else answer.statusCode(201).body("task.status", is("OPEN")).body("task.capacity", is(5));
    }

    @Test
    void its_task_is_like_every_task() {
        var trainer = people.with(Role.TRAINER, town);
        var first = people.member(town);
        var second = people.member(town);
        var task = planned(trainer, 1);
        var hold = Work.claim(first, task);
        refused(second.put("/tasks/{id}/claim", task), 409, "task-full");
        Waiting.join(second, task);
        Waiting.release(first, hold);
        var offer = Waiting.offer(second, task);
        second.act("/assignments/{id}/accept", offer).statusCode(200).body("status", is("HELD"));
        refused(second.put("/tasks/{id}/claim", planned(trainer, 5)), 409, "double-booked");
        assertThat(Waiting.journal(task)).containsExactly("task.created", "task.published");
    }

    @Test
    void it_is_found_by_those_whom_it_is_for() {
        var trainer = people.with(Role.TRAINER, town);
        var course = course();
        var later = RealLife.plan(trainer, course, RealLife.session(town, "evening", 5, TOMORROW.plusSeconds(9000)));
        var sooner = RealLife.plan(trainer, course, RealLife.session(town, "evening", 5, TOMORROW));
        var cancelled = RealLife.plan(trainer, course, RealLife.session(town, "evening", 5, TOMORROW));
        trainer.act("/live-sessions/{id}/cancel", cancelled).statusCode(200);
        people.member(town)
                .get("/courses/{id}/live-sessions", course)
                .statusCode(200)
                .body("items.id", contains(sooner, later))
                .body("items[0].module", is("evening"))
                .body("items[0].task.title", is("About evening"))
                .body("next", nullValue());
        people.newcomer().get("/courses/{id}/live-sessions", course).body("items", hasSize(0));
        unseen(people.newcomer().get("/live-sessions/{id}", sooner));
        unseen(trainer.get("/courses/{id}/live-sessions", UUID.randomUUID()));
    }

    /** However many there are before them that are for others. */
    @Test
    void those_that_one_sees_come_page_by_page() {
        var movement = town.substring(0, town.indexOf('.'));
        var lead = people.lead(town);
        people.grow(movement + ".elsewhere");
        var member = people.member(town);
        var course = Lessons.course(lead, movement, Map.of(), Lessons.live("evening"));
        for (var i = 0; i <= 100; i++) {
            RealLife.plan(
                    lead, course, RealLife.session(movement + ".elsewhere", "evening", 5, TOMORROW.minusSeconds(i)));
        }
        var timeless = RealLife.plan(lead, course, RealLife.session(town, "evening", 5, TOMORROW));
        var later = RealLife.plan(lead, course, RealLife.session(town, "evening", 5, TOMORROW.plusSeconds(9000)));
        var sooner = RealLife.plan(lead, course, RealLife.session(town, "evening", 5, TOMORROW));
        var none = new HashMap<String, Object>();
        none.put("startsAt", null);
        none.put("endsAt", null);
        Work.edit(lead, RealLife.task(lead, timeless), none);
        String next = member.get("/courses/{id}/live-sessions?limit=1", course)
                .body("items.id", contains(sooner))
                .extract()
                .path("next");
        next = member.get("/courses/{id}/live-sessions?limit=1&cursor={next}", course, next)
                .body("items.id", contains(later))
                .extract()
                .path("next");
        member.get("/courses/{id}/live-sessions?limit=1&cursor={next}", course, next)
                .body("items.id", contains(timeless))
                .body("next", nullValue());
    }

    @Test
    void the_link_is_for_those_who_come() {
        var trainer = people.with(Role.TRAINER, town);
        var member = people.member(town);
        var session = RealLife.plan(trainer, course(), RealLife.session(town, "evening", 5, TOMORROW));
        trainer.get("/live-sessions/{id}", session).body("link", is("https://meet.example.org/evening"));
        member.get("/live-sessions/{id}", session).statusCode(200).body("link", nullValue());
        var hold = Work.claim(member, RealLife.task(trainer, session));
        member.get("/live-sessions/{id}", session).body("link", is("https://meet.example.org/evening"));
        Waiting.release(member, hold);
        member.get("/live-sessions/{id}", session).body("link", nullValue());
    }

    @Test
    void cancelling_it_ends_all_places() {
        var trainer = people.with(Role.TRAINER, town);
        var member = people.member(town);
        var session = RealLife.plan(trainer, course(), RealLife.session(town, "evening", 1, TOMORROW));
        var task = RealLife.task(trainer, session);
        var hold = Work.claim(member, task);
        var entry = Waiting.join(people.member(town), task);
        refused(member.act("/live-sessions/{id}/cancel", session), 403, "no-mandate");
        trainer.act("/live-sessions/{id}/cancel", session)
                .statusCode(200)
                .body("task.status", is("CANCELLED"))
                .body("task.taken", is(0));
        member.get("/assignments/{id}", hold).body("status", is("CANCELLED"));
        assertThat(Waiting.status(entry)).isEqualTo("CANCELLED");
        refused(trainer.act("/live-sessions/{id}/cancel", session), 409, "task-state");
    }

    @Test
    void it_is_of_a_module_of_the_course_and_somewhere() {
        var trainer = people.with(Role.TRAINER, town);
        var course = Lessons.course(people.lead(town), town, Map.of(), Lessons.live("evening"), Lessons.reading("one"));
        var path = "/courses/{id}/live-sessions";
        refused(trainer.post(path, RealLife.session(town, "none", 5), course), 422, "unknown-module");
        refused(trainer.post(path, RealLife.session(town, "one", 5), course), 422, "unknown-module");
        var nowhere = new HashMap<>(RealLife.session(town, "evening", 5));
        nowhere.remove("link");
        refused(trainer.post(path, nowhere, course), 422, "invalid-input").body("errors[0].pointer", is("/place"));
        nowhere.put("place", Map.of("name", "The Level, by the cafe"));
        trainer.post(path, nowhere, course)
                .statusCode(201)
                .body("task.remote", is(false))
                .body("link", nullValue());
        var over = RealLife.session(town, "evening", 5, Instant.now().minusSeconds(9 * 3600));
        refused(trainer.post(path, over, course), 409, "task-over");
    }

    @Test
    void it_is_held_where_the_course_can_be_taken() {
        var elsewhere = town.substring(0, town.indexOf('.')) + ".elsewhere";
        people.grow(elsewhere);
        refused(
                people.lead(town)
                        .post("/courses/{id}/live-sessions", RealLife.session(elsewhere, "evening", 5), course()),
                422,
                "outside-course");
    }

    private UUID planned(Person trainer, int capacity) {
        return RealLife.task(
                trainer, RealLife.plan(trainer, course(), RealLife.session(town, "evening", capacity, TOMORROW)));
    }

    private String course() {
        people.grow(town);
        return Lessons.course(people.lead(town), town, Map.of(), Lessons.live("evening"));
    }
}
