package org.barnstorm.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.mandate.Offices.grant;
import static org.barnstorm.mandate.Offices.keeper;
import static org.barnstorm.mandate.Offices.revoke;
import static org.barnstorm.mandate.Offices.rows;
import static org.barnstorm.mandate.Offices.suspend;
import static org.barnstorm.mandate.Offices.suspension;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SuspensionTest {
    @Inject
    People people;

    @Inject
    SuspensionSweeper sweeper;

    private final String town = People.freshTown();

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 201", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_suspend(String role, int status) {
        var answer = suspend(people.as(role, town), town, people.member(town));
        if (status == 201) answer.statusCode(201);
        else refused(answer, 403, "no-mandate");
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 200"})
    void who_may_list_suspensions(String role, int status) {
        suspend(people.lead(town), town, people.member(town)).statusCode(201);
        var answer = people.as(role, town).get("/groups/{path}/suspensions", town);
        if (status == 200) answer.statusCode(200).body("items.group", hasItem(town));
        else refused(answer, 403, "no-mandate");
    }

    /** An organiser sees the members, and not which of them is suspended. */
    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 200"})
    void who_may_list_those_who_are_suspended(String role, int status) {
        suspend(people.lead(town), town, people.member(town)).statusCode(201);
        var answer = people.as(role, town).get("/groups/{path}/members?status=SUSPENDED", town);
        if (status == 200) answer.statusCode(200).body("items.status", hasItem("SUSPENDED"));
        else refused(answer, 403, "no-mandate");
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 404", "TRAINER, 404", "VERIFIER, 404", "STEWARD, 403"})
    void who_may_lift_a_suspension(String role, int status) {
        var person = people.as(role, town);
        var id = begun(role.equals("LEAD") ? person : people.lead(town), people.member(town));
        var answer = person.act("/suspensions/{id}/lift", id);
        if (status == 200)
            answer.statusCode(200).body("liftedBy", is(person.id().toString()));
        else if (status == 403) refused(answer, 403, "no-mandate");
        else unseen(answer);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_look_at_what_a_suspension_would_do(String role, int status) {
        var whom = people.with(ORGANISER, town);
        Work.open(whom, town, 1);
        var answer = people.as(role, town).get("/groups/{path}/suspension-preview?member={member}", town, whom.id());
        if (status == 200) answer.statusCode(200).body("mandates", is(1)).body("tasks", is(1));
        else refused(answer, 403, "no-mandate");
    }

    @Test
    void I_19_who_is_suspended_does_nothing_there_from_the_answer_on() {
        var ada = people.with(ORGANISER, town);
        var task = Work.open(people.lead(town), town, 3);
        var id = begun(people.lead(town), ada);
        refused(ada.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        unseen(ada.put("/tasks/{id}/claim", task));
        refused(ada.put("/groups/{path}/membership", town + "x"), 404, "not-found");
        ada.get("/me/mandates").body("items.status", hasItem("SUSPENDED"));
        ada.get("/me").body("memberships.status", hasItem("SUSPENDED"));
        ada.get("/suspensions/{id}", id)
                .statusCode(200)
                .body("reason", is("Three people reported it."))
                .body("until", notNullValue());
    }

    @Test
    void one_can_appeal_to_a_lead_who_did_not_decide_it() {
        var near = people.with(LEAD, town);
        var id = begun(near, people.member(town));
        people.lead(town)
                .get("/suspensions/{id}", id)
                .body("appealTo", is(people.lead(town).id().toString()));
    }

    @Test
    void it_reaches_everything_below_and_nothing_beside() {
        var ada = people.with(ORGANISER, town);
        var below = town + ".quarter";
        people.grow(below);
        people.appoint(ada, ORGANISER, below);
        ada.put("/groups/{path}/membership", below).statusCode(200);
        var elsewhere = People.freshTown();
        people.appoint(ada, ORGANISER, elsewhere);
        begun(people.lead(town), ada);
        refused(ada.post("/tasks", Work.leaflets(below)), 403, "no-mandate");
        ada.post("/tasks", Work.leaflets(elsewhere)).statusCode(201);
        var quarter = town + ".other";
        people.grow(quarter);
        refused(ada.put("/groups/{path}/membership", quarter), 403, "you-are-suspended");
    }

    @Test
    void what_they_delegated_rests_too_and_open_work_goes_to_the_lead() {
        var ada = people.newcomer();
        people.appoint(ada, LEAD, town);
        var ben = people.newcomer();
        grant(ada, ben, ORGANISER, town, "DELEGATED");
        var adas = Work.open(ada, town, 1);
        var bens = Work.open(ben, town, 1);
        begun(people.lead(town), ada);
        refused(ben.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        assertThat(keeper(adas)).isEqualTo(people.lead(town).id());
        assertThat(keeper(bens)).isEqualTo(people.lead(town).id());
        Invariants.hold();
    }

    @Test
    void I_31_lifting_leaves_every_row_as_it_was() {
        var ada = people.with(LEAD, town);
        grant(ada, people.newcomer(), ORGANISER, town, "DELEGATED");
        Work.open(ada, town, 1);
        var before = rows(town);
        var id = begun(people.lead(town), ada);
        assertThat(rows(town)).isNotEqualTo(before);
        people.lead(town).act("/suspensions/{id}/lift", id).statusCode(200).body("liftedAt", notNullValue());
        assertThat(rows(town)).isEqualTo(before);
        ada.post("/tasks", Work.leaflets(town)).statusCode(201);
        refused(people.lead(town).act("/suspensions/{id}/lift", id), 409, "suspension-over");
        Invariants.hold();
    }

    @Test
    void it_ends_by_itself() {
        var ada = people.with(ORGANISER, town);
        var before = rows(town);
        var id = begun(people.lead(town), ada);
        Sql.run(
                "update suspension set suspended_at = now() - interval '2 days', until = now() - interval '1 second'"
                        + " where id = ?",
                UUID.fromString(id));
        sweeper.sweep();
        assertThat(rows(town)).isEqualTo(before);
        people.lead(town).get("/suspensions/{id}", id).body("liftedAt", notNullValue());
        Invariants.hold();
    }

    @Test
    void of_two_suspensions_both_have_to_end() {
        var ada = people.with(ORGANISER, town);
        var movement = town.split("\\.")[0];
        var before = rows(town);
        var inTown = begun(people.lead(town), ada);
        String above = suspend(people.lead(town), movement, ada)
                .statusCode(201)
                .extract()
                .path("id");
        people.lead(town).act("/suspensions/{id}/lift", inTown).statusCode(200);
        refused(ada.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        ada.get("/me").body("memberships.status", hasItem("SUSPENDED"));
        people.lead(town).act("/suspensions/{id}/lift", above).statusCode(200);
        assertThat(rows(town)).isEqualTo(before);
        Invariants.hold();
    }

    @Test
    void a_mandate_revoked_meanwhile_stays_revoked() {
        var ada = people.newcomer();
        var mandate = people.appoint(ada, ORGANISER, town);
        var id = begun(people.lead(town), ada);
        revoke(people.lead(town), mandate).statusCode(200);
        people.lead(town).act("/suspensions/{id}/lift", id).statusCode(200);
        refused(ada.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        Invariants.hold();
    }

    @Test
    void nobody_gets_authority_or_a_membership_where_they_are_suspended() {
        var ada = people.member(town);
        begun(people.lead(town), ada);
        var grant = Map.of("memberId", ada.id(), "group", town, "role", ORGANISER);
        refused(people.lead(town).post("/mandates", grant), 409, "suspended");
    }

    @Test
    void neither_by_approval_nor_by_a_course() {
        var quiet = town + ".quiet";
        people.grow(town);
        var lead = people.lead(town);
        lead.post("/groups", Map.of("path", quiet, "name", "Quiet", "joinPolicy", "REQUEST"))
                .statusCode(201);
        var ada = people.member(town);
        String request = ada.put("/groups/{path}/membership", quiet)
                .statusCode(200)
                .extract()
                .path("id");
        var wanted = Map.of(
                "group",
                town,
                "title",
                "Listening",
                "description",
                "x",
                "award",
                Map.of("role", "ORGANISER", "months", 1));
        String course = lead.post("/courses", wanted).statusCode(201).extract().path("id");
        var id = begun(lead, ada);
        refused(lead.act("/memberships/{id}/approve", request), 409, "suspended");
        var learnt = Map.of("memberId", ada.id(), "group", town);
        refused(lead.post("/courses/{id}/completions", learnt, course), 409, "not-a-member");
        lead.act("/suspensions/{id}/lift", id).statusCode(200);
        lead.act("/memberships/{id}/approve", request).statusCode(200);
        lead.post("/courses/{id}/completions", learnt, course).statusCode(201);
    }

    @Test
    void nobody_suspends_themselves_or_whom_their_authority_comes_from() {
        var lead = people.newcomer();
        people.appoint(lead, LEAD, town);
        var deputy = people.newcomer();
        grant(lead, deputy, LEAD, town, "APPOINTED");
        refused(suspend(lead, town, lead), 403, "self-suspension");
        refused(suspend(deputy, town, lead), 403, "own-grantor");
        lead.post("/tasks", Work.leaflets(town)).statusCode(201);
    }

    @Test
    void what_a_lead_further_up_decided_nobody_below_lifts() {
        var below = people.with(LEAD, town);
        var whom = people.member(town);
        var id = begun(people.lead(town), whom);
        refused(below.act("/suspensions/{id}/lift", id), 403, "ended-above");
    }

    @Test
    void it_has_an_end_that_is_not_far_and_a_reason() {
        var lead = people.lead(town);
        var whom = people.member(town);
        var wanted = suspension(whom);
        wanted.put("until", Instant.now().plus(Duration.ofDays(91)).toString());
        refused(lead.post("/groups/{path}/suspensions", wanted, town), 422, "suspension-too-long");
        wanted.put("until", Instant.now().minusSeconds(60).toString());
        refused(lead.post("/groups/{path}/suspensions", wanted, town), 422, "term-backwards");
        wanted.put("reason", " ");
        refused(lead.post("/groups/{path}/suspensions", wanted, town), 422, "invalid-input");
        begun(lead, whom);
        refused(suspend(lead, town, whom), 409, "already-suspended");
        unseen(lead.post("/groups/{path}/suspensions", unknown(), town));
    }

    @Test
    void nothing_rests_that_the_preview_did_not_show() {
        var ada = people.with(ORGANISER, town);
        var lead = people.lead(town);
        var wanted = suspension(ada);
        wanted.put("expected", "something else");
        refused(lead.post("/groups/{path}/suspensions", wanted, town), 409, "preview-stale");
        String expected = lead.get("/groups/{path}/suspension-preview?member={member}", town, ada.id())
                .extract()
                .path("expected");
        wanted.put("expected", expected);
        lead.post("/groups/{path}/suspensions", wanted, town).statusCode(201);
    }

    @Test
    void of_many_at_once_one_suspends() {
        var ada = people.with(ORGANISER, town);
        var lead = people.lead(town);
        var answers =
                Concurrently.times(8, () -> suspend(lead, town, ada).extract().statusCode());
        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
        Invariants.hold();
    }

    private Map<String, Object> unknown() {
        var wanted = suspension(people.newcomer());
        wanted.put("memberId", UUID.randomUUID());
        return wanted;
    }

    private String begun(Person by, Person whom) {
        return suspend(by, town, whom).statusCode(201).extract().path("id");
    }
}
