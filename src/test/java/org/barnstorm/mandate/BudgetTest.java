package org.barnstorm.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.barnstorm.authority.Budget;
import org.barnstorm.testing.Crowd;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Statements;
import org.barnstorm.testing.Trusting;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day has so much for one person. */
@QuarkusTest
class BudgetTest {
    @Inject
    People people;

    @Inject
    BudgetSweeper sweeper;

    private final String town = People.freshTown();

    @ParameterizedTest
    @CsvSource({"MEMBER, NEW", "LEAD, LEAD", "ORGANISER, ORGANISER", "TRAINER, NEW", "VERIFIER, NEW", "STEWARD, NEW"})
    void who_may_see_their_own_budgets_and_what_they_are(String role, String standing) {
        people.as(role, town)
                .get("/me/budgets?group={group}", town)
                .statusCode(200)
                .body("group", is(town))
                .body("standing", is(standing))
                .body("probation", nullValue())
                .body("budgets", hasSize(Budget.values().length))
                .body("refillsAt", notNullValue());
    }

    @Test
    void an_organiser_on_probation_has_the_budget_of_one() {
        Trusting.probation(1);
        people.with(ORGANISER, town)
                .get("/me/budgets?group={group}", town)
                .body("standing", is("PROBATION"))
                .body("probation.opened", is(0))
                .body("probation.needed", is(1));
        people.with(LEAD, town).get("/me/budgets?group={group}", town).body("standing", is("LEAD"));
        unseen(people.member(town).get("/me/budgets?group={group}", town + ".nowhere"));
    }

    @Test
    void tasks_are_counted_and_refused_when_the_day_has_no_more() {
        Trusting.budget(Budget.TASKS, 2);
        var organiser = people.with(ORGANISER, town);
        var beside = town.replace(".town", ".beside");
        people.appoint(organiser, ORGANISER, beside);
        Work.draft(organiser, Work.leaflets(town));
        refused(
                organiser.post("/tasks", Work.leaflets(town, "requiredCourseId", UUID.randomUUID())),
                422,
                "unknown-course");
        Work.draft(organiser, Work.leaflets(beside)); // one count for all groups
        var refusal = refused(organiser.post("/tasks", Work.leaflets(town)), 429, "budget-spent")
                .header("Retry-After", notNullValue())
                .body("budget", is("TASKS"))
                .body("limit", is(2))
                .body("used", is(2))
                .body("asked", is(1))
                .body("detail", containsString("2 a day of tasks made, 2 are used"));
        var refills = Instant.parse(refusal.extract().path("refillsAt"));
        var wait = Long.parseLong(refusal.extract().header("Retry-After"));
        assertThat(Duration.between(Instant.now(), refills).toSeconds()).isBetween(wait - 60, wait + 60);
        used(organiser, "TASKS", 2);
        tomorrow(organiser);
        used(organiser, "TASKS", 0);
        Work.draft(organiser, Work.leaflets(town));
        Work.draft(people.with(ORGANISER, town), Work.leaflets(town)); // others have their own
    }

    @Test
    void templates_and_series_are_no_way_round() {
        Trusting.budget(Budget.TASKS, 2);
        var lead = people.with(LEAD, town);
        var content = Map.of("title", "Leaflets", "remote", true, "effortMinutes", 30);
        String template = lead.post("/templates", Map.of("group", town, "name", "Leaflets", "content", content))
                .statusCode(201)
                .extract()
                .path("id");
        lead.post("/templates/{id}/tasks", Map.of("publish", true), template).statusCode(201);
        var start = java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(2) + "T18:00:00";
        var daily = Map.of("group", town, "rrule", "FREQ=DAILY", "start", start, "content", content);
        refused(lead.post("/series", daily), 429, "budget-spent").body("used", is(1));
        lead.post("/templates/{id}/tasks", Map.of("publish", true), template).statusCode(201);
        refused(lead.post("/templates/{id}/tasks", Map.of("publish", true), template), 429, "budget-spent");
        assertThat(Sql.value(Long.class, "select count(*) from task where created_by = ?", lead.id()))
                .isEqualTo(2);
    }

    @Test
    void a_series_that_begins_later_counts_as_well() {
        Trusting.budget(Budget.TASKS, 1);
        var lead = people.with(LEAD, town);
        var content = Map.of("title", "Leaflets", "remote", true, "effortMinutes", 30);
        var start = java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(90) + "T18:00:00";
        var yearly = Map.of("group", town, "rrule", "FREQ=YEARLY", "start", start, "content", content);
        lead.post("/series", yearly).statusCode(201);
        refused(lead.post("/series", yearly), 429, "budget-spent").body("used", is(1));
    }

