package org.barnstorm.practice.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.Lessons;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.RealLife;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keeping a qualification by doing the work. */
@QuarkusTest
class RenewalByWorkTest {
    private static final Map<String, Object> YEAR =
            Map.of("validMonths", 12, "award", Map.of("role", Role.ORGANISER, "months", 12));

    @Inject
    People people;

    @Inject
    RenewalSweeper sweeper;

    private final String town = People.freshTown();
    private Person lead;
    private Person worker;

    @BeforeEach
    void work_to_do() {
        lead = people.with(Role.LEAD, town);
        worker = people.member(town);
        RealLife.kind(lead, town, "canvass");
    }

    @AfterEach
    void invariants_hold() {
        Invariants.hold();
    }

    @Test
    void the_verdict_that_was_missing_renews_what_runs_out_soon() {
        var course = course(YEAR, 2);
        var old = qualify(worker, course);
        letRunOutIn(old, 20);
        verified();
        sweeper.sweep();
        assertThat(held()).containsExactly(old);
        verified();
        await().untilAsserted(() -> assertThat(held()).hasSize(2));
        worker.get("/qualifications/{id}", held().get(1))
                .body("status", is("VALID"))
                .body("renewsId", is(old.toString()))
                .body("recordedBy", nullValue());
        worker.get("/me/mandates").body("items", hasSize(2));
        assertThat(Work.journaled(held().get(1), "qualification.earned")).isOne();
        verified();
        sweeper.sweep();
        assertThat(held()).hasSize(2);
    }

    @Test
    void what_lasts_is_renewed_when_it_runs_out_soon() {
        var old = qualify(worker, course(YEAR, 1));
        verified();
        sweeper.sweep();
        assertThat(held()).containsExactly(old);
        letRunOutIn(old, 20);
        sweeper.sweep();
        assertThat(held()).hasSize(2);
    }

    @Test
    void work_from_long_ago_and_what_ran_out_do_not_count() {
        var old = qualify(worker, course(YEAR, 1));
        letRunOutIn(old, 20);
        var hold = RealLife.done(lead, worker, town, "canvass");
        Sql.run("update assignment set completed_at = now() - interval '7 months' where id = ?", hold);
        Work.verify(lead, hold);
        sweeper.sweep();
        assertThat(held()).containsExactly(old);
        letRunOutIn(old, -1);
        verified();
        sweeper.sweep();
        assertThat(held()).containsExactly(old);
    }

    @Test
    void who_set_the_rule_who_left_and_where_a_lead_has_the_last_word_renew_otherwise() {
        var own = course(YEAR, 0);
        rule(lead, own, 1).statusCode(201);
        RealLife.qualify(people.lead(town), lead, own, town);
        letRunOutIn(of(lead).get(0), 20);
        var other = people.with(Role.LEAD, town);
        Work.verify(other, RealLife.done(other, lead, town, "canvass"));
        var confirmed = new HashMap<>(YEAR);
        confirmed.put("completion", "CONFIRMED");
        letRunOutIn(qualify(worker, course(confirmed, 1)), 20);
        verified();
        var gone = people.member(town);
        letRunOutIn(qualify(gone, course(YEAR, 1)), 20);
        var hold = RealLife.done(lead, gone, town, "canvass");
        gone.delete("/groups/{path}/membership", town).statusCode(204);
        Work.verify(lead, hold);
        sweeper.sweep();
        assertThat(of(lead)).hasSize(1);
        assertThat(held()).hasSize(1);
        assertThat(of(gone)).hasSize(1);
    }

    @Test
    void what_somebody_revoked_does_not_come_back_by_working_on_or_by_a_refresher() {
        var course = course(YEAR, 1);
        var old = qualify(worker, course);
        letRunOutIn(old, 20);
        revokeAward();
        verified();
        sweeper.sweep();
        assertThat(held()).containsExactly(old);
        worker.get("/me/mandates").body("items.status", contains("REVOKED"));
        var refresher = Lessons.enrol(worker, course, town);
        Lessons.done(worker, refresher, "one").body("status", is("WAITING"));
        people.lead(town).act("/enrolments/{id}/confirm", refresher).body("status", is("COMPLETED"));
        worker.get("/me/mandates").body("items.status", containsInAnyOrder("REVOKED", "LIVE"));
    }

    @Test
    void a_revocation_that_was_taken_back_is_none() {
        var old = qualify(worker, course(YEAR, 1));
        letRunOutIn(old, 20);
        var mandate = revokeAward();
        people.lead(town).act("/mandates/{id}/restore", mandate).statusCode(200);
        verified();
        sweeper.sweep();
        assertThat(held()).hasSize(2);
    }

    private String revokeAward() {
        String mandate = worker.get("/me/mandates").extract().path("items[0].id");
        people.lead(town)
                .post("/mandates/{id}/revoke", Map.of("reason", "A break."), mandate)
                .statusCode(200);
        return mandate;
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 201", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_say_what_renews(String role, int status) {
        var course = Lessons.course(people.lead(town), town, YEAR, Lessons.reading("one"));
        unseen(worker.get("/courses/{id}/renewal", course));
        var answer = rule(people.as(role, town), course, 3);
        if (status == 403) {
            refused(answer, 403, "no-mandate");
            return;
        }
        answer.statusCode(201);
        worker.get("/courses/{id}/renewal", course).statusCode(200).body("work.results", is(3));
        refused(rule(people.lead(town), course, 4), 412, "stale-version");
        lead.request()
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body(Map.of())
                .put("/courses/{id}/renewal", course)
                .then()
                .statusCode(200)
                .body("work", nullValue());
    }

    /** A course whose qualification so much work in half a year renews; none, if it is 0. */
    private String course(Map<String, Object> more, int results) {
        var course = Lessons.course(people.lead(town), town, more, Lessons.reading("one"));
        if (results > 0) rule(people.lead(town), course, results).statusCode(201);
        return course;
    }

    private static ValidatableResponse rule(Person author, String course, int results) {
        return author.request()
                .contentType("application/json")
                .header("If-None-Match", "*")
                .body(Map.of("work", Map.of("kind", "canvass", "results", results, "months", 6)))
                .put("/courses/{id}/renewal", course)
                .then();
    }

    private UUID qualify(Person whom, String course) {
        RealLife.qualify(people.lead(town), whom, course, town);
        return of(whom).get(0);
    }

    private void verified() {
        Work.verify(lead, RealLife.done(lead, worker, town, "canvass"));
    }

    private static void letRunOutIn(UUID qualification, int days) {
        Sql.run(
                "update qualification set completed_at = now() - interval '300 days',"
                        + " expires_at = now() + make_interval(days => ?) where id = ?",
                days,
                qualification);
    }

    private List<UUID> held() {
        return of(worker);
    }

    private static List<UUID> of(Person whom) {
        return Sql.column(UUID.class, "select id from qualification where member_id = ? order by id", whom.id());
    }
}
