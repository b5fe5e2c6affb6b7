package org.barnstorm.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.testing.Problems.refused;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.barnstorm.testing.Integrators;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.Lessons;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything about oneself, and nothing about anybody else. */
@QuarkusTest
class TakeoutResourceTest {
    @Inject
    People people;

    @Inject
    @All
    List<PersonalData> shares;

    private final String town = People.freshTown();

    @AfterEach
    void invariants_hold() {
        Invariants.hold();
    }

    private static JsonPath taken(Person person) {
        return person.get("/me/export").statusCode(200).extract().jsonPath();
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 200", "LEAD, 200", "ORGANISER, 200", "TRAINER, 200", "VERIFIER, 200", "STEWARD, 200"})
    void who_may_take_out_what_is_theirs(String role, int status) {
        var person = people.as(role, town);
        person.get("/me/export")
                .statusCode(status)
                .body("memberId", is(person.id().toString()))
                .body("held.profile", hasSize(1))
                .body("held.memberships.group", contains(town));
    }

    @Test
    void nobody_else_may() {
        refused(Person.anonymous().get("/me/export"), 401, "unauthenticated");
        refused(people.outsider().get("/me/export"), 403, "forbidden");
        refused(people.program().get("/me/export"), 403, "service-account");
        refused(Integrators.integration(people, town, Integrators.EVERYTHING).get("/me/export"), 403, "forbidden");
        var elsewhere = Integrators.inOthersApp(people.member(town), Integrators.EVERYTHING);
        refused(elsewhere.get("/me/export"), 403, "scope-missing");
    }

    @Test
    void it_is_all_there() {
        var ada = busy();
        var taken = taken(ada);
        for (var share : shares)
            for (var holding : share.holdings()) {
                var rows = taken.getList("held." + holding.name());
                assertThat(rows).as(holding.name()).isNotNull();
                if (holding.columns().size() == 1 && !holding.name().equals("steps"))
                    assertThat(rows).as(holding.name()).hasSize(count(holding, ada));
            }
        assertThat(taken.getString("held.profile[0].name")).isEqualTo("Ada Lovelace");
        assertThat(taken.getString("held.accounts[0].subject"))
                .isEqualTo(ada.account().subject());
        assertThat(taken.getList("held.assignments.note")).containsExactly("The bell at 7 is broken.");
        assertThat(taken.getList("held.steps.state")).contains("DONE");
        assertThat(taken.getList("held.suspensions.reason")).containsExactly("Reported.");
        assertThat(taken.getList("held.integrations.name")).isNotEmpty();
        assertThat(taken.getList("held.entrustedTasks")).isEmpty();
    }

    @Test
    void what_one_did_and_what_happened_to_one_is_there_as_the_journal_has_it() {
        var ada = people.member(town);
        var hold = Work.done(ada, Work.open(people.with(ORGANISER, town), town, 1));
        var taken = taken(ada);
        assertThat(taken.getList("held.journal.type"))
                .startsWith("member.created")
                .contains("membership.joined", "assignment.claimed", "assignment.completed")
                .endsWith("member.taken-out");
        assertThat(taken.getList("held.journal.findAll { it.actor != '" + ada.id() + "' }"))
                .isEmpty();
        assertThat(taken.getList("held.journal.subject")).contains(hold.toString());
    }

    @Test
    void of_others_there_are_ids_and_no_secret_of_anything() {
        var ada = busy();
        var grace = people.member(town, "Grace Hopper-Elsewhere");
        grace.patch("/me", null, Map.of("phone", "+441632960123")).statusCode(200);
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 3);
        Work.done(grace, task);
        Work.claim(ada, task);
        var text = ada.get("/me/export").statusCode(200).extract().asString();
        assertThat(text)
                .doesNotContain("Grace", "+441632960123", grace.account().email(), "Hash", "ecret")
                .doesNotContain(grace.id().toString());
        assertThat(text)
                .doesNotContain(Sql.value(
                        String.class,
                        "select encode(link_hash, 'base64') from calendar where member_id = ?",
                        ada.id()));
    }

    @Test
    void whoever_is_new_holds_nothing_but_an_account() {
        var newcomer = people.newcomer();
        newcomer.get("/me/export")
                .statusCode(200)
                .body("held", aMapWithSize(greaterThan(25)))
                .body("held.accounts", hasSize(1))
                .body("held.memberships", empty())
                .body("held.journal.type", hasItems("member.created", "member.taken-out"))
                .body("held.journal.group", everyItem(nullValue()));
    }

    @Test
    void the_sixth_of_a_day_waits_for_the_first_to_be_a_day_ago() {
        var ada = people.member(town);
        for (var i = 0; i < TakeoutService.MOST; i++) taken(ada);
        refused(ada.get("/me/export"), 429, "too-many-takeouts").header("Retry-After", notNullValue());
        assertThat(Work.journaled(ada.id(), TakeoutService.TAKEN_OUT)).isEqualTo(TakeoutService.MOST);
        taken(people.member(town));
    }

    /** Somebody who has some of nearly everything. */
    private Person busy() {
        var ada = people.member(town, "Ada Lovelace");
        people.appoint(ada, LEAD, town);
        var organiser = people.with(ORGANISER, town);
        var hold = Work.claim(ada, Work.open(organiser, town, 1));
        var completion = Map.of(
                "fence",
                Work.fence(ada, hold),
                "outcome",
                Map.of("code", "doors-knocked", "quantity", 42, "note", "The bell at 7 is broken."));
        ada.post("/assignments/{id}/complete", completion, hold).statusCode(200);
        var full = Work.open(organiser, town, 1);
        Work.claim(people.member(town), full);
        ada.put("/tasks/{id}/waitlist", full).statusCode(200);
        var course = Lessons.course(ada, town, Map.of(), Lessons.reading("hello"), Lessons.assignment("plan"));
        Lessons.done(ada, Lessons.enrol(ada, course, town), "hello").statusCode(200);
        ada.post("/me/calendars", Map.of("detail", "TITLES")).statusCode(201);
        ada.post(
                        "/webhooks",
                        Map.of(
                                "group",
                                town,
                                "url",
                                "https://hooks.example.org/barnstorm",
                                "types",
                                List.of("task.published")))
                .statusCode(201);
        Integrators.bind(ada, Integrators.freshClient(), town, "tasks:read");
        suspendInAnotherTown(ada);
        return ada;
    }

    private void suspendInAnotherTown(Person somebody) {
        var other = People.freshTown();
        people.lead(other);
        people.grow(other);
        somebody.put("/groups/{path}/membership", other).statusCode(200);
        var wanted =
                Map.of("memberId", somebody.id(), "reason", "Reported.", "until", Integrators.in(Duration.ofDays(7)));
        people.lead(other).post("/groups/{path}/suspensions", wanted, other).statusCode(201);
    }

    private static int count(Holding holding, Person person) {
        var column = holding.columns().iterator().next().split("\\.");
        return Sql.value(
                Integer.class,
                "select cast(count(*) as integer) from " + column[0] + " where " + column[1] + " = ?",
                person.id());
    }
}
