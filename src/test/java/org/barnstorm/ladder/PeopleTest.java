package org.barnstorm.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.authority.Role.VERIFIER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Lessons;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What leads see of the people below them: who is ready, who went quiet, who holds what for little longer. */
@QuarkusTest
class PeopleTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_see_who_is_ready(String role, int status) {
        allowed(list(people.as(role, town), "ready-people"), status);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 200", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_see_who_went_quiet(String role, int status) {
        allowed(list(people.as(role, town), "quiet-people"), status);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_see_whose_mandate_ends(String role, int status) {
        allowed(list(people.as(role, town), "ending-mandates"), status);
    }

    private static void allowed(ValidatableResponse answer, int status) {
        if (status == 200) answer.statusCode(200);
        else refused(answer, 403, "no-mandate");
    }

    @Test
    void a_group_that_does_not_exist_is_not_found() {
        var lead = people.with(LEAD, town);
        for (var list : List.of("ready-people", "quiet-people", "ending-mandates")) {
            unseen(lead.get("/groups/{path}/" + list, town + ".nowhere"));
        }
    }

    @Test
    void who_is_qualified_and_holds_nothing_is_ready_until_they_hold_something() {
        var lead = people.with(LEAD, town);
        var ada = people.member(town, "Ada Lovelace");
        var course = Lessons.course(lead, town, Map.of("title", "First aid"), Lessons.reading("one"));
        learn(ada, course);
        learn(people.with(ORGANISER, town), course);
        list(lead, "ready-people")
                .body("items.memberId", contains(ada.id().toString()))
                .body("items[0].name", is("Ada L."))
                .body("items[0].reasons.code", contains("QUALIFIED"))
                .body("items[0].reasons[0].course", is("First aid"))
                .body("items[0].reasons[0].group.path", is(town))
                .body("next", nullValue());
        people.appoint(ada, VERIFIER, town);
        list(lead, "ready-people").body("items", empty());
    }

    @Test
    void oneself_is_not_among_those_who_are_ready() {
        var lead = people.with(LEAD, town);
        var course = Lessons.course(people.lead(town), town, Map.of("completion", "CONFIRMED"), Lessons.reading("one"));
        learn(lead, course);
        list(lead, "ready-people").body("items", empty());
        list(people.with(LEAD, town), "ready-people").body("items", hasSize(1));
    }

    @Test
    void who_holds_something_above_is_not_waiting_for_something_below() {
        var quarter = town + ".quarter";
        var lead = people.with(LEAD, quarter);
        var ada = people.member(quarter);
        var course = Lessons.course(lead, quarter, Map.of(), Lessons.reading("one"));
        Lessons.done(ada, Lessons.enrol(ada, course, quarter), "one").statusCode(200);
        lead.get("/groups/{path}/ready-people", quarter).body("items", hasSize(1));
        people.appoint(ada, VERIFIER, town);
        lead.get("/groups/{path}/ready-people", quarter).body("items", empty());
    }

    @Test
    void what_waits_for_a_lead_or_a_second_person_comes_first() {
        var lead = people.with(LEAD, town);
        var ada = people.member(town);
        learn(ada, Lessons.course(lead, town, Map.of(), Lessons.reading("one")));
        var confirmed = Lessons.course(lead, town, Map.of("completion", "CONFIRMED"), Lessons.reading("one"));
        var enrolment = Lessons.enrol(ada, confirmed, town);
        Lessons.done(ada, enrolment, "one").statusCode(200);
        lead.replace("/groups/{path}/mandate-rules", Map.of("twoPerson", List.of("TASK_VERIFY")), town)
                .statusCode(200);
        var pending = people.appoint(ada, VERIFIER, town);
        list(lead, "ready-people")
                .body(
                        "items[0].reasons.code",
                        contains("WAITS_FOR_CONFIRMATION", "WAITS_FOR_SECOND_PERSON", "QUALIFIED"))
                .body("items[0].reasons[0].enrolmentId", is(enrolment))
                .body("items[0].reasons[1].mandateId", is(pending))
                .body("items[0].reasons.text", hasSize(3));
        lead.act("/enrolments/{id}/confirm", enrolment).statusCode(200);
        lead.act("/mandates/{id}/confirm", pending).statusCode(200);
        list(lead, "ready-people").body("items", empty());
    }

