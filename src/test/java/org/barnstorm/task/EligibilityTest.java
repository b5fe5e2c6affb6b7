package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.barnstorm.testing.Work.leaflets;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Waiting;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether one can claim a task, and everything that is in the way. */
@QuarkusTest
class EligibilityTest {
    private static final Instant SATURDAY =
            Instant.now().truncatedTo(ChronoUnit.HOURS).plus(7, ChronoUnit.DAYS);

    @Inject
    People people;

    private final String town = People.freshTown();

    @ParameterizedTest
    @CsvSource({"MEMBER, true", "LEAD, true", "ORGANISER, true", "TRAINER, true", "VERIFIER, true", "STEWARD, true"})
    void who_may_ask_whether_they_can(String role, boolean can) {
        var task = Work.open(people.with(ORGANISER, town), town, 1);
        ask(people.as(role, town), task).body("canClaim", is(can)).body("reasons", hasSize(0));
    }

    @Test
    void what_one_may_not_see_does_not_exist() {
        var task = Work.open(people.with(ORGANISER, town), town, 1);
        unseen(people.member(People.freshTown()).get("/tasks/{id}/eligibility", task));
        unseen(people.member(town).get("/tasks/{id}/eligibility", Work.draft(people.lead(town), leaflets(town))));
        unseen(people.member(town).get("/tasks/{id}/eligibility", UUID.randomUUID()));
        refused(people.member(town).get("/tasks/{id}/eligibility", "x"), 400, "malformed-parameter");
    }

    @Test
    void who_has_a_place_can_and_is_told_which() {
        var task = Work.open(people.with(ORGANISER, town), town, 1);
        var member = people.member(town);
        var hold = Work.claim(member, task);
        ask(member, task)
                .body("canClaim", is(true))
                .body("assignmentId", is(hold.toString()))
                .body("reasons", hasSize(0));
        reasons(people.member(town), task, "task-full");
    }

    @Test
    void a_task_that_is_closed_over_and_full_is_all_of_that() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        Work.claim(people.member(town), task);
        organiser.act("/tasks/{id}/close", task).statusCode(200);
        Work.letEnd(task);
        reasons(organiser, task, "task-not-open", "task-over", "task-full");
    }

    @Test
    void who_is_not_a_member_is_told_where_to_become_one() {
        var task = Work.open(people.with(ORGANISER, town), town, 1);
        reasons(people.lead(town), task, "not-a-member")
                .body("reasons[0].group", is(town))
                .body("reasons[0].remedy", is("Join the group."));
    }

    @Test
    void who_is_not_invited_or_lives_too_far_is_told_so_and_refused_so() {
        var lead = people.with(LEAD, town);
        var invited = Work.open(lead, leaflets(town, "audience", Map.of("who", "INVITED")));
        reasons(lead, invited, "not-invited");
        var nearby = leaflets(town, "audience", Map.of("who", "NEARBY", "km", 5));
        nearby.put("place", Map.of("location", Map.of("type", "Point", "coordinates", List.of(-0.14, 50.83))));
        var near = Work.open(lead, nearby);
        reasons(lead, near, "too-far").body("reasons[0].detail", containsString("within 5 km"));
        refused(lead.put("/tasks/{id}/claim", near), 409, "too-far").body("km", is(5));
        var ids = Map.of("memberIds", List.of(lead.id()));
        lead.replace("/tasks/{id}/invitations", ids, near).statusCode(204);
        ask(lead, near).body("canClaim", is(true));
        lead.put("/tasks/{id}/claim", near).statusCode(200);
    }

    @Test
    void whoever_lacks_a_course_room_and_time_is_told_all_three() {
        var lead = people.with(LEAD, town);
        String course = lead.post("/courses", Map.of("group", town, "title", "Doors 101", "description", "Listen."))
                .statusCode(201)
                .extract()
                .path("id");
        var member = people.member(town);
        var busy = Work.claim(member, Work.open(lead, saturday()));
        for (var i = 0; i < 2; i++) Work.claim(member, Work.open(lead, town, 1));
        var wanted = saturday();
        wanted.put("requiredCourseId", course);
        reasons(member, Work.open(lead, wanted), "not-qualified", "claim-limit", "double-booked")
                .body("reasons[0].courseId", is(course))
                .body("reasons[0].detail", containsString("Doors 101"))
                .body("reasons[1].limit", is(3))
                .body("reasons[1].holds", hasSize(3))
                .body("reasons[2].holds.assignment", contains(busy.toString()))
                .body("reasons[2].holds[0].fence", is(1));
    }

    @Test
    void who_waited_and_got_an_offer_can_if_their_hands_are_not_full() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        var holder = people.member(town);
        var hold = Work.claim(holder, task);
        var waiter = people.member(town);
        Waiting.join(waiter, task);
        reasons(waiter, task, "task-full");
        Waiting.release(holder, hold);
        var offer = Waiting.offer(waiter, task);
        for (var i = 0; i < 3; i++) Work.claim(waiter, Work.open(organiser, town, 1));
        reasons(waiter, task, "claim-limit").body("assignmentId", is(offer.toString()));
        refused(waiter.put("/tasks/{id}/claim", task), 409, "claim-limit");
        String first = waiter.get("/me/assignments?status=HELD").extract().path("items[0].id");
        waiter.post("/assignments/{id}/release", Map.of("fence", 1), first).statusCode(200);
        ask(waiter, task).body("canClaim", is(true)).body("assignmentId", is(offer.toString()));
        waiter.put("/tasks/{id}/claim", task).statusCode(200).body("id", is(offer.toString()));
        ask(waiter, task).body("canClaim", is(true));
    }

    @Test
    void an_offer_that_nobody_answered_in_time_is_lost() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        var holder = people.member(town);
        var hold = Work.claim(holder, task);
        var waiter = people.member(town);
        Waiting.join(waiter, task);
        Waiting.release(holder, hold);
        Work.letLapse(Waiting.offer(waiter, task));
        reasons(waiter, task, "lease-lost");
        refused(waiter.put("/tasks/{id}/claim", task), 409, "lease-lost");
    }

    @Test
    void every_refusal_of_a_claim_has_a_remedy() throws NoSuchMethodException {
        var documented = Arrays.stream(
                        AssignmentResource.class.getMethod("claim", UUID.class).getAnnotationsByType(Refuses.class))
                .map(Refuses::code)
                .toList();
        assertThat(new TreeSet<>(documented))
                .contains("too-far", "claim-limit")
                .allSatisfy(code -> assertThat(Obstacle.remedy(code)).isNotBlank());
    }

    private static ValidatableResponse ask(Person person, UUID task) {
        return person.get("/tasks/{id}/eligibility", task).statusCode(200);
    }

    private static ValidatableResponse reasons(Person person, UUID task, String... codes) {
        return ask(person, task).body("canClaim", is(false)).body("reasons.code", contains(codes));
    }

    private Map<String, Object> saturday() {
        var wanted = leaflets(town, "startsAt", SATURDAY.toString());
        wanted.put("endsAt", SATURDAY.plus(2, ChronoUnit.HOURS).toString());
        return wanted;
    }
}
