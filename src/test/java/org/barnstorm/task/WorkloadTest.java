package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.testing.Problems.refused;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Crowd;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Wire;
import org.barnstorm.testing.Wire.Answer;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;

/** How much one person may have in hand. */
@QuarkusTest
class WorkloadTest {
    private static final Instant SATURDAY =
            Instant.now().truncatedTo(ChronoUnit.HOURS).plus(7, ChronoUnit.DAYS);

    @Inject
    People people;

    @Inject
    LeaseSweeper sweeper;

    private final String town = People.freshTown();

    @Test
    void a_newcomer_has_three_claims_open_and_is_told_how_to_free_one() {
        var organiser = people.with(ORGANISER, town);
        var member = people.member(town);
        var first = Work.claim(member, Work.open(organiser, town, 1));
        for (var i = 0; i < 2; i++) Work.claim(member, Work.open(organiser, town, 1));
        var fourth = Work.open(organiser, town, 1);
        refused(member.put("/tasks/{id}/claim", fourth), 409, "claim-limit")
                .body("limit", is(3))
                .body("holds", hasSize(3))
                .body("holds[0].assignment", is(first.toString()))
                .body("holds[0].fence", is(1))
                .body("holds[0].leaseUntil", notNullValue());
        member.post("/assignments/{id}/release", Map.of("fence", 1), first).statusCode(200);
        member.put("/tasks/{id}/claim", fourth).statusCode(200);
    }

    @Test
    void what_is_done_makes_room_and_what_is_verified_makes_more() {
        var lead = people.with(LEAD, town);
        var member = people.member(town);
        for (var i = 0; i < 2; i++) {
            var done = Work.done(member, Work.open(lead, town, 1));
            lead.act("/assignments/{id}/verify", done).statusCode(200);
        }
        for (var i = 0; i < 4; i++) Work.claim(member, Work.open(lead, town, 1));
        refused(member.put("/tasks/{id}/claim", Work.open(lead, town, 1)), 409, "claim-limit")
                .body("limit", is(4));
    }

    @Test
    void a_lease_that_ran_out_costs_one_and_an_offer_that_did_costs_nothing() {
        var organiser = people.with(ORGANISER, town);
        var member = people.member(town);
        Work.letLapse(Work.claim(member, Work.open(organiser, town, 1)));
        Work.letLapse(Work.offer(organiser, Work.open(organiser, town, 1), member));
        sweeper.sweep();
        for (var i = 0; i < 2; i++) Work.claim(member, Work.open(organiser, town, 1));
        refused(member.put("/tasks/{id}/claim", Work.open(organiser, town, 1)), 409, "claim-limit")
                .body("limit", is(2));
    }

    @Test
    void what_an_organiser_offers_is_not_limited() {
        var organiser = people.with(ORGANISER, town);
        var member = people.member(town);
        for (var i = 0; i < 4; i++) {
            var offered = Work.offer(organiser, Work.open(organiser, town, 1), member);
            member.act("/assignments/{id}/accept", offered).statusCode(200);
        }
    }

    @Test
    void I_04_however_many_taps_at_once_the_limit_holds() {
        var organiser = people.with(ORGANISER, town);
        for (var wire : Crowd.members(people, town, 6)) {
            List<Callable<Answer>> taps = new ArrayList<>();
            for (var i = 0; i < 8; i++) {
                var task = Work.open(organiser, town, 1);
                taps.add(() -> Wire.patiently(() -> wire.put("/tasks/" + task + "/claim")));
            }
            var answers = Concurrently.race(taps);
            assertThat(answers).filteredOn(Answer::ok).hasSize(3);
            assertThat(answers)
                    .filteredOn(answer -> !answer.ok())
                    .extracting(Answer::code)
                    .containsOnly("claim-limit");
        }
        Invariants.hold();
    }

    @Test
    void nobody_claims_two_places_at_one_time() {
        var organiser = people.with(ORGANISER, town);
        var member = people.member(town);
        var held = Work.claim(member, scheduled(organiser, 0, 120, true));
        refused(member.put("/tasks/{id}/claim", scheduled(organiser, 60, 180, true)), 409, "double-booked")
                .body("other.assignment", is(held.toString()))
                .body("other.fence", is(1));
        member.put("/tasks/{id}/claim", scheduled(organiser, 120, 180, true)).statusCode(200);
    }

