package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.authority.Role.VERIFIER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which results somebody looks at, where they wait for it, and who did not come. */
@QuarkusTest
class VerificationResourceTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    People people;

    private final String town = People.freshTown();

    @Test
    void where_nothing_is_looked_at_a_result_is_verified_at_once_by_nobody() {
        var ada = people.member(town);
        var hold = Work.claim(ada, looked(people.with(ORGANISER, town), Map.of("mode", "NONE")));
        ada.post("/assignments/{id}/complete", Work.completion(1), hold)
                .statusCode(200)
                .body("status", is("VERIFIED"))
                .body("verifiedBy", nullValue())
                .body("verifiedAt", nullValue());
        assertThat(journal(hold))
                .containsExactly("assignment.claimed HELD", "assignment.completed DONE", "assignment.passed VERIFIED");
        assertThat(Sql.column(UUID.class, "select actor_id from journal where subject_id = ? order by seq", hold))
                .containsExactly(ada.id(), ada.id(), null);
    }

    @Test
    void a_sample_is_drawn_by_chance() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.member(town);
        var sample = Map.of("mode", "SAMPLE", "percent", 20);
        assertThat(doneWith(19, ada, looked(organiser, sample))).isEqualTo("DONE");
        assertThat(doneWith(20, ada, looked(organiser, sample))).isEqualTo("VERIFIED");
        assertThat(doneWith(0, ada, looked(organiser, sample))).isEqualTo("DONE");
        assertThat(doneWith(99, ada, looked(organiser, sample))).isEqualTo("VERIFIED");
    }

    @Test
    void the_first_results_of_a_person_are_looked_at() {
        var organiser = people.with(ORGANISER, town);
        var newPeople = Map.of("mode", "NEW_PEOPLE", "first", 2);
        var ada = people.member(town);
        assertThat(done(ada, looked(organiser, newPeople))).isEqualTo("DONE");
        assertThat(done(ada, looked(organiser, Map.of("mode", "NONE")))).isEqualTo("VERIFIED");
        assertThat(done(ada, looked(organiser, newPeople))).isEqualTo("VERIFIED");
        assertThat(done(people.member(town), looked(organiser, newPeople))).isEqualTo("DONE");
    }

    @Test
    void a_result_that_was_not_accepted_is_none_of_the_first() {
        var organiser = people.with(ORGANISER, town);
        var newPeople = Map.of("mode", "NEW_PEOPLE", "first", 1);
        var ada = people.member(town);
        var first = Work.done(ada, looked(organiser, newPeople));
        people.with(VERIFIER, town)
                .post("/assignments/{id}/reject", Map.of("reason", "Another street."), first)
                .statusCode(200);
        assertThat(done(ada, looked(organiser, newPeople))).isEqualTo("DONE");
        assertThat(done(ada, looked(organiser, newPeople))).isEqualTo("VERIFIED");
    }

    @Test
    void everything_is_looked_at_where_nobody_said_otherwise() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.member(town);
        for (var i = 0; i < 3; i++)
            assertThat(done(ada, Work.open(organiser, town, 1))).isEqualTo("DONE");
    }

    @Test
    void trust_grows_with_what_somebody_looked_at_and_not_with_what_was_passed() {
        var organiser = people.with(ORGANISER, town);
        var verifier = people.with(VERIFIER, town);
        var ada = people.member(town);
        var ben = people.member(town);
        for (var i = 0; i < 2; i++) {
            done(ada, looked(organiser, Map.of("mode", "NONE")));
            verifier.act("/assignments/{id}/verify", Work.done(ben, Work.open(organiser, town, 1)))
                    .statusCode(200)
                    .body("verifiedBy", is(verifier.id().toString()))
                    .body("verifiedAt", notNullValue());
        }
        for (var i = 0; i < 3; i++) {
            Work.claim(ada, Work.open(organiser, town, 1));
            Work.claim(ben, Work.open(organiser, town, 1));
        }
        refused(ada.put("/tasks/{id}/claim", Work.open(organiser, town, 1)), 409, "claim-limit")
                .body("limit", is(3));
        Work.claim(ben, Work.open(organiser, town, 1));
    }

    @Test
    void what_waits_is_listed_oldest_first_with_the_whole_branch_and_without_ones_own() {
        people.grow(town + ".hove");
        var organiser = people.with(ORGANISER, town);
        var verifier = people.with(VERIFIER, town);
        var first = Work.done(people.member(town, "Ada Lovelace"), Work.open(organiser, town, 1));
        var below = Work.done(people.member(town + ".hove"), Work.open(organiser, town + ".hove", 1));
        var last = Work.done(people.member(town), Work.open(organiser, town, 1));
        Work.done(verifier, Work.open(organiser, town, 1));
        Work.claim(people.member(town), Work.open(organiser, town, 1));
        verifier.get("/groups/{path}/verifications", town)
                .statusCode(200)
                .body("items.id", contains(first.toString(), below.toString(), last.toString()))
                .body("items.group", contains(town, town + ".hove", town))
                .body("items[0].name", is("Ada L."))
                .body("items[0].outcome.code", is("doors-knocked"));
        verifier.get("/groups/{path}/verifications", town + ".hove").body("items.id", contains(below.toString()));
        verifier.act("/assignments/{id}/verify", first).statusCode(200);
        verifier.post("/assignments/{id}/reject", Map.of("reason", "No."), below)
                .statusCode(200);
        verifier.get("/groups/{path}/verifications", town).body("items.id", contains(last.toString()));
    }

    @Test
    void what_waits_comes_in_pages() {
        var organiser = people.with(ORGANISER, town);
        var verifier = people.with(VERIFIER, town);
        var task = Work.open(organiser, town, 5);
        var waiting = new ArrayList<String>();
        for (var i = 0; i < 5; i++)
            waiting.add(Work.done(people.member(town), task).toString());
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var request = verifier.request().queryParam("limit", 2);
            if (cursor != null) request.queryParam("cursor", cursor);
            var page = request.get("/groups/{path}/verifications", town)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.<List<String>>path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);
        assertThat(seen).containsExactlyElementsOf(waiting);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 200", "STEWARD, 403"})
    void who_may_list_what_waits(String role, int status) {
        Work.done(people.member(town), Work.open(people.with(ORGANISER, town), town, 1));
        var answer = people.as(role, town).get("/groups/{path}/verifications", town);
        if (status == 200) answer.statusCode(200).body("items", hasSize(1));
        else refused(answer, 403, "no-mandate").body("capability", is("TASK_VERIFY"));
    }

    @Test
    void the_list_shows_holds_and_needs_what_lets_one_see_them() {
        people.grow(town);
        var onlyVerifies = people.member(town);
        people.lead(town)
                .post(
                        "/mandates",
                        Map.of("memberId", onlyVerifies.id(), "group", town, "capabilities", List.of("TASK_VERIFY")))
                .statusCode(201);
        refused(onlyVerifies.get("/groups/{path}/verifications", town), 403, "no-mandate")
                .body("capability", is("ASSIGNMENT_READ"));
        unseen(onlyVerifies.get("/groups/{path}/verifications", town + ".nowhere"));
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 403", "TRAINER, 404", "VERIFIER, 200", "STEWARD, 404"})
    void who_may_report_a_no_show(String role, int status) {
        var hold = Work.claim(people.member(town), started(people.with(ORGANISER, town)));
        var answer = people.as(role, town).act("/assignments/{id}/no-show", hold);
        switch (status) {
            case 200 -> answer.statusCode(200).body("status", is("NO_SHOW")).body("endedAt", notNullValue());
            case 403 -> refused(answer, 403, "no-mandate");
            default -> unseen(answer);
        }
    }

    @Test
    void who_did_not_come_loses_the_place_and_some_trust() {
        var organiser = people.with(ORGANISER, town);
        var task = started(organiser);
        var ada = people.member(town);
        var hold = Work.claim(ada, task);
        people.with(VERIFIER, town).act("/assignments/{id}/no-show", hold).statusCode(200);
        assertThat(Work.taken(organiser, task)).isZero();
        assertThat(journal(hold)).containsExactly("assignment.claimed HELD", "assignment.missed NO_SHOW");
        refused(ada.post("/assignments/{id}/complete", Work.completion(1), hold), 409, "lease-lost")
                .body("state", is("NO_SHOW"));
        for (var i = 0; i < 2; i++) Work.claim(ada, Work.open(organiser, town, 1));
        refused(ada.put("/tasks/{id}/claim", Work.open(organiser, town, 1)), 409, "claim-limit")
                .body("limit", is(2));
    }

    @Test
    void nobody_misses_what_has_not_begun_or_has_no_time() {
        var organiser = people.with(ORGANISER, town);
        var verifier = people.with(VERIFIER, town);
        var ada = people.member(town);
        var later = Work.claim(ada, between(organiser, HOUR, HOUR.multipliedBy(2)));
        refused(verifier.act("/assignments/{id}/no-show", later), 409, "not-started")
                .body("startsAt", notNullValue());
        var anyTime = Work.claim(ada, Work.open(organiser, town, 1));
        refused(verifier.act("/assignments/{id}/no-show", anyTime), 409, "not-scheduled");
        ada.get("/assignments/{id}", later).body("status", is("HELD"));
    }

    @Test
    void nobody_reports_themselves_or_what_is_done_or_only_offered() {
        var lead = people.with(LEAD, town);
        var task = between(lead, HOUR.negated(), HOUR, 4);
        refused(lead.act("/assignments/{id}/no-show", Work.claim(lead, task)), 403, "self-verification");
        var done = Work.done(people.member(town), task);
        refused(lead.act("/assignments/{id}/no-show", done), 409, "assignment-state");
        var offered = Work.offer(lead, task, people.member(town));
        refused(lead.act("/assignments/{id}/no-show", offered), 409, "assignment-state");
        unseen(lead.act("/assignments/{id}/no-show", UUID.randomUUID()));
        assertThat(Work.taken(lead, task)).isEqualTo(3);
    }

    @Test
    void a_repeated_key_reports_once() {
        var verifier = people.with(VERIFIER, town);
        var hold = Work.claim(people.member(town), started(people.with(ORGANISER, town)));
        for (var i = 0; i < 2; i++) {
            verifier.request()
                    .header("Idempotency-Key", "no-show-" + hold)
                    .post("/assignments/{id}/no-show", hold)
                    .then()
                    .statusCode(200)
                    .body("status", is("NO_SHOW"));
        }
        assertThat(journal(hold)).hasSize(2);
    }

    private UUID looked(Person organiser, Map<String, ?> verification) {
        return Work.open(organiser, Work.leaflets(town, "verification", verification));
    }

    /** A task that began an hour ago and goes on. */
    private UUID started(Person organiser) {
        return between(organiser, HOUR.negated(), HOUR);
    }

    private UUID between(Person organiser, Duration start, Duration end) {
        return between(organiser, start, end, 1);
    }

    private UUID between(Person organiser, Duration start, Duration end, int capacity) {
        var wanted = Work.leaflets(town, "startsAt", Instant.now().plus(start).toString());
        wanted.put("endsAt", Instant.now().plus(end).toString());
        wanted.put("capacity", capacity);
        return Work.open(organiser, wanted);
    }

    /** What becomes of a result when chance says this number of a hundred. */
    private static String doneWith(int drawn, Person person, UUID task) {
        QuarkusMock.installMockForType(
                new RandomGenerator() {
                    @Override
                    public long nextLong() {
                        throw new AssertionError("Only a number below a hundred is asked for");
                    }

                    @Override
                    public int nextInt(int bound) {
                        assertThat(bound).isEqualTo(100);
                        return drawn;
                    }
                },
                RandomGenerator.class);
        return done(person, task);
    }

    private static String done(Person person, UUID task) {
        var hold = Work.done(person, task);
        return person.get("/assignments/{id}", hold).extract().path("status");
    }

    private static List<String> journal(UUID hold) {
        return Sql.column(
                String.class,
                "select type || ' ' || (data ->> 'status') from journal where subject_id = ? order by seq",
                hold);
    }
}
