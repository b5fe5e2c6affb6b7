package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Work.leaflets;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Waiting;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Places that come free while somebody waits for them. */
@QuarkusTest
class WaitListOfferTest {
    @Inject
    People people;

    @Inject
    LeaseSweeper leases;

    @Inject
    MeterRegistry meters;

    private final String town = People.freshTown();
    private Person organiser;
    private Person holder;
    private Person ada;
    private Person ben;
    private UUID task;
    private UUID hold;

    /** A task with one place, which somebody has, and for which first Ada and then Ben wait. */
    @BeforeEach
    void two_people_wait_for_one_place() {
        organiser = people.with(ORGANISER, town);
        holder = people.member(town);
        ada = people.member(town);
        ben = people.member(town);
        wait(Work.open(organiser, town, 1));
    }

    private void wait(UUID full) {
        task = full;
        hold = Work.claim(holder, full);
        Waiting.join(ada, full);
        Waiting.join(ben, full);
    }

    @AfterEach
    void the_invariants_hold() {
        Invariants.hold();
    }

    @Test
    void a_place_given_back_is_offered_to_who_joined_first_and_is_never_free() {
        Waiting.release(holder, hold);
        assertThat(Work.taken(organiser, task)).isEqualTo(1);
        refused(people.member(town).put("/tasks/{id}/claim", task), 409, "task-full");
        refused(ben.put("/tasks/{id}/claim", task), 409, "task-full");
        ada.get("/me/waitlist").body("items.status", contains("OFFERED")).body("items[0].ahead", nullValue());
        ben.get("/me/waitlist").body("items.status", contains("WAITING")).body("items[0].ahead", is(0));
        ada.get("/assignments/{id}", Waiting.offer(ada, task))
                .body("status", is("OFFERED"))
                .body("source", is("WAITLIST"))
                .body("assignedBy", nullValue());
        ada.put("/tasks/{id}/waitlist", task).statusCode(200).body("status", is("OFFERED"));
    }

    @Test
    void who_gets_the_offer_accepts_it_in_one_call() {
        Waiting.release(holder, hold);
        var offer = Waiting.offer(ada, task);
        ada.act("/assignments/{id}/accept", offer).statusCode(200).body("status", is("HELD"));
        ada.get("/me/waitlist").body("items", empty());
        assertThat(Waiting.journal(offer)).containsExactly("assignment.offered", "assignment.accepted");
        ben.get("/me/waitlist").body("items.status", contains("WAITING"));
    }

    @Test
    void a_place_of_what_is_over_meanwhile_is_not_accepted() {
        Waiting.release(holder, hold);
        var offer = Waiting.offer(ada, task);
        Work.letEnd(task);
        refused(ada.act("/assignments/{id}/accept", offer), 409, "task-over");
        refused(ada.put("/tasks/{id}/claim", task), 409, "task-over");
        ada.get("/tasks/{id}/eligibility", task)
                .statusCode(200)
                .body("canClaim", is(false))
                .body("reasons.code", contains("task-over"));
    }

    @Test
    void a_claim_accepts_the_offer_too_and_a_second_tap_is_no_error() {
        Waiting.release(holder, hold);
        var offer = Waiting.offer(ada, task);
        ada.put("/tasks/{id}/claim", task)
                .statusCode(200)
                .body("id", is(offer.toString()))
                .body("status", is("HELD"));
        assertThat(Work.claim(ada, task)).isEqualTo(offer);
        assertThat(entries()).containsExactly("ACCEPTED", "WAITING");
    }

    @Test
    void a_claim_by_who_was_offered_a_place_by_an_organiser_still_answers_with_the_offer() {
        var other = Work.open(organiser, town, 1);
        var offer = Work.offer(organiser, other, ada);
        ada.put("/tasks/{id}/claim", other).body("id", is(offer.toString())).body("status", is("OFFERED"));
    }

    @Test
    void who_declines_is_passed_and_the_next_gets_the_offer() {
        Waiting.release(holder, hold);
        var offer = Waiting.offer(ada, task);
        ada.post("/assignments/{id}/decline", Map.of("reason", "Too late."), offer)
                .statusCode(200);
        assertThat(entries()).containsExactly("PASSED", "OFFERED");
        ben.put("/tasks/{id}/claim", task).statusCode(200);
        assertThat(entries()).containsExactly("PASSED", "ACCEPTED");
    }