    @Test
    void who_lacks_one_vouch_is_ready_and_who_lacks_two_is_not() {
        var lead = people.with(LEAD, town);
        var rule = Map.of("needed", 2, "capabilities", List.of("TASK_CREATE"), "days", 90);
        lead.replace("/groups/{path}/mandate-rules", Map.of("twoPerson", List.of(), "vouching", rule), town)
                .statusCode(200);
        people.member(town);
        var ada = people.member(town);
        list(lead, "ready-people").body("items", empty());
        vouch(lead, ada);
        list(lead, "ready-people")
                .body("items.memberId", contains(ada.id().toString()))
                .body("items[0].reasons[0].code", is("ONE_VOUCH_SHORT"))
                .body("items[0].reasons[0].vouches", is(1))
                .body("items[0].reasons[0].vouchesNeeded", is(2));
        vouch(people.with(ORGANISER, town), ada);
        list(lead, "ready-people").body("items", empty());
    }

    @Test
    void leads_see_people_of_their_part_of_the_tree_only() {
        var beside = town.replace(".town", ".beside");
        var lead = people.with(LEAD, town);
        var ada = people.member(beside);
        var course = Lessons.course(people.lead(beside), beside, Map.of(), Lessons.reading("one"));
        Lessons.done(ada, Lessons.enrol(ada, course, beside), "one").statusCode(200);
        finishedWeeksAgo(ada, beside, 20);
        ada.put("/groups/{path}/membership", town).statusCode(200);
        list(lead, "ready-people").body("items", empty()); // qualified beside, where others lead
        list(lead, "quiet-people").body("items", empty());
        refused(lead.get("/groups/{path}/ready-people", beside), 403, "no-mandate");
        refused(lead.get("/groups/{path}/quiet-people", beside), 403, "no-mandate");
        refused(lead.get("/groups/{path}/ending-mandates", beside), 403, "no-mandate");
        people.lead(town).get("/groups/{path}/quiet-people", beside).body("items", hasSize(1));
    }

    @Test
    void who_left_or_is_suspended_is_in_no_list() {
        var lead = people.with(LEAD, town);
        var gone = people.member(town);
        var suspended = people.member(town);
        var course = Lessons.course(lead, town, Map.of(), Lessons.reading("one"));
        for (var each : List.of(gone, suspended)) {
            learn(each, course);
            finishedWeeksAgo(each, town, 20);
        }
        list(lead, "ready-people").body("items", hasSize(2));
        list(lead, "quiet-people").body("items", hasSize(2));
        gone.delete("/groups/{path}/membership", town).statusCode(204);
        var until = Instant.now().plus(Duration.ofDays(7)).toString();
        var suspension = Map.of("memberId", suspended.id(), "reason", "Reported.", "until", until);
        lead.post("/groups/{path}/suspensions", suspension, town).statusCode(201);
        list(lead, "ready-people").body("items", empty());
        list(lead, "quiet-people").body("items", empty());
    }

    @Test
    void who_did_nothing_for_weeks_went_quiet() {
        var organiser = people.with(ORGANISER, town);
        var quiet = people.member(town, "Grace Hopper");
        finishedWeeksAgo(quiet, town, 8);
        finishedWeeksAgo(people.member(town), town, 4);
        people.member(town); // new, and not quiet
        var busy = people.member(town);
        finishedWeeksAgo(busy, town, 20);
        Work.claim(busy, Work.open(people.lead(town), town, 1));
        list(organiser, "quiet-people")
                .body("items.memberId", contains(quiet.id().toString()))
                .body("items[0].name", is("Grace H."))
                .body("items[0].weeks", is(8))
                .body("items[0].confirmed", is(1))
                .body("items[0].lastActiveAt", notNullValue());
        list(organiser, "quiet-people?weeks=3").body("items", hasSize(2));
        list(organiser, "quiet-people?weeks=9").body("items", empty());
        refused(list(organiser, "quiet-people?weeks=0"), 422, "invalid-input");
    }

