package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.testing.Problems.refused;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.TestStack;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class LeaseTest {
    @Inject
    People people;

    @Inject
    LeaseSweeper sweeper;

    private final String town = People.freshTown();

    @Test
    void a_lease_that_ran_out_frees_its_place() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        var ada = people.member(town);
        var hold = Work.claim(ada, task);
        Work.letLapse(hold);
        sweeper.sweep();
        ada.get("/assignments/{id}", hold).body("status", is("EXPIRED")).body("endedAt", notNullValue());
        assertThat(Work.taken(organiser, task)).isZero();
        assertThat(expiries(hold)).isEqualTo(1);
        people.member(town).put("/tasks/{id}/claim", task).statusCode(200).body("fence", is(2));
    }

    @Test
    void an_offer_that_nobody_answered_frees_its_place() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        var ada = people.member(town);
        var offered = Work.offer(organiser, task, ada);
        Work.letLapse(offered);
        refused(ada.act("/assignments/{id}/accept", offered), 409, "lease-lost");
        sweeper.sweep();
        assertThat(Work.taken(organiser, task)).isZero();
        refused(ada.act("/assignments/{id}/accept", offered), 409, "lease-lost").body("state", is("EXPIRED"));
    }

    /** Nothing begins, so there is nothing to cut it short. */
    @Test
    void an_offer_of_work_at_any_time_lasts_as_long_as_a_lease() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, Work.leaflets(town, "leaseHours", 48));
        var offered = Work.offer(organiser, task, people.member(town));
        var hours = Sql.value(
                Double.class,
                "select extract(epoch from lease_until - created_at)::double precision / 3600 from assignment where id = ?",
                offered);
        assertThat(hours).isBetween(47.9, 48.1);
    }

    @Test
    void a_lease_that_still_runs_is_left_alone() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        var hold = Work.claim(people.member(town), task);
        Sql.run("update assignment set lease_until = now() + interval '1 minute' where id = ?", hold);
        sweeper.sweep();
        assertThat(Work.taken(organiser, task)).isEqualTo(1);
    }

    @Test
    void in_the_grace_after_its_lease_a_hold_can_still_be_completed() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.member(town);
        var hold = Work.claim(ada, Work.open(organiser, town, 1));
        Sql.run("update assignment set lease_until = now() - interval '1 minute' where id = ?", hold);
        sweeper.sweep();
        Work.complete(ada, hold);
    }

    @Test
    void a_holder_extends_once_by_right_and_an_organiser_as_often_as_needed() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.member(town);
        var hold = Work.claim(ada, Work.open(organiser, Work.leaflets(town, "leaseHours", 6)));
        var before = lease(ada, hold);
        extend(ada, hold).statusCode(200).body("extensions", is(1));
        assertThat(lease(ada, hold)).isEqualTo(before.plus(6, ChronoUnit.HOURS));
        refused(extend(ada, hold), 409, "extension-used");
        extend(organiser, hold).statusCode(200).body("extensions", is(2));
        assertThat(lease(ada, hold)).isEqualTo(before.plus(12, ChronoUnit.HOURS));
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 200", "TRAINER, 404", "VERIFIER, 403", "STEWARD, 404"})
    void who_may_extend_the_hold_of_somebody_else(String role, int status) {
        var ada = people.member(town);
        var hold = Work.claim(ada, Work.open(people.with(ORGANISER, town), town, 1));
        extend(people.as(role, town), hold).statusCode(status);
    }

    @Test
    void a_holder_is_warned_once_before_the_lease_ends() {
        var organiser = people.with(ORGANISER, town);
        var hold = Work.claim(people.member(town), Work.open(organiser, town, 1));
        sweeper.sweep();
        assertThat(count(hold, "assignment.warned")).isZero();
        Sql.run("update assignment set warn_at = now() - interval '1 second' where id = ?", hold);
        Concurrently.times(4, () -> sweeper.sweep());
        sweeper.sweep();
        assertThat(count(hold, "assignment.warned")).isEqualTo(1);
        organiser.get("/assignments/{id}", hold).body("status", is("HELD"));
    }

    private static ValidatableResponse extend(Person person, UUID hold) {
        return person.post("/assignments/{id}/extend", Map.of("fence", 1), hold);
    }

    private static Instant lease(Person person, UUID hold) {
        return Instant.parse(person.get("/assignments/{id}", hold).extract().path("leaseUntil"));
    }

    @Test
    void done_and_verified_work_has_no_lease_to_lose() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        var done = Work.done(people.member(town), task);
        Work.letLapse(done);
        sweeper.sweep();
        organiser.get("/assignments/{id}", done).body("status", is("DONE"));
        assertThat(Work.taken(organiser, task)).isEqualTo(1);
    }

    @Test
    void I_07_a_claim_past_its_lease_never_completes_a_task() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        var ada = people.member(town);
        var late = Work.claim(ada, task);
        Work.letLapse(late);
        refused(ada.post("/assignments/{id}/complete", Work.completion(1), late), 409, "lease-lost");
        sweeper.sweep();
        var ben = people.member(town);
        var hold = Work.claim(ben, task);
        refused(ada.post("/assignments/{id}/complete", Work.completion(1), late), 409, "lease-lost");
        refused(ada.post("/assignments/{id}/complete", Work.completion(2), late), 409, "lease-lost");
        ben.get("/assignments/{id}", hold).body("status", is("HELD"));
    }

    @Test
    void a_lapsed_claim_that_was_not_swept_yet_can_be_given_back_once() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        var ada = people.member(town);
        var hold = Work.claim(ada, task);
        Work.letLapse(hold);
        ada.post("/assignments/{id}/release", Map.of("fence", 1), hold).statusCode(200);
        sweeper.sweep();
        assertThat(Work.taken(organiser, task)).isZero();
        assertThat(expiries(hold)).isZero();
    }

    @Test
    void T_16_sweepers_at_once_free_each_place_once() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 8);
        var other = Work.open(organiser, town, 8);
        var holds = new ArrayList<UUID>();
        for (var i = 0; i < 8; i++) {
            var member = people.member(town);
            holds.add(Work.claim(member, task));
            holds.add(Work.claim(member, other));
        }
        holds.forEach(Work::letLapse);
        Concurrently.times(4, () -> sweeper.sweep());
        sweeper.sweep(); // what all of them skipped because another was at it
        assertThat(Work.taken(organiser, task)).isZero();
        assertThat(Work.taken(organiser, other)).isZero();
        assertThat(holds).allSatisfy(hold -> assertThat(expiries(hold)).isEqualTo(1));
    }

    @Test
    void one_hold_that_cannot_be_locked_does_not_keep_the_others_waiting() throws SQLException {
        var organiser = people.with(ORGANISER, town);
        var stuckTask = Work.open(organiser, town, 1);
        var freeTask = Work.open(organiser, town, 1);
        var stuck = Work.claim(people.member(town), stuckTask);
        var free = Work.claim(people.member(town), freeTask);
        Work.letLapse(stuck);
        Work.letLapse(free);
        Sql.run(
                "update assignment set lease_until = lease_until - interval '1 day', expires_at = expires_at - interval '1 day' where id = ?",
                stuck);
        try (var rogue = TestStack.asOwner()) {
            rogue.setAutoCommit(false);
            try (var lock = rogue.prepareStatement("select 1 from assignment where id = ? for update")) {
                lock.setObject(1, stuck);
                lock.executeQuery();
                sweeper.sweep();
            }
            rogue.rollback();
        }
        assertThat(Work.taken(organiser, freeTask)).isZero();
        sweeper.sweep();
        assertThat(Work.taken(organiser, stuckTask)).isZero();
    }

    private static long expiries(UUID hold) {
        return count(hold, "assignment.expired");
    }

    private static long count(UUID hold, String type) {
        return Sql.value(Long.class, "select count(*) from journal where subject_id = ? and type = ?", hold, type);
    }
}
