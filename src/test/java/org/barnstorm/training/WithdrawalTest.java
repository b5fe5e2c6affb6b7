package org.barnstorm.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.Lessons;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Wire;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Qualifications that end: withdrawn, or about to run out. */
@QuarkusTest
class WithdrawalTest {
    private static final Map<String, Object> YEAR =
            Map.of("validMonths", 12, "award", Map.of("role", Role.ORGANISER, "months", 12));

    @Inject
    People people;

    @Inject
    QualificationSweeper sweeper;

    private final String town = People.freshTown();

    @AfterEach
    void invariants_hold() {
        Invariants.hold();
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 404", "TRAINER, 403", "VERIFIER, 404", "STEWARD, 404"})
    void who_may_withdraw(String role, int status) {
        var learner = people.member(town);
        var qualification = qualify(learner);
        var answer = withdraw(people.as(role, town), qualification);
        if (status == 404) unseen(answer);
        if (status == 403) refused(answer, 403, "no-mandate");
        if (status == 200) answer.statusCode(200).body("status", is("WITHDRAWN"));
    }

    @Test
    void what_it_earned_is_over_at_the_next_request_and_it_counts_for_nothing() {
        var lead = people.lead(town);
        var learner = people.member(town);
        var qualification = qualify(learner);
        String course = learner.get("/qualifications").extract().path("items[0].courseId");
        var task = Work.open(lead, Work.leaflets(town, "requiredCourseId", course));
        learner.post("/tasks", Work.leaflets(town)).statusCode(201);
        withdraw(lead, qualification).statusCode(200).body("withdrawReason", is("Was rude."));
        refused(learner.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        refused(learner.put("/tasks/{id}/claim", task), 409, "not-qualified");
        learner.get("/me/mandates").body("items.status", contains("REVOKED"));
        refused(withdraw(lead, qualification), 409, "qualification-withdrawn");
        lead.get("/journal?group=" + town + "&limit=200").body(not(containsString("rude")));
    }

    @Test
    void what_it_earned_is_not_restored_even_if_it_was_revoked_before() {
        var lead = people.lead(town);
        var learner = people.member(town);
        var qualification = qualify(learner);
        String mandate = learner.get("/me/mandates").extract().path("items[0].id");
        lead.post("/mandates/{id}/revoke", Map.of("reason", "A pause."), mandate)
                .statusCode(200);
        withdraw(lead, qualification).statusCode(200);
        refused(lead.act("/mandates/{id}/restore", mandate), 409, "not-restorable");
    }

    /** A trainer does not give back by hand what a lead has withdrawn. */
    @Test
    void what_was_withdrawn_is_recorded_again_by_who_may_grant() {
        var learner = people.member(town);
        withdraw(people.lead(town), qualify(learner)).statusCode(200);
        String course = learner.get("/qualifications").extract().path("items[0].courseId");
        var record = Map.of("memberId", learner.id(), "group", town);
        refused(people.with(Role.TRAINER, town).post("/courses/{id}/completions", record, course), 403, "no-mandate");
        people.with(Role.LEAD, town)
                .post("/courses/{id}/completions", record, course)
                .statusCode(201);
    }

    /** As for every revocation: the answer is the end (I-19). */
    @Test
    void no_write_goes_through_after_the_answer() {
        var lead = Wire.of(people.lead(town));
        for (var i = 0; i < 5; i++) {
            var learner = people.member(town);
            var qualification = qualify(learner);
            var wire = Wire.of(learner);
            List<Callable<Wire.Answer>> acts = new ArrayList<>();
            acts.add(() -> Wire.patiently(
                    () -> lead.post("/qualifications/" + qualification + "/withdraw", Map.of("reason", "Rude."))));
            for (var j = 0; j < 6; j++) acts.add(() -> wire.post("/tasks", Work.leaflets(town)));
            var answers = Concurrently.race(acts);
            assertThat(answers.get(0).kind()).isEqualTo("200");
            assertThat(wire.post("/tasks", Work.leaflets(town)).kind()).isEqualTo("403 no-mandate");
            var late = Sql.value(
                    Long.class,
                    "select count(*) from journal j join mandate m on m.id = j.mandate_id"
                            + " where m.qualification_id = ? and j.at > (select at from journal"
                            + " where subject_id = m.id and type = 'mandate.revoked')",
                    qualification);
            assertThat(late).isZero();
        }
    }

    @Test
    void one_can_withdraw_ones_own_where_one_may_withdraw_any() {
        var lead = people.with(Role.LEAD, town);
        var course = Lessons.course(people.lead(town), town, YEAR, Lessons.reading("one"));
        var enrolment = Lessons.enrol(lead, course, town);
        Lessons.done(lead, enrolment, "one").statusCode(200);
        withdraw(lead, Lessons.qualification(lead, enrolment)).statusCode(200);
    }

    @Test
    void a_holder_is_warned_once_thirty_days_before_the_end() {
        var learner = people.member(town);
        var soon = qualify(learner);
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofDays(334)), Clock.class);
        sweeper.sweep();
        assertThat(Work.journaled(soon, "qualification.expiring")).isZero();
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofDays(336)), Clock.class);
        Concurrently.times(4, sweeper::sweep);
        sweeper.sweep();
        assertThat(Work.journaled(soon, "qualification.expiring")).isEqualTo(1);
        learner.get("/qualifications/{id}", soon).body("status", is("EXPIRING"));
    }

    @Test
    void who_has_renewed_or_lost_it_is_not_warned() {
        var withdrawn = qualify(people.member(town));
        withdraw(people.lead(town), withdrawn).statusCode(200);
        var learner = people.member(town);
        var old = qualify(learner);
        Sql.run("update qualification set expires_at = now() + interval '340 days' where id = ?", old);
        String course = learner.get("/qualifications/{id}", old).extract().path("courseId");
        Sql.run(
                "insert into qualification (id, course_id, member_id, group_id, completed_at, expires_at, created_at)"
                        + " select gen_random_uuid(), course_id, member_id, group_id, now(), now() + interval '2 years',"
                        + " now() from qualification where id = ?",
                old);
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofDays(336)), Clock.class);
        sweeper.sweep();
        assertThat(Work.journaled(withdrawn, "qualification.expiring")).isZero();
        assertThat(Work.journaled(old, "qualification.expiring")).isZero();
        Sql.run(
                "delete from qualification where course_id = ? and recorded_by is null and version_id is null",
                UUID.fromString(course));
    }

    private UUID qualify(Person learner) {
        var course = Lessons.course(people.lead(town), town, YEAR, Lessons.reading("one"));
        var enrolment = Lessons.enrol(learner, course, town);
        Lessons.done(learner, enrolment, "one").body("status", is("COMPLETED"));
        return Lessons.qualification(learner, enrolment);
    }

    private static io.restassured.response.ValidatableResponse withdraw(Person by, UUID qualification) {
        return by.post("/qualifications/{id}/withdraw", Map.of("reason", "Was rude."), qualification);
    }
}
