package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Work.leaflets;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import org.barnstorm.testing.Statements;
import org.barnstorm.testing.TestStack;
import org.barnstorm.testing.Wire;
import org.barnstorm.testing.Wire.Answer;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Taking the best there is, alone and in a crowd. */
@QuarkusTest
class NextClaimTest {
    private static final String CLAIM = "/me/next/claim";
    private static final Map<String, Object> ANYTHING = Map.of();

    @Inject
    People people;

    private final String town = People.freshTown();

    @ParameterizedTest
    @CsvSource({"MEMBER, 200", "LEAD, 200", "ORGANISER, 200", "TRAINER, 200", "VERIFIER, 200", "STEWARD, 200"})
    void who_may_take_the_next(String role, int status) {
        Work.open(people.with(ORGANISER, town), town, 1);
        people.as(role, town).post(CLAIM, ANYTHING).statusCode(status).body("status", is("HELD"));
    }

    @Test
    void the_first_of_the_suggestions_is_taken_then_the_second() {
        var organiser = people.with(ORGANISER, town);
        for (var i = 0; i < 3; i++) Work.open(organiser, soon(i));
        var member = people.member(town);
        for (var i = 0; i < 3; i++) {
            String best = member.get("/me/next?minutes=60").extract().path("items[0].id");
            member.post(CLAIM, Map.of("minutes", 60))
                    .statusCode(200)
                    .body("taskId", is(best))
                    .body("source", is("CLAIM"));
        }
        refused(member.post(CLAIM, ANYTHING), 409, "claim-limit").body("holds", hasSize(3));
    }

    @Test
    void a_wish_counts_as_in_the_list() {
        var organiser = people.with(ORGANISER, town);
        Work.open(organiser, leaflets(town, "effortMinutes", 90));
        var member = people.member(town);
        refused(member.post(CLAIM, Map.of("minutes", 30)), 409, "nothing-next");
        refused(member.post(CLAIM, Map.of("remote", false)), 409, "nothing-next");
        refused(member.post(CLAIM, Map.of("lat", 50.8)), 422, "invalid-input");
        refused(member.post(CLAIM, Map.of("lat", 50.8, "lon", 200)), 422, "invalid-input");
        refused(member.post(CLAIM, Map.of("hurry", true)), 400, "malformed-json");
        member.post(CLAIM, Map.of("minutes", 90, "remote", true, "lat", 50.8, "lon", -0.1))
                .statusCode(200);
    }

    @Test
    void who_is_in_no_group_is_told_to_join_one() {
        refused(people.newcomer().post(CLAIM, ANYTHING), 409, "nothing-next");
    }

    @Test
    void a_repeat_with_the_same_key_takes_nothing_more() {
        var organiser = people.with(ORGANISER, town);
        for (var i = 0; i < 2; i++) Work.open(organiser, soon(i));
        var member = people.member(town);
        var key = UUID.randomUUID().toString();
        String first = keyed(member, key, ANYTHING).statusCode(200).extract().path("id");
        keyed(member, key, ANYTHING).statusCode(200).body("id", is(first));
        refused(keyed(member, key, Map.of("minutes", 60)), 422, "key-reused");
        refused(keyed(member, "bad key", ANYTHING), 400, "malformed-key");
        assertThat(holds(member)).isEqualTo(1);
        var second = keyed(member, UUID.randomUUID().toString(), ANYTHING).statusCode(200);
        assertThat(second.extract().<String>path("id")).isNotEqualTo(first);
        keyed(member, key, ANYTHING).statusCode(200).body("id", is(first));
    }

    @Test
    void a_key_that_met_nothing_can_be_used_again() {
        var member = people.member(town);
        var key = UUID.randomUUID().toString();
        refused(keyed(member, key, ANYTHING), 409, "nothing-next");
        Work.open(people.with(ORGANISER, town), town, 1);
        keyed(member, key, ANYTHING).statusCode(200);
    }

    @Test
    void I_15_one_key_sent_many_times_at_once_takes_one_place() {
        var organiser = people.with(ORGANISER, town);
        for (var i = 0; i < 3; i++) Work.open(organiser, soon(i));
        for (var wire : Crowd.members(people, town, 5)) {
            var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
            var answers = Concurrently.times(8, () -> wire.post(CLAIM, ANYTHING, key));
            assertThat(answers).extracting(Answer::kind).isSubsetOf("200", "409 busy", "409 nothing-next");
            assertThat(answers.stream().filter(Answer::ok).map(Answer::id).distinct())
                    .hasSizeLessThanOrEqualTo(1);
        }
        assertThat(Sql.value(Long.class, "select sum(taken) from task where created_by = ?", organiser.id()))
                .isEqualTo(3);
        Invariants.hold();
    }

