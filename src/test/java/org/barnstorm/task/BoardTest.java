package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.barnstorm.testing.Work.leaflets;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Statements;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the work of a group stands, and what does not get done by itself. */
@QuarkusTest
class BoardTest {
    private static final Map<String, Object> BRIGHTON = point(-0.14, 50.83);
    private static final Map<String, Object> LONDON = point(-0.12, 51.50);

    @Inject
    People people;

    @Inject
    LeaseSweeper sweeper;

    private final String town = People.freshTown();

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 200", "TRAINER, 403", "VERIFIER, 200", "STEWARD, 403"})
    void who_may_see_the_board(String role, int status) {
        people.as(role, town).get("/groups/{path}/board", town).statusCode(status);
    }

    @Test
    void a_board_is_of_a_group_that_exists() {
        unseen(people.admin().get("/groups/{path}/board", town + ".nowhere"));
        refused(people.with(LEAD, town).get("/groups/{path}/board?limit=0", town), 422, "invalid-input");
    }

    @Test
    void places_are_counted_by_their_state_and_nobody_is_named() {
        var lead = people.with(LEAD, town);
        var task = Work.open(lead, town, 9);
        Work.claim(people.member(town), task);
        late(Work.claim(people.member(town), task));
        Work.offer(lead, task, people.member(town));
        Work.done(people.member(town), task);
        lead.act("/assignments/{id}/verify", Work.done(people.member(town, "Ada Lovelace"), task))
                .statusCode(200);
        release(people.member(town), task);
        var board = lead.get("/groups/{path}/board", town)
                .statusCode(200)
                .body("group", is(town))
                .body("items", hasSize(1))
                .body("items[0].id", is(task.toString()))
                .body("items[0].stuck", hasSize(0))
                .extract();
        for (var at : List.of("items[0].places", "totals.places")) {
            var places = new HashMap<>(board.<Map<String, Integer>>path(at));
            assertThat(places)
                    .isEqualTo(Map.of("open", 4, "offered", 1, "held", 2, "late", 1, "toVerify", 1, "verified", 1));
        }
        assertThat(board.asString()).doesNotContain("Ada");
    }

    @Test
    void work_that_has_begun_and_is_not_done_is_late() {
        var lead = people.with(LEAD, town);
        var begun = Work.open(lead, timed(-1, 3));
        Work.claim(people.member(town), begun);
        var later = Work.open(lead, timed(100, 3));
        Work.claim(people.member(town), later);
        lead.get("/groups/{path}/board", town).body("items.places.late", contains(1, 0));
    }

    @Test
    void a_board_has_the_branch_with_what_can_be_claimed_and_what_is_not_finished() {
        var lead = people.with(LEAD, town);
        var open = Work.open(lead, town, 1);
        people.grow(town + ".hove");
        var below = Work.open(lead, town + ".hove", 1);
        Work.draft(lead, leaflets(town));
        lead.act("/tasks/{id}/close", Work.open(lead, town, 1)).statusCode(200);
        Work.letEnd(Work.open(lead, town, 1));
        var closed = Work.open(lead, town, 2);
        Work.claim(people.member(town), closed);
        lead.act("/tasks/{id}/close", closed).statusCode(200);
        var cancelled = Work.open(lead, town, 2);
        Work.done(people.member(town), cancelled);
        lead.act("/tasks/{id}/cancel", cancelled).statusCode(200);
        lead.get("/groups/{path}/board", town)
                .body("items.id", contains(open.toString(), below.toString(), closed.toString(), cancelled.toString()))
                .body("items.status", contains("OPEN", "OPEN", "CLOSED", "CANCELLED"))
                .body("items.places.open", contains(1, 1, 0, 0))
                .body("totals.tasks", is(4));
        lead.get("/groups/{path}/board", town + ".hove").body("items.id", contains(below.toString()));
    }

    @Test
    void what_waits_too_long_is_stuck() {
        var lead = people.with(LEAD, town);
        var waiting = Work.open(lead, town, 1);
        var done = Work.done(people.member(town), waiting);
        Sql.run("update assignment set completed_at = now() - interval '49 hours' where id = ?", done);
        var old = Work.open(lead, town, 1);
        Sql.run("update task set opened_at = now() - interval '8 days' where id = ?", old);
        Work.open(lead, timed(24, 2));
        var lapsed = Work.open(lead, town, 1);
        for (var i = 0; i < 2; i++) {
            Work.letLapse(Work.claim(people.member(town), lapsed));
            sweeper.sweep();
        }
        var fine = Work.open(lead, timed(72, 2));
        Work.letLapse(Work.claim(people.member(town), fine));
        sweeper.sweep();
        var json =
                lead.get("/groups/{path}/board", town).statusCode(200).extract().jsonPath();
        assertThat(json.<List<String>>getList("items.stuck"))
                .containsExactly(
                        List.of("WAITING_FOR_VERIFICATION"),
                        List.of("NOT_CLAIMED"),
                        List.of("NOT_CLAIMED"),
                        List.of("LAPSED_TWICE"),
                        List.of());
        assertThat(json.getInt("totals.waitingForVerification")).isEqualTo(1);
        assertThat(json.getInt("totals.lapsedTwice")).isEqualTo(1);
        assertThat(json.getInt("totals.notClaimed")).isEqualTo(2);
    }

