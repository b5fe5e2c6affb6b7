package org.barnstorm.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.Lessons;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What two people grant, one alone does not. */
@QuarkusTest
class TwoPersonTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 404", "TRAINER, 404", "VERIFIER, 404", "STEWARD, 404"})
    void who_may_confirm(String role, int status) {
        var second = people.as(role, town); // before there is a rule: a lead would wait as well
        needTwo("TASK_CREATE");
        var answer = confirm(second, pending(people.newcomer()));
        if (status == 200) answer.statusCode(200).body("status", is("LIVE"));
        else unseen(answer);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_set_the_rules(String role, int status) {
        var answer = set(people.as(role, town), "JOURNAL_READ");
        if (status == 200) answer.statusCode(200).body("twoPerson", contains("JOURNAL_READ"));
        else refused(answer, 403, "no-mandate");
    }

    @Test
    void a_grant_waits_until_a_second_person_confirms_it() {
        var second = secondLead();
        needTwo("TASK_CREATE");
        var ada = people.newcomer();
        var id = pending(ada);
        refused(ada.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        confirm(second, id)
                .statusCode(200)
                .body("status", is("LIVE"))
                .body("confirmedBy", is(second.id().toString()));
        ada.post("/tasks", Work.leaflets(town)).statusCode(201);
        refused(confirm(second, id), 409, "nothing-to-confirm");
        Invariants.hold();
    }

    @Test
    void a_course_is_no_way_round_it() {
        var second = secondLead();
        needTwo("TASK_CREATE");
        var award = Map.<String, Object>of("award", Map.of("role", ORGANISER, "months", 12));
        var course = Lessons.course(people.lead(town), town, award, Lessons.reading("one"));
        var ada = people.member(town);
        var enrolment = Lessons.enrol(ada, course, town);
        Lessons.done(ada, enrolment, "one").statusCode(200).body("status", is("WAITING"));
        refused(people.lead(town).act("/enrolments/{id}/confirm", enrolment), 403, "second-person");
        var record = Map.of("memberId", ada.id(), "group", town);
        refused(people.lead(town).post("/courses/{id}/completions", record, course), 403, "second-person");
        refused(ada.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        second.act("/enrolments/{id}/confirm", enrolment).statusCode(200);
        ada.post("/tasks", Work.leaflets(town)).statusCode(201);
        Invariants.hold();
    }

    @Test
    void the_second_person_is_neither_who_granted_it_nor_who_is_to_hold_it() {
        var second = secondLead();
        needTwo("TASK_CREATE");
        refused(confirm(people.lead(town), pending(people.newcomer())), 403, "second-person");
        refused(confirm(second, pending(second)), 403, "second-person");
    }

    @Test
    void the_second_person_could_have_granted_it_themselves() {
        var weak = people.newcomer();
        var wanted = Map.of(
                "memberId",
                weak.id(),
                "group",
                town,
                "capabilities",
                List.of("MANDATE_GRANT", "MANDATE_READ"),
                "delegationDepth",
                1);
        people.grow(town);
        people.lead(town).post("/mandates", wanted).statusCode(201);
        needTwo("TASK_CREATE");
        refused(confirm(weak, pending(people.newcomer())), 403, "beyond-own-authority");
    }

    @Test
    void who_granted_it_must_still_hold_what_they_granted_it_under() {
        var first = people.newcomer();
        var office = people.appoint(first, LEAD, town);
        var second = secondLead();
        needTwo("TASK_CREATE");
        var id = granted(first, people.newcomer());
        Offices.revoke(people.lead(town), office).statusCode(200);
        refused(confirm(second, id), 409, "grantor-gone");
    }

    @Test
    void whoever_may_revoke_it_says_no() {
        var second = secondLead();
        needTwo("TASK_CREATE");
        var id = pending(people.newcomer());
        Offices.revoke(second, id).statusCode(200).body("status", is("REVOKED"));
        refused(confirm(second, id), 409, "nothing-to-confirm");
        Invariants.hold();
    }

    @Test
    void what_needs_nobody_else_is_granted_at_once() {
        needTwo("JOURNAL_READ");
        var wanted = Map.of("memberId", people.newcomer().id(), "group", town, "role", ORGANISER);
        people.lead(town).post("/mandates", wanted).statusCode(201).body("status", is("LIVE"));
    }

    @Test
    void nobody_further_down_weakens_the_rule() {
        var second = secondLead();
        needTwo("TASK_CREATE");
        var quarter = town + ".quarter";
        people.grow(quarter);
        second.replace("/groups/{path}/mandate-rules", Map.of("twoPerson", List.of()), quarter)
                .statusCode(200)
                .body("twoPerson", hasItem("TASK_CREATE"));
        refused(
                second.replace("/groups/{path}/mandate-rules", Map.of("twoPerson", List.of()), town),
                403,
                "rule-from-above");
        people.lead(town)
                .replace("/groups/{path}/mandate-rules", Map.of("twoPerson", List.of()), town)
                .statusCode(200);
    }

    @Test
    void for_a_movement_the_platforms_admin_drops_it() {
        people.grow(town);
        var movement = town.split("\\.")[0];
        var lead = people.lead(town);
        lead.replace("/groups/{path}/mandate-rules", Map.of("twoPerson", List.of("JOURNAL_READ")), movement)
                .statusCode(200);
        var nothing = Map.of("twoPerson", List.of());
        refused(lead.replace("/groups/{path}/mandate-rules", nothing, movement), 403, "rule-from-above");
        people.admin()
                .replace("/groups/{path}/mandate-rules", nothing, movement)
                .statusCode(200);
        Invariants.hold();
    }

    @Test
    void an_office_that_two_people_grant_is_not_passed_on_by_one() {
        var ada = people.newcomer();
        var office = people.appoint(ada, LEAD, town);
        needTwo("TASK_CREATE");
        var to = Map.of("memberId", people.newcomer().id(), "reason", "Moving.");
        refused(ada.post("/mandates/{id}/succession", to, office), 409, "needs-second-person");
        ada.post("/tasks", Work.leaflets(town)).statusCode(201);
    }

    @Test
    void of_many_who_confirm_at_once_one_does() {
        var second = secondLead();
        needTwo("TASK_CREATE");
        var id = pending(people.newcomer());
        List<Callable<Integer>> acts = new ArrayList<>();
        for (var i = 0; i < 8; i++) acts.add(() -> confirm(second, id).extract().statusCode());
        assertThat(Concurrently.race(acts)).containsOnlyOnce(200).containsOnly(200, 409);
        assertThat(Offices.types(UUID.fromString(id))).containsExactly("mandate.granted", "mandate.confirmed");
    }

    private Person second;

    /** Appointed before there is a rule. */
    private Person secondLead() {
        if (second == null) second = people.with(LEAD, town);
        return second;
    }

    private void needTwo(String capability) {
        people.grow(town);
        secondLead();
        set(people.lead(town), capability).statusCode(200);
    }

    private ValidatableResponse set(Person by, String capability) {
        return by.replace("/groups/{path}/mandate-rules", Map.of("twoPerson", List.of(capability)), town);
    }

    private String pending(Person to) {
        return granted(people.lead(town), to);
    }

    private String granted(Person by, Person to) {
        return by.post("/mandates", Map.of("memberId", to.id(), "group", town, "role", ORGANISER))
                .statusCode(201)
                .body("status", is("PENDING"))
                .extract()
                .path("id");
    }

    private static ValidatableResponse confirm(Person by, String id) {
        return by.act("/mandates/{id}/confirm", id);
    }
}
