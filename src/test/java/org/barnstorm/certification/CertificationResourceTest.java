package org.barnstorm.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Statements;
import org.barnstorm.testing.Work;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CertificationResourceTest {
    @Inject
    People people;

    @Inject
    CertificationSweeper sweeper;

    @Inject
    MeterRegistry meters;

    private final String town = People.freshTown();

    @ParameterizedTest
    @CsvSource({"MEMBER, 3", "LEAD, 3", "ORGANISER, 3", "TRAINER, 3", "VERIFIER, 3", "STEWARD, 3"})
    void who_may_see_the_numbers(String role, int criteria) {
        shown(town, people.as(role, town)).body("criteria", hasSize(criteria));
    }

    @Test
    void everybody_sees_that_it_is_certified_and_strangers_no_numbers() {
        people.grow(town);
        shown(town, people.newcomer()).body("status", is("NONE")).body("criteria", nullValue());
        shown(town, people.lead(town)).body("criteria", hasSize(3));
        unseen(people.newcomer().get("/groups/{path}/certification", town + ".nowhere"));
    }

    @Test
    void a_group_with_leads_members_and_verified_work_earns_it() {
        var earning = Earning.in(people, town);
        shown(town, earning.lead())
                .body("status", is("NONE"))
                .body("criteria.criterion", contains("LEADS", "MEMBERS", "RESULTS"))
                .body("criteria.number", contains(1, 5, 3))
                .body("criteria.needed", contains(1, 5, 3))
                .body("criteria.met", everyItem(is(true)))
                .body("unlocks", empty());
        sweeper.sweep();
        shown(town, people.newcomer()).body("status", is("CERTIFIED")).body("earnedAt", notNullValue());
        assertThat(earning.steps()).containsExactly("certification.earned");
        sweeper.sweep();
        assertThat(earning.steps()).hasSize(1);
        Invariants.hold();
    }

    @Test
    void it_says_until_when_each_criterion_holds() {
        var earning = Earning.in(people, town);
        var done = earning.results().stream()
                .map(result ->
                        Sql.value(java.sql.Timestamp.class, "select completed_at from assignment where id = ?", result))
                .map(java.sql.Timestamp::toInstant)
                .sorted()
                .toList();
        var ends = Instant.now().plus(Duration.ofDays(40)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        Sql.run(
                "update mandate set valid_until = ? where member_id = ?",
                java.sql.Timestamp.from(ends),
                earning.lead().id());
        var answer = shown(town, earning.lead());
        assertThat(Instant.parse(answer.extract().path("criteria[0].until"))).isEqualTo(ends);
        answer.body("criteria[1].until", nullValue());
        // Three are needed and there are three: the oldest decides.
        assertThat(Instant.parse(answer.extract().path("criteria[2].until")))
                .isEqualTo(done.get(0).plus(Duration.ofDays(60)));
    }

    @Test
    void a_second_lead_carries_it_further_and_is_counted_once() {
        var earning = Earning.in(people, town);
        var second = people.with(Role.LEAD, town);
        people.appoint(second, Role.LEAD, town);
        var soon = java.sql.Timestamp.from(Instant.now().plus(Duration.ofDays(3)));
        Sql.run(
                "update mandate set valid_until = ? where member_id = ?",
                soon,
                earning.lead().id());
        var far = Instant.now().plus(Duration.ofDays(300));
        var answer = shown(town, second).body("criteria[0].number", is(2));
        assertThat(Instant.parse(answer.extract().path("criteria[0].until"))).isAfter(far);
    }

    @Test
    void what_nobody_verified_what_is_old_and_what_others_did_is_not_its_work() {
        var earning = Earning.in(people, town);
        Sql.run(
                "update assignment set completed_at = completed_at - interval '61 days' where id = ?",
                earning.results().get(0));
        Work.done(earning.members().get(1), Work.open(earning.lead(), town, 1));
        Earning.in(people, town + ".quarter");
        shown(town, earning.lead()).body("criteria[2].number", is(2)).body("criteria[2].met", is(false));
        sweeper.sweep();
        shown(town, earning.lead()).body("status", is("NONE"));
    }

    @Test
    void what_is_missing_is_announced_and_lapses_31_days_later() {
        var earning = Earning.in(people, town);
        sweeper.sweep();
        earning.loseOne();
        sweeper.sweep();
        var warned = shown(town, people.newcomer()).body("status", is("WARNED"));
        var lapses = Instant.parse(warned.extract().path("lapsesAt"));
        assertThat(Duration.between(Instant.now(), lapses)).isBetween(Duration.ofDays(30), Duration.ofDays(31));
        sweeper.sweep();
        shown(town, earning.lead()).body("status", is("WARNED")).body("criteria[1].met", is(false));
        earning.letDayCome();
        sweeper.sweep();
        shown(town, earning.lead())
                .body("status", is("LAPSED"))
                .body("lapsedAt", notNullValue())
                .body("lapsesAt", nullValue());
        earning.comeBack();
        sweeper.sweep();
        shown(town, earning.lead()).body("status", is("CERTIFIED")).body("lapsedAt", nullValue());
        assertThat(earning.steps())
                .containsExactly(
                        "certification.earned",
                        "certification.warned",
                        "certification.lapsed",
                        "certification.earned-again");
        Invariants.hold();
    }

    @Test
    void who_finds_another_member_in_time_keeps_it() {
        var earning = Earning.in(people, town);
        sweeper.sweep();
        earning.loseOne();
        sweeper.sweep();
        people.member(town);
        earning.letDayCome();
        sweeper.sweep();
        shown(town, earning.lead()).body("status", is("CERTIFIED")).body("lapsesAt", nullValue());
        assertThat(earning.steps()).endsWith("certification.warned", "certification.secured");
        Invariants.hold();
    }

    @Test
    void a_lead_who_is_revoked_or_suspended_is_not_accountable() {
        var earning = Earning.in(people, town);
        var wanted = Map.of(
                "memberId",
                earning.lead().id(),
                "reason",
                "Reported.",
                "until",
                Instant.now().plus(Duration.ofDays(7)).toString());
        people.lead(town).post("/groups/{path}/suspensions", wanted, town).statusCode(201);
        shown(town, people.lead(town))
                .body("criteria.number", contains(0, 4, 3))
                .body("criteria[0].until", nullValue());
    }

    @Test
    void of_many_sweepers_one_writes() {
        var earning = Earning.in(people, town);
        Concurrently.times(6, () -> sweeper.sweep());
        assertThat(earning.steps()).containsExactly("certification.earned");
        earning.loseOne();
        Concurrently.times(6, () -> sweeper.sweep());
        assertThat(earning.steps()).containsExactly("certification.earned", "certification.warned");
        Invariants.hold();
    }

    @Test
    void however_many_groups_there_are_what_was_done_is_read_once() {
        people.grow(town);
        var rows = IntStream.rangeClosed(0, 500).mapToObj(n -> town + ".g" + n + ",Group " + n + "\n");
        people.lead(town)
                .request()
                .contentType("text/csv")
                .body("path,name\n" + rows.collect(Collectors.joining()))
                .post("/groups/import?mode=atomic")
                .then()
                .statusCode(200);
        sweeper.sweep();
        MDC.put("requestId", town);
        var statements = Statements.follow(town);
        try {
            sweeper.sweep();
        } finally {
            MDC.remove("requestId");
        }
        assertThat(statements)
                .filteredOn(sql -> sql.contains("from membership"))
                .hasSizeGreaterThan(1);
        assertThat(statements)
                .filteredOn(sql -> sql.contains("from assignment a"))
                .hasSize(1);
    }

    @Test
    void a_branch_lists_its_certified_groups() {
        var before =
                meters.counter("barnstorm.certifications", "step", "earned").count();
        Earning.in(people, town);
        people.grow(town + ".quiet");
        sweeper.sweep();
        assertThat(meters.counter("barnstorm.certifications", "step", "earned").count())
                .isGreaterThan(before);
        var movement = town.split("\\.")[0];
        people.newcomer()
                .get("/groups/{path}/certifications", movement)
                .statusCode(200)
                .body("items.group", contains(town))
                .body("items[0].criteria", nullValue());
        people.newcomer()
                .get("/groups/{path}/certifications?status=CERTIFIED", movement)
                .body("items.group", hasItem(town));
        people.newcomer()
                .get("/groups/{path}/certifications?status=LAPSED", movement)
                .body("items", empty());
        refused(
                people.newcomer().get("/groups/{path}/certifications?status=SOON", movement),
                400,
                "malformed-parameter");
    }

    private static ValidatableResponse shown(String group, org.barnstorm.testing.Person to) {
        return to.get("/groups/{path}/certification", group).statusCode(200);
    }
}