    @Test
    void mandates_that_end_soon_are_listed_the_soonest_first() {
        var lead = people.with(LEAD, town);
        var ada = people.member(town, "Ada Lovelace");
        grant(lead, ada, Map.of("role", VERIFIER), 20);
        grant(lead, ada, Map.of("capabilities", List.of("MEMBER_READ")), 10);
        grant(lead, ada, Map.of("role", ORGANISER), 90);
        list(lead, "ending-mandates")
                .body("items.days", contains(9, 19))
                .body("items.name", contains("Ada L.", "Ada L."))
                .body("items[0].role", nullValue())
                .body("items[0].capabilities.code", contains("MEMBER_READ"))
                .body("items[0].capabilities.text", contains("See who is a member of a group"))
                .body("items[0].group.path", is(town))
                .body("items[1].role", is("VERIFIER"));
        list(lead, "ending-mandates?days=15").body("items", hasSize(1));
        list(lead, "ending-mandates?days=100").body("items", hasSize(3));
        var suspension = Map.of(
                "memberId",
                ada.id(),
                "reason",
                "Reported.",
                "until",
                Instant.now().plus(Duration.ofDays(7)).toString());
        lead.post("/groups/{path}/suspensions", suspension, town).statusCode(201);
        list(lead, "ending-mandates").body("items", empty());
    }

    @Test
    void pages_have_everybody_once() {
        var lead = people.with(LEAD, town);
        var course = Lessons.course(lead, town, Map.of(), Lessons.reading("one"));
        var expected = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            var member = people.member(town);
            learn(member, course);
            finishedWeeksAgo(member, town, 10 + i);
            people.member(town);
            expected.add(member.id().toString());
        }
        assertThat(walk(lead, "ready-people?limit=2")).containsExactlyElementsOf(expected);
        assertThat(walk(lead, "quiet-people?weeks=9&limit=2")).containsExactlyElementsOf(expected);
        for (var i = 0; i < 3; i++) grant(lead, people.member(town), Map.of("role", VERIFIER), 5);
        assertThat(walk(lead, "ending-mandates?limit=2")).hasSize(3).doesNotHaveDuplicates();
    }

    /** Who is in a list, page by page. */
    private List<String> walk(Person lead, String list) {
        var found = new ArrayList<String>();
        var cursor = "";
        while (cursor != null) {
            var page = list(lead, list + cursor).extract().jsonPath();
            found.addAll(page.getList("items.memberId"));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        return found;
    }

    private ValidatableResponse list(Person reader, String list) {
        return reader.get("/groups/" + town + "/" + list);
    }

    private void learn(Person learner, String course) {
        Lessons.done(learner, Lessons.enrol(learner, course, town), "one").statusCode(200);
    }

    private void vouch(Person voucher, Person whom) {
        voucher.post("/groups/{path}/vouches", Map.of("memberId", whom.id()), town)
                .statusCode(201);
    }

    private void grant(Person lead, Person to, Map<String, ?> what, int days) {
        var wanted = new java.util.HashMap<String, Object>(what);
        wanted.put("memberId", to.id());
        wanted.put("group", town);
        wanted.put("until", Instant.now().plus(Duration.ofDays(days)).toString());
        lead.post("/mandates", wanted).statusCode(201);
    }

    /** A result that was verified; only when is not as it was. */
    private void finishedWeeksAgo(Person person, String group, int weeks) {
        UUID hold = Work.done(person, Work.open(people.lead(group), group, 1));
        Work.verify(people.lead(group), hold);
        Sql.run(
                "update assignment set held_at = held_at - cast(? as interval),"
                        + " completed_at = completed_at - cast(? as interval) where id = ?",
                weeks + " weeks",
                weeks + " weeks",
                hold);
    }
}