    @Test
    void who_leaves_the_list_with_an_offer_has_declined_it() {
        Waiting.release(holder, hold);
        var offer = Waiting.offer(ada, task);
        ada.delete("/tasks/{id}/waitlist", task).statusCode(200).body("status", is("PASSED"));
        ada.get("/assignments/{id}", offer).body("status", is("DECLINED"));
        assertThat(entries()).containsExactly("PASSED", "OFFERED");
    }

    @Test
    void an_offer_that_runs_out_goes_to_the_next_and_then_to_whoever_comes() {
        Waiting.release(holder, hold);
        var offer = Waiting.offer(ada, task);
        Work.letLapse(offer);
        refused(ada.put("/tasks/{id}/claim", task), 409, "lease-lost");
        leases.sweep();
        assertThat(entries()).containsExactly("PASSED", "OFFERED");
        assertThat(Work.taken(organiser, task)).isEqualTo(1);
        Work.letLapse(Waiting.offer(ben, task));
        leases.sweep();
        assertThat(entries()).containsExactly("PASSED", "PASSED");
        assertThat(Work.taken(organiser, task)).isZero();
        Work.claim(people.member(town), task);
        ada.put("/tasks/{id}/waitlist", task).statusCode(200).body("ahead", is(0));
    }

    @Test
    void a_lease_that_runs_out_and_work_that_is_not_accepted_are_offered_on() {
        Work.letLapse(hold);
        leases.sweep();
        assertThat(entries()).containsExactly("OFFERED", "WAITING");
        var done = Work.claim(ada, task);
        Work.complete(ada, done);
        people.with(LEAD, town)
                .post("/assignments/{id}/reject", Map.of("reason", "Another street."), done)
                .statusCode(200);
        assertThat(entries()).containsExactly("ACCEPTED", "OFFERED");
    }

    @Test
    void more_places_are_offered_to_as_many_who_wait() {
        var cem = people.member(town);
        Waiting.join(cem, task);
        capacity(3);
        assertThat(entries()).containsExactly("OFFERED", "OFFERED", "WAITING");
        organiser.get("/tasks/{id}", task).body("taken", is(3));
        capacity(9);
        assertThat(entries()).containsExactly("OFFERED", "OFFERED", "OFFERED");
        organiser.get("/tasks/{id}", task).body("taken", is(4));
        refused(people.member(town).put("/tasks/{id}/waitlist", task), 409, "task-not-full");
    }

    @Test
    void a_place_that_came_free_while_the_task_was_closed_is_offered_when_it_opens_again() {
        organiser.act("/tasks/{id}/close", task).statusCode(200);
        Waiting.release(holder, hold);
        assertThat(entries()).containsExactly("WAITING", "WAITING");
        assertThat(Work.taken(organiser, task)).isZero();
        organiser.act("/tasks/{id}/publish", task).statusCode(200).body("taken", is(1));
        assertThat(entries()).containsExactly("OFFERED", "WAITING");
    }

    @Test
    void who_has_left_the_group_or_lost_the_qualification_is_passed_over() {
        var lead = people.with(LEAD, town);
        var course = Waiting.course(lead, town);
        for (var person : new Person[] {holder, ada, ben}) Waiting.qualify(lead, course, person, town);
        wait(Work.open(lead, leaflets(town, "requiredCourseId", course)));
        var cem = people.member(town);
        Waiting.qualify(lead, course, cem, town);
        Waiting.join(cem, task);
        ada.delete("/groups/{path}/membership", town).statusCode(204);
        Sql.run(
                "update qualification set expires_at = now(), completed_at = now() - interval '1 day'"
                        + " where member_id = ?",
                ben.id());
        Waiting.release(holder, hold);
        assertThat(entries()).containsExactly("PASSED", "PASSED", "OFFERED");
    }

    @Test
    void an_offer_that_an_organiser_moves_to_somebody_else_is_over() {
        Waiting.release(holder, hold);
        organiser
                .post(
                        "/assignments/{id}/move",
                        Map.of("memberId", people.member(town).id(), "reason", "Ada is ill."),
                        Waiting.offer(ada, task))
                .statusCode(200);
        assertThat(entries()).containsExactly("PASSED", "WAITING");
        refused(ada.put("/tasks/{id}/claim", task), 409, "task-full");
    }

    @Test
    void who_came_by_a_place_otherwise_does_not_get_a_second() {
        Sql.run("update assignment set member_id = ? where id = ?", ada.id(), hold); // as if it was moved to her
        capacity(2);
        assertThat(entries()).containsExactly("LEFT", "OFFERED");
    }