    @Test
    void people_who_are_offered_a_place_or_invited_are_counted_however_they_are() {
        Trusting.budget(Budget.ASSIGNMENTS, 6);
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 9);
        var ada = people.member(town);
        var hold = Work.offer(organiser, task, ada);
        var crowd = Stream.generate(() -> people.member(town).id()).limit(3).toList();
        organiser
                .post("/tasks/{id}/assignments", Map.of("memberIds", List.of(crowd.get(0), crowd.get(1))), task)
                .statusCode(200);
        organiser
                .post("/assignments/{id}/move", Map.of("memberId", crowd.get(2), "reason", "Ada is ill."), hold)
                .statusCode(200);
        used(organiser, "ASSIGNMENTS", 4);
        organiser
                .replace("/tasks/{id}/invitations", Map.of("memberIds", List.of(ada.id())), task)
                .statusCode(204);
        organiser
                .replace("/tasks/{id}/invitations", Map.of("memberIds", List.of(ada.id())), task)
                .statusCode(204); // again is not more
        used(organiser, "ASSIGNMENTS", 5);
        var two = List.of(people.member(town).id(), people.member(town).id());
        refused(organiser.post("/tasks/{id}/assignments", Map.of("memberIds", two), task), 429, "budget-spent")
                .body("asked", is(2));
        assertThat(Work.taken(organiser, task)).isEqualTo(3);
        organiser
                .post("/tasks/{id}/assignments", Map.of("role", "VERIFIER", "group", town), task)
                .statusCode(201);
        refused(organiser.post("/tasks/{id}/assignments", Map.of("memberId", two.get(0)), task), 429, "budget-spent");
        used(organiser, "ASSIGNMENTS", 6);
    }

    @Test
    void a_claim_of_ones_own_costs_nothing() {
        Trusting.budget(Budget.ASSIGNMENTS, 0);
        var member = people.member(town);
        Work.claim(member, Work.open(people.with(LEAD, town), town, 1));
        assertThat(Sql.value(Long.class, "select count(*) from daily_budget where member_id = ?", member.id()))
                .isZero();
    }

    @Test
    void different_people_are_counted_once_a_day_and_oneself_never() {
        Trusting.budget(Budget.PEOPLE, 5);
        var organiser = people.with(ORGANISER, town);
        for (var i = 0; i < 7; i++) people.member(town);
        members(organiser, 3).statusCode(200).body("items", hasSize(3));
        members(organiser, 3).statusCode(200).body("items", hasSize(3));
        // What is left of the day, and the way to the rest.
        var page = members(organiser, 50)
                .statusCode(200)
                .body("next", notNullValue())
                .extract();
        List<String> seen = page.path("items.memberId");
        assertThat(new HashSet<>(seen)).hasSameSizeAs(seen);
        assertThat(seen.stream().filter(id -> !id.equals(organiser.id().toString())))
                .hasSize(5);
        refused(
                        organiser
                                .request()
                                .queryParam("cursor", page.<String>path("next"))
                                .get("/groups/{path}/members", town)
                                .then(),
                        429,
                        "budget-spent")
                .body("budget", is("PEOPLE"))
                .body("used", is(5));
        members(organiser, 3).statusCode(200).body("items", hasSize(3)); // whom one has seen one may see again
        used(organiser, "PEOPLE", 5);
    }

    @Test
    void whom_one_sees_in_a_task_counts_too() {
        Trusting.budget(Budget.PEOPLE, 2);
        var lead = people.with(LEAD, town);
        var task = Work.open(lead, town, 2);
        var ada = people.member(town);
        Work.claim(ada, task);
        Work.claim(people.member(town), task);
        lead.replace("/tasks/{id}/invitations", Map.of("memberIds", List.of(ada.id())), task)
                .statusCode(204);
        people.member(town).put("/tasks/{id}/waitlist", task).statusCode(200);
        lead.get("/tasks/{id}/invitations", task).body("items", hasSize(1));
        used(lead, "PEOPLE", 1);
        lead.get("/tasks/{id}/assignments", task).body("items", hasSize(2));
        used(lead, "PEOPLE", 2);
        refused(lead.get("/tasks/{id}/waitlist", task), 429, "budget-spent");
    }

    @Test
    void whom_somebody_looked_at_is_forgotten_when_the_day_is_over() {
        var organiser = people.with(ORGANISER, town);
        people.member(town);
        members(organiser, 50).statusCode(200);
        assertThat(looks(organiser)).isPositive();
        sweeper.sweep();
        assertThat(looks(organiser)).isPositive();
        tomorrow(organiser);
        assertThat(sweeper.sweep()).isPositive();
        assertThat(looks(organiser)).isZero();
        assertThat(Sql.value(Long.class, "select count(*) from daily_budget where member_id = ?", organiser.id()))
                .isZero();
    }

    @Test
    void a_list_of_new_faces_takes_the_same_statements_for_every_length() {
        Crowd.members(people, town, 50);
        var counts = List.of(1, 10, 50).stream()
                .map(limit -> statements(people.with(ORGANISER, town), limit))
                .distinct();
        assertThat(counts).singleElement().satisfies(count -> assertThat(count).isLessThanOrEqualTo(11));
        var organiser = people.with(ORGANISER, town);
        members(organiser, 50);
        assertThat(statements(organiser, 50)).isLessThanOrEqualTo(7);
    }

    private int statements(Person reader, int limit) {
        var requestId = "look-" + UUID.randomUUID();
        var statements = Statements.follow(requestId);
        reader.request()
                .header("X-Request-Id", requestId)
                .get("/groups/{path}/members?limit={limit}", town, limit)
                .then()
                .statusCode(200)
                .body("items", hasSize(limit));
        return statements.size();
    }

    private ValidatableResponse members(Person reader, int limit) {
        return reader.get("/groups/{path}/members?limit={limit}", town, limit);
    }

    private void used(Person whose, String budget, int used) {
        whose.get("/me/budgets?group={group}", town)
                .statusCode(200)
                .body("budgets.find { it.budget == '" + budget + "' }.used", is(used));
    }

    private static long looks(Person whose) {
        return Sql.value(Long.class, "select count(*) from person_look where member_id = ?", whose.id());
    }

    /** What was today is yesterday. */
    private static void tomorrow(Person whose) {
        Sql.run("update daily_budget set day = day - 1 where member_id = ?", whose.id());
        Sql.run("update person_look set day = day - 1 where member_id = ?", whose.id());
    }
}