    @Test
    void a_busy_task_is_left_for_the_next_one() throws SQLException {
        var organiser = people.with(ORGANISER, town);
        var best = Work.open(organiser, soon(0));
        var second = Work.open(organiser, soon(1, 2));
        try (var rogue = TestStack.asOwner();
                var lock = rogue.prepareStatement("select 1 from task where id = ? for update")) {
            rogue.setAutoCommit(false);
            lock.setObject(1, best);
            lock.executeQuery();
            people.member(town).post(CLAIM, ANYTHING).statusCode(200).body("taskId", is(second.toString()));
            keyed(people.member(town), UUID.randomUUID().toString(), ANYTHING).statusCode(200);
            rogue.rollback();
        }
    }

    @Test
    void who_is_busy_themselves_is_told_so_at_the_first_task() throws SQLException {
        var organiser = people.with(ORGANISER, town);
        for (var i = 0; i < 5; i++) Work.open(organiser, soon(i));
        var member = people.member(town);
        var locks = tries(member, "select 1 from member where id = ? for no key update", member.id());
        assertThat(locks).filteredOn(sql -> sql.contains("for no key update")).hasSize(1);
        member.post(CLAIM, ANYTHING).statusCode(200);
    }

    @Test
    void a_few_busy_tasks_are_enough_to_be_told_to_come_back() throws SQLException {
        var organiser = people.with(ORGANISER, town);
        for (var i = 0; i < 5; i++) Work.open(organiser, soon(i));
        var member = people.member(town);
        var lock = "select 1 from task where created_by = ? for update";
        var claims = tries(member, lock, organiser.id());
        assertThat(claims).filteredOn(sql -> sql.contains("update task t set")).hasSize(3);
    }

    /** The statements of a claim while somebody else holds these rows. */
    private static List<String> tries(Person member, String lock, UUID of) throws SQLException {
        var requestId = "busy-" + UUID.randomUUID();
        var statements = Statements.follow(requestId);
        try (var rogue = TestStack.asOwner();
                var locking = rogue.prepareStatement(lock)) {
            rogue.setAutoCommit(false);
            locking.setObject(1, of);
            locking.executeQuery();
            var answer = member.request()
                    .header("X-Request-Id", requestId)
                    .contentType(ContentType.JSON)
                    .body(ANYTHING)
                    .post(CLAIM)
                    .then();
            refused(answer, 409, "busy").header("Retry-After", "1");
            rogue.rollback();
        }
        return statements;
    }

    @Test
    void of_fifty_who_want_the_next_as_many_get_one_as_there_are_places() {
        var organiser = people.with(ORGANISER, town);
        var crowd = Crowd.members(people, town, 50);
        for (var i = 0; i < 6; i++) Work.open(organiser, soon(i));
        var answers = Crowd.all(
                50,
                crowd.stream()
                        .<Callable<Answer>>map(wire -> () -> Wire.patiently(() -> wire.post(CLAIM, ANYTHING)))
                        .toList());
        Log.infof("50 want the next of 6 places: %s", Crowd.kinds(answers));
        assertThat(answers).extracting(Answer::kind).isSubsetOf("200", "409 nothing-next");
        assertThat(answers)
                .filteredOn(Answer::ok)
                .hasSize(6)
                .extracting(Answer::id)
                .doesNotHaveDuplicates();
        Invariants.hold();
    }

    @Test
    void nobody_goes_without_while_there_are_places() {
        var organiser = people.with(ORGANISER, town);
        var crowd = Crowd.members(people, town, 50);
        for (var i = 0; i < 10; i++) Work.open(organiser, soon(i, 5));
        var answers = Crowd.all(
                50,
                crowd.stream()
                        .<Callable<Answer>>map(wire -> () -> Wire.patiently(() -> wire.post(CLAIM, ANYTHING)))
                        .toList());
        Log.infof("50 want the next of 50 places: %s", Crowd.kinds(answers));
        assertThat(answers).extracting(Answer::kind).containsOnly("200");
        assertThat(answers.stream().map(answer -> answer.body().path("memberId").asText()))
                .doesNotHaveDuplicates();
        Invariants.hold();
    }

    /** Tasks of which the earlier ones are the better ones. */
    private Map<String, Object> soon(int which) {
        return soon(which, 1);
    }

    private Map<String, Object> soon(int which, int capacity) {
        var start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(7 + which, ChronoUnit.DAYS);
        var wanted = leaflets(town, "startsAt", start.toString());
        wanted.put("endsAt", start.plus(1, ChronoUnit.HOURS).toString());
        wanted.put("capacity", capacity);
        return wanted;
    }

    private static long holds(Person member) {
        return Sql.value(
                Long.class, "select count(*) from assignment where member_id = ? and status = 'HELD'", member.id());
    }

    private static ValidatableResponse keyed(Person person, String key, Map<String, ?> wish) {
        return person.request()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(wish)
                .post(CLAIM)
                .then();
    }
}
