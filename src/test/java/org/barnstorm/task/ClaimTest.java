package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.authority.Role.TRAINER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.barnstorm.testing.Work.leaflets;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ClaimTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @ParameterizedTest
    @CsvSource({"MEMBER, 200", "LEAD, 200", "ORGANISER, 200", "TRAINER, 200", "VERIFIER, 200", "STEWARD, 200"})
    void who_may_claim(String role, int status) {
        var task = Work.open(people.with(ORGANISER, town), town, 1);
        people.as(role, town).put("/tasks/{id}/claim", task).statusCode(status).body("status", is("HELD"));
    }

    @Test
    void a_claim_is_a_hold_with_a_lease_and_a_fence() {
        var task = Work.open(people.with(ORGANISER, town), leaflets(town, "leaseHours", 6));
        var member = people.member(town);
        var before = Instant.now().minusSeconds(5);
        var until = member.put("/tasks/{id}/claim", task)
                .statusCode(200)
                .body("taskId", is(task.toString()))
                .body("memberId", is(member.id().toString()))
                .body("group", is(town))
                .body("title", is("Leaflets in Hanover"))
                .body("fence", is(1))
                .body("assignedBy", nullValue())
                .body("name", nullValue())
                .extract()
                .<String>path("leaseUntil");
        assertThat(Instant.parse(until))
                .isBetween(
                        before.plus(6, ChronoUnit.HOURS),
                        Instant.now().plusSeconds(5).plus(6, ChronoUnit.HOURS));
    }

    @Test
    void the_lease_of_scheduled_work_runs_from_its_end() {
        var wanted = leaflets(town, "startsAt", "2031-12-05T10:00:00Z");
        wanted.put("endsAt", "2031-12-05T12:00:00Z");
        var task = Work.open(people.with(ORGANISER, town), wanted);
        people.member(town)
                .put("/tasks/{id}/claim", task)
                .statusCode(200)
                .body("leaseUntil", is("2031-12-07T12:00:00Z"));
    }

    @Test
    void a_second_tap_answers_with_the_same_hold() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 2);
        var member = people.member(town);
        var first = Work.claim(member, task);
        assertThat(Work.claim(member, task)).isEqualTo(first);
        assertThat(Work.taken(organiser, task)).isEqualTo(1);
    }

    @Test
    void a_second_tap_on_a_full_or_closed_task_still_answers_with_the_hold() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        var member = people.member(town);
        var first = Work.claim(member, task);
        organiser.act("/tasks/{id}/close", task).statusCode(200);
        assertThat(Work.claim(member, task)).isEqualTo(first);
    }

    @Test
    void a_full_task_refuses_and_names_what_else_there_is() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        var posters = leaflets(town, "title", "Posters");
        posters.put("capacity", 2);
        var other = Work.open(organiser, posters);
        Work.open(organiser, town, 1);
        Work.open(organiser, town, 1);
        Work.open(organiser, town, 1);
        Work.draft(organiser, leaflets(town));
        Work.claim(people.member(town), task);
        var member = people.member(town);
        Work.claim(member, other);
        refused(member.put("/tasks/{id}/claim", task), 409, "task-full")
                .body("capacity", is(1))
                .body("alternatives", hasSize(3))
                .body("alternatives.id", not(hasItem(other.toString())))
                .body("alternatives[0]", hasKey("title"));
        refused(people.member(town).put("/tasks/{id}/claim", task), 409, "task-full")
                .body("alternatives[0].id", is(other.toString()));
    }

    @Test
    void alternatives_are_open_have_a_place_and_are_not_over() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        Work.claim(people.member(town), task);
        var full = Work.open(organiser, town, 1);
        Work.claim(people.member(town), full);
        var closed = Work.open(organiser, town, 1);
        organiser.act("/tasks/{id}/close", closed).statusCode(200);
        var over = Work.open(organiser, town, 1);
        Work.letEnd(over);
        refused(people.member(town).put("/tasks/{id}/claim", task), 409, "task-full")
                .body("alternatives", hasSize(0));
    }

    @Test
    void alternatives_are_for_this_person_too() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, leaflets(town, "audience", Map.of("who", "MOVEMENT")));
        Work.claim(people.member(town), task);
        Work.open(organiser, leaflets(town, "audience", Map.of("who", "INVITED")));
        var members = Work.open(organiser, leaflets(town)).toString();
        refused(people.member(town).put("/tasks/{id}/claim", task), 409, "task-full")
                .body("alternatives.id", is(List.of(members)));
        var elsewhere = people.member(town.replace(".town", ".village"));
        refused(elsewhere.put("/tasks/{id}/claim", task), 409, "task-full").body("alternatives", hasSize(0));
    }

    @Test
    void only_open_tasks_are_claimed() {
        var organiser = people.with(ORGANISER, town);
        var draft = Work.draft(organiser, leaflets(town));
        refused(organiser.put("/tasks/{id}/claim", draft), 409, "task-not-open").body("state", is("DRAFT"));
        unseen(people.member(town).put("/tasks/{id}/claim", draft));
        var closed = Work.open(organiser, town, 1);
        organiser.act("/tasks/{id}/close", closed).statusCode(200);
        refused(organiser.put("/tasks/{id}/claim", closed), 409, "task-not-open")
                .body("state", is("CLOSED"));
    }

    @Test
    void a_task_that_is_over_is_not_claimed() {
        var organiser = people.with(ORGANISER, town);
        var over = Work.open(organiser, town, 1);
        Work.letEnd(over);
        refused(organiser.put("/tasks/{id}/claim", over), 409, "task-over");
    }

    @Test
    void who_sees_a_task_by_mandate_still_joins_the_group_before_claiming() {
        var task = Work.open(people.with(ORGANISER, town), town, 1);
        refused(people.lead(town).put("/tasks/{id}/claim", task), 409, "not-a-member")
                .body("group", is(town));
    }

    @Test
    void who_has_left_the_group_claims_nothing() {
        var task = Work.open(people.with(ORGANISER, town), town, 1);
        var member = people.member(town);
        member.delete("/groups/{path}/membership", town).statusCode(204);
        unseen(member.put("/tasks/{id}/claim", task));
    }

    @Test
    void a_task_that_needs_a_course_is_claimed_by_those_who_took_it() {
        var lead = people.with(LEAD, town);
        String course = lead.post("/courses", Map.of("group", town, "title", "Doors 101", "description", "Listen."))
                .statusCode(201)
                .extract()
                .path("id");
        var task = Work.open(lead, leaflets(town, "requiredCourseId", course));
        var member = people.member(town);
        refused(member.put("/tasks/{id}/claim", task), 409, "not-qualified").body("course", is(course));
        people.with(TRAINER, town)
                .post("/courses/{id}/completions", Map.of("memberId", member.id(), "group", town), course)
                .statusCode(201);
        member.put("/tasks/{id}/claim", task).statusCode(200);
        Sql.run(
                "update qualification set expires_at = now() - interval '1 second',"
                        + " completed_at = now() - interval '1 day' where member_id = ?",
                member.id());
        Work.claim(member, task);
    }

    @Test
    void a_qualification_that_ran_out_admits_nobody() {
        var lead = people.with(LEAD, town);
        String course = lead.post("/courses", Map.of("group", town, "title", "Doors 101", "description", "Listen."))
                .statusCode(201)
                .extract()
                .path("id");
        var task = Work.open(lead, leaflets(town, "requiredCourseId", course));
        var member = people.member(town);
        lead.post("/courses/{id}/completions", Map.of("memberId", member.id(), "group", town), course)
                .statusCode(201);
        Sql.run(
                "update qualification set expires_at = now(), completed_at = now() - interval '1 day'"
                        + " where member_id = ?",
                member.id());
        refused(member.put("/tasks/{id}/claim", task), 409, "not-qualified");
        refused(lead.post("/tasks/{id}/assignments", Map.of("memberId", member.id()), task), 409, "not-qualified");
    }
}