    @Test
    void accepting_counts_as_a_claim() {
        for (var i = 0; i < 3; i++) Work.claim(ada, Work.open(organiser, town, 1));
        Waiting.release(holder, hold);
        var offer = Waiting.offer(ada, task);
        refused(ada.act("/assignments/{id}/accept", offer), 409, "claim-limit");
        refused(ada.put("/tasks/{id}/claim", task), 409, "claim-limit");
        var given = Work.offer(organiser, Work.open(organiser, town, 1), ada);
        ada.act("/assignments/{id}/accept", given).statusCode(200); // an organiser asked for this one
    }

    @Test
    void nobody_accepts_a_place_at_a_time_at_which_they_have_another() {
        var saturday = scheduled(Duration.ofDays(3));
        wait(Work.open(organiser, saturday));
        var other = Work.claim(ada, Work.open(organiser, saturday));
        Waiting.release(holder, hold);
        refused(ada.put("/tasks/{id}/claim", task), 409, "double-booked");
        Waiting.release(ada, other);
        ada.put("/tasks/{id}/claim", task).statusCode(200).body("status", is("HELD"));
    }

    @Test
    void an_offer_is_open_for_half_an_hour_and_shorter_near_the_start() {
        assertThat(openFor(null)).isCloseTo(Duration.ofMinutes(30), Duration.ofSeconds(5));
        assertThat(openFor(Duration.ofDays(2))).isCloseTo(Duration.ofMinutes(30), Duration.ofSeconds(5));
        assertThat(openFor(Duration.ofHours(1))).isCloseTo(Duration.ofMinutes(15), Duration.ofSeconds(10));
        assertThat(openFor(Duration.ofMinutes(3))).isCloseTo(Duration.ofMinutes(2), Duration.ofSeconds(5));
        assertThat(openFor(Duration.ofMinutes(-5))).isCloseTo(Duration.ofMinutes(2), Duration.ofSeconds(5));
    }

    /** How long the offer for work is open that begins after this. */
    private Duration openFor(Duration start) {
        var open = start == null ? leaflets(town) : scheduled(start);
        var full = Work.open(organiser, open);
        var giver = people.member(town);
        var place = Work.claim(giver, full);
        var taker = people.member(town);
        Waiting.join(taker, full);
        Waiting.release(giver, place);
        var until = taker.get("/me/waitlist").extract().<String>path("items[0].answerUntil");
        var made = Sql.value(
                OffsetDateTime.class, "select created_at from assignment where id = ?", Waiting.offer(taker, full));
        return Duration.between(made.toInstant(), Instant.parse(until));
    }

    @Test
    void an_organisers_offer_of_work_at_any_time_is_open_as_long_as_a_lease() {
        var offer = Work.offer(organiser, Work.open(organiser, leaflets(town, "leaseHours", 6)), ada);
        var until = ada.get("/assignments/{id}", offer).extract().<String>path("leaseUntil");
        assertThat(Instant.parse(until))
                .isCloseTo(Instant.now().plus(6, ChronoUnit.HOURS), within(10, ChronoUnit.SECONDS));
    }

    @Test
    void what_becomes_of_offers_is_counted() {
        var offered = counted("offered");
        var declined = counted("declined");
        var accepted = counted("accepted");
        Waiting.release(holder, hold);
        ada.post("/assignments/{id}/decline", Map.of(), Waiting.offer(ada, task))
                .statusCode(200);
        ben.put("/tasks/{id}/claim", task).statusCode(200);
        assertThat(counted("offered")).isEqualTo(offered + 2);
        assertThat(counted("declined")).isEqualTo(declined + 1);
        assertThat(counted("accepted")).isEqualTo(accepted + 1);
    }

    private double counted(String result) {
        return meters.counter("barnstorm.waitlist.offers", "result", result).count();
    }

    private Map<String, Object> scheduled(Duration start) {
        var starts = Instant.now().plus(start);
        var wanted = leaflets(town, "startsAt", starts.toString());
        wanted.put("endsAt", starts.plus(2, ChronoUnit.HOURS).toString());
        return wanted;
    }

    private void capacity(int places) {
        var etag = organiser.get("/tasks/{id}", task).extract().header("ETag");
        organiser
                .patch("/tasks/{id}", etag, Map.of("capacity", places), task)
                .statusCode(200)
                .body("taken", not(is(0)));
    }

    /** The states of the task's entries, in the order in which people joined. */
    private List<String> entries() {
        return Sql.column(String.class, "select status from waiter where task_id = ? order by position", task);
    }
}