    @Test
    void the_way_from_one_place_to_the_next_takes_time_too() {
        var organiser = people.with(ORGANISER, town);
        var member = people.member(town);
        Work.claim(member, scheduled(organiser, 0, 120, false));
        refused(member.put("/tasks/{id}/claim", scheduled(organiser, 129, 180, false)), 409, "double-booked");
        member.put("/tasks/{id}/claim", scheduled(organiser, 150, 180, false)).statusCode(200);
    }

    @Test
    void nobody_accepts_what_is_at_the_time_of_something_else() {
        var organiser = people.with(ORGANISER, town);
        var member = people.member(town);
        Work.claim(member, scheduled(organiser, 0, 120, true));
        var offered = Work.offer(organiser, scheduled(organiser, 0, 120, true), member);
        refused(member.act("/assignments/{id}/accept", offered), 409, "double-booked");
        member.post("/assignments/{id}/decline", Map.of(), offered).statusCode(200);
    }

    @Test
    void I_04_of_two_claims_for_one_time_at_once_one_wins() {
        var organiser = people.with(ORGANISER, town);
        for (var wire : Crowd.members(people, town, 10)) {
            List<Callable<Answer>> taps = new ArrayList<>();
            for (var i = 0; i < 4; i++) {
                var task = scheduled(organiser, 10 * i, 120, true);
                taps.add(() -> Wire.patiently(() -> wire.put("/tasks/" + task + "/claim")));
            }
            var answers = Concurrently.race(taps);
            assertThat(answers).filteredOn(Answer::ok).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> !answer.ok())
                    .extracting(Answer::code)
                    .containsOnly("double-booked");
        }
        Invariants.hold();
    }

    @Test
    void a_task_is_not_moved_to_a_time_at_which_a_holder_is_elsewhere() {
        var organiser = people.with(ORGANISER, town);
        var member = people.member(town);
        Work.claim(member, scheduled(organiser, 0, 60, true));
        var other = scheduled(organiser, 120, 180, true);
        var hold = Work.claim(member, other);
        refused(move(organiser, other, 30, 90), 409, "holders-double-booked").body("holders", is(1));
        move(organiser, other, 60, 120).statusCode(200);
        var until =
                Instant.parse(member.get("/assignments/{id}", hold).extract().path("leaseUntil"));
        assertThat(until).isEqualTo(at(120).plus(48, ChronoUnit.HOURS));
        assertThat(Sql.value(
                        Boolean.class,
                        "select a.busy = t.busy from assignment a join task t on t.id = a.task_id where a.id = ?",
                        hold))
                .isTrue();
    }

    @Test
    void who_has_been_given_more_time_keeps_it_when_the_task_moves() {
        var organiser = people.with(ORGANISER, town);
        var member = people.member(town);
        var task = scheduled(organiser, 0, 60, true);
        var hold = Work.claim(member, task);
        member.post("/assignments/{id}/extend", Map.of("fence", 1), hold).statusCode(200);
        move(organiser, task, 60, 120).statusCode(200);
        var until =
                Instant.parse(member.get("/assignments/{id}", hold).extract().path("leaseUntil"));
        assertThat(until).isEqualTo(at(120).plus(96, ChronoUnit.HOURS));
    }

    private static io.restassured.response.ValidatableResponse move(Person organiser, UUID task, int from, int to) {
        var etag = organiser.get("/tasks/{id}", task).extract().header("ETag");
        return organiser.patch(
                "/tasks/{id}", etag, Map.of("startsAt", at(from).toString(), "endsAt", at(to).toString()), task);
    }

    /** An open task on Saturday, from and to so many minutes after the hour. */
    private UUID scheduled(Person organiser, int from, int to, boolean remote) {
        var wanted = Work.leaflets(town, "remote", remote);
        wanted.put("startsAt", at(from).toString());
        wanted.put("endsAt", at(to).toString());
        if (!remote) wanted.put("place", Map.of("name", "Level, by the cafe"));
        return Work.open(organiser, wanted);
    }

    private static Instant at(int minutes) {
        return SATURDAY.plus(minutes, ChronoUnit.MINUTES);
    }
}