    @Test
    void a_task_that_was_closed_and_opens_again_starts_anew() {
        var lead = people.with(LEAD, town);
        var task = Work.open(lead, town, 1);
        Sql.run("update task set opened_at = now() - interval '8 days' where id = ?", task);
        lead.act("/tasks/{id}/close", task).statusCode(200);
        lead.act("/tasks/{id}/publish", task).statusCode(200);
        lead.get("/groups/{path}/board", town).body("items[0].stuck", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        // audience, the course of the only holder's choice, where they live, member of, stuck?
        "GROUP,    near, town,    false",
        "GROUP,    ,     town,    false",
        "GROUP,    far,  town,    true",
        "GROUP,    near, village, true",
        "BRANCH,   near, ward,    false",
        "BRANCH,   near, village, true",
        "MOVEMENT, near, village, false",
        "MOVEMENT, far,  village, true",
        "NEARBY,   near, village, false",
        "NEARBY,   ,     village, true",
        "INVITED,  near, town,    true",
    })
    void nobody_qualified_is_near_if_nobody_who_took_the_course_is_meant_and_lives_there(
            String audience, String home, String group, boolean stuck) {
        people.grow(town);
        var lead = people.lead(town);
        var course = course(lead);
        var wanted = leaflets(town, "requiredCourseId", course);
        wanted.put("audience", audience.equals("NEARBY") ? Map.of("who", audience, "km", 20) : Map.of("who", audience));
        wanted.put("remote", false);
        wanted.put("place", Map.of("location", BRIGHTON));
        var task = Work.open(lead, wanted);
        lead.get("/groups/{path}/board", town).body("items[0].stuck", contains("NOBODY_QUALIFIED_NEAR"));
        var holder = people.member(path(group));
        if (home != null) {
            var where = home.equals("near") ? BRIGHTON : LONDON;
            holder.patch("/me", null, Map.of("home", where)).statusCode(200);
        }
        qualify(lead, holder, path(group), course);
        lead.get("/groups/{path}/board", town).body("items[0].stuck", hasSize(stuck ? 1 : 0));
        lead.replace("/tasks/{id}/invitations", Map.of("memberIds", List.of(holder.id())), task)
                .statusCode(204);
        lead.get("/groups/{path}/board", town).body("items[0].stuck", hasSize(0));
    }

    @Test
    void a_board_comes_in_pages_and_each_has_the_numbers_of_the_whole() {
        var lead = people.with(LEAD, town);
        for (var i = 0; i < 7; i++) {
            var task = Work.open(lead, timed(24 + 24 * i, 1));
            if (i % 2 == 0) Work.claim(people.member(town), task);
        }
        var ids = new ArrayList<String>();
        var open = 0;
        var notClaimed = 0;
        String next = null;
        JsonPath page;
        do {
            var request = lead.request().queryParam("limit", 3);
            if (next != null) request.queryParam("cursor", next);
            page = request.get("/groups/{path}/board", town)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            ids.addAll(page.getList("items.id"));
            open += page.<Integer>getList("items.places.open").stream()
                    .mapToInt(i -> i)
                    .sum();
            notClaimed += page.<List<String>>getList("items.stuck").stream()
                    .filter(reasons -> reasons.contains("NOT_CLAIMED"))
                    .count();
            next = page.getString("next");
            assertThat(page.getInt("totals.tasks")).isEqualTo(7);
        } while (next != null);
        assertThat(ids).hasSize(7).isSorted().doesNotHaveDuplicates();
        assertThat(page.getInt("totals.places.open")).isEqualTo(open).isEqualTo(3);
        assertThat(page.getInt("totals.notClaimed")).isEqualTo(notClaimed);
    }

    @Test
    void a_board_of_one_ten_or_two_hundred_takes_the_same_statements() {
        var lead = people.lead(town);
        var course = course(lead);
        for (var i = 0; i < 200; i++) {
            people.grow(town + ".ward-" + i % 20);
            var task = Work.open(lead, leaflets(town + ".ward-" + i % 20, "requiredCourseId", course));
            assertThat(task).isNotNull();
        }
        qualify(lead, people.member(town), town, course);
        var counts = List.of(1, 10, 200).stream()
                .map(limit -> statements(lead, limit))
                .distinct();
        assertThat(counts).singleElement().satisfies(count -> assertThat(count).isLessThanOrEqualTo(13));
    }

    private int statements(Person reader, int limit) {
        var requestId = "board-" + UUID.randomUUID();
        var statements = Statements.follow(requestId);
        reader.request()
                .header("X-Request-Id", requestId)
                .get("/groups/{path}/board?limit={limit}", town, limit)
                .then()
                .statusCode(200)
                .body("items", hasSize(limit))
                .body("next", limit == 200 ? nullValue() : org.hamcrest.Matchers.notNullValue());
        return statements.size();
    }

    private String path(String name) {
        return switch (name) {
            case "town" -> town;
            case "ward" -> town + ".ward";
            default -> town.replace(".town", ".village");
        };
    }

    private static String course(Person lead) {
        String movement = lead.get("/me/mandates").extract().path("items[0].group");
        return lead.post("/courses", Map.of("group", movement, "title", "Doors 101", "description", "Listen."))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void qualify(Person lead, Person learner, String group, String course) {
        lead.post("/courses/{id}/completions", Map.of("memberId", learner.id(), "group", group), course)
                .statusCode(201);
    }

    private static void late(UUID hold) {
        Sql.run("update assignment set warn_at = now() - interval '1 minute' where id = ?", hold);
    }

    private static void release(Person member, UUID task) {
        var hold = Work.claim(member, task);
        member.post("/assignments/{id}/release", Map.of("fence", Work.fence(member, hold)), hold)
                .statusCode(200);
    }

    private Map<String, Object> timed(int inHours, int hours) {
        var start = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(inHours, ChronoUnit.HOURS);
        var wanted = leaflets(town, "startsAt", start.toString());
        wanted.put("endsAt", start.plus(hours, ChronoUnit.HOURS).toString());
        return wanted;
    }

    private static Map<String, Object> point(double longitude, double latitude) {
        return Map.of("type", "Point", "coordinates", List.of(longitude, latitude));
    }
}
