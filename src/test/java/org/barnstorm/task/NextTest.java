package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Work.leaflets;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
import org.junit.jupiter.params.provider.ValueSource;

/** What is suggested to whom, in which order, and why. */
@QuarkusTest
class NextTest {
    private static final Instant SATURDAY =
            Instant.now().truncatedTo(ChronoUnit.HOURS).plus(7, ChronoUnit.DAYS);

    @Inject
    People people;

    private final String town = People.freshTown();

    @ParameterizedTest
    @CsvSource({"MEMBER, 1", "LEAD, 1", "ORGANISER, 1", "TRAINER, 1", "VERIFIER, 1", "STEWARD, 1"})
    void who_may_ask_what_next(String role, int items) {
        Work.open(people.with(ORGANISER, town), town, 1);
        people.as(role, town).get("/me/next").statusCode(200).body("items", hasSize(items));
    }

    @Test
    void a_suggestion_has_what_one_needs_to_decide_and_reasons_in_words() {
        var organiser = people.with(ORGANISER, town);
        var wanted = doors(50.8405, -0.145);
        wanted.put("capacity", 5);
        wanted.put("effortMinutes", 45);
        wanted.put("startsAt", SATURDAY.toString());
        wanted.put("endsAt", SATURDAY.plus(45, ChronoUnit.MINUTES).toString());
        var task = Work.open(organiser, wanted);
        Work.claim(people.member(town), task);
        people.member(town)
                .get("/me/next?minutes=60&lat=50.83&lon=-0.14")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", is(task.toString()))
                .body("items[0].group", is(town))
                .body("items[0].title", is("Leaflets in Hanover"))
                .body("items[0].place.name", is("There"))
                .body("items[0].km", is(1.2f))
                .body("items[0].startsAt", is(SATURDAY.toString()))
                .body("items[0].capacity", is(5))
                .body("items[0].taken", is(1))
                .body("items[0].reasons.code", contains("NEAR", "STARTS", "PLACES_OPEN", "FITS_TIME", "OWN_GROUP"))
                .body(
                        "items[0].reasons.text",
                        hasItems("1.2 km from you", "4 of 5 places are still open", "takes 45 of your 60 minutes"))
                .body("why", nullValue());
    }

    @Test
    void what_cannot_be_claimed_is_not_suggested() {
        var organiser = people.with(ORGANISER, town);
        var member = people.member(town);
        var good = Work.open(organiser, town, 1);
        Work.draft(organiser, leaflets(town));
        organiser.act("/tasks/{id}/close", Work.open(organiser, town, 1)).statusCode(200);
        Work.claim(people.member(town), Work.open(organiser, town, 1)); // full
        Work.letEnd(Work.open(organiser, town, 2)); // over
        Work.claim(member, Work.open(organiser, town, 2)); // theirs
        Work.open(organiser, leaflets(town, "requiredCourseId", course())); // not theirs to do
        people.grow(town + ".hove");
        Work.open(organiser, town + ".hove", 1); // of another group
        Work.claim(member, Work.open(organiser, at(SATURDAY, 60)));
        Work.open(organiser, at(SATURDAY.plus(30, ChronoUnit.MINUTES), 60)); // while they are elsewhere
        suggested(member, "", good);
    }

    @Test
    void each_audience_is_asked_for_those_it_is_for() {
        var organiser = people.lead(town);
        var below = town + ".hove";
        var member = people.member(below);
        member.patch("/me", null, Map.of("home", point(50.83, -0.14))).statusCode(200);
        var group = Work.open(organiser, audience(below, Map.of("who", "GROUP"), 50.83));
        var branch = Work.open(organiser, audience(town, Map.of("who", "BRANCH"), 50.83));
        var movement = Work.open(organiser, audience(town, Map.of("who", "MOVEMENT"), 50.83));
        var nearby = Work.open(organiser, audience(town, Map.of("who", "NEARBY", "km", 10), 50.84));
        var invited = Work.open(organiser, audience(town, Map.of("who", "INVITED"), 50.83));
        Work.open(organiser, audience(town, Map.of("who", "GROUP"), 50.83));
        Work.open(organiser, audience(town, Map.of("who", "NEARBY", "km", 10), 50.99));
        Work.open(organiser, audience(town, Map.of("who", "INVITED"), 50.83));
        people.grow(town + ".lewes");
        Work.open(organiser, audience(town + ".lewes", Map.of("who", "BRANCH"), 50.83));
        organiser
                .replace("/tasks/{id}/invitations", Map.of("memberIds", List.of(member.id())), invited)
                .statusCode(204);
        suggested(member, "", group, branch, movement, nearby, invited);
        suggested(member, "?lat=50.83&lon=-0.14", group, branch, movement, nearby, invited);
        member.get("/me/next").body("items[0].reasons.code", hasItem("INVITED"));
        suggested(member, "?remote=true");
    }

    @Test
    void who_is_invited_from_outside_is_told_too() {
        var organiser = people.with(ORGANISER, town);
        var guest = people.newcomer();
        var task = Work.open(organiser, leaflets(town, "audience", Map.of("who", "INVITED")));
        organiser
                .replace("/tasks/{id}/invitations", Map.of("memberIds", List.of(guest.id())), task)
                .statusCode(204);
        suggested(guest, "", task);
        guest.put("/tasks/{id}/claim", task).statusCode(200);
    }

    @Test
    void who_is_called_because_somebody_dropped_out_is_told_too() {
        var organiser = people.lead(town);
        var member = people.member(town);
        people.grow(town + ".hove");
        var task = Work.open(organiser, town + ".hove", 1);
        var call = UUID.randomUUID();
        Sql.run(
                "insert into rescue (id, version, task_id, people, called_at, until)"
                        + " values (?, 0, ?, 1, now(), now() + interval '1 hour')",
                call,
                task);
        suggested(member, "");
        Sql.run(
                "insert into rescue_call (id, rescue_id, task_id, member_id, until)"
                        + " values (gen_random_uuid(), ?, ?, ?, now() + interval '1 hour')",
                call,
                task,
                member.id());
        suggested(member, "", task);
        member.get("/tasks/{id}/eligibility", task).body("canClaim", is(true));
        Sql.run("update rescue_call set until = now() where rescue_id = ?", call);
        suggested(member, "");
        // A call that the service did not make is in no journal, and the invariants ask about every call.
        Sql.run("delete from rescue_call where rescue_id = ?", call);
        Sql.run("delete from rescue where id = ?", call);
    }

    @Test
    void remote_and_minutes_narrow_it() {
        var organiser = people.with(ORGANISER, town);
        var member = people.member(town);
        var calls = Work.open(organiser, leaflets(town, "effortMinutes", 20));
        var doors = Work.open(organiser, doors(50.83, -0.14));
        suggested(member, "", calls, doors);
        suggested(member, "?remote=true", calls);
        suggested(member, "?remote=false", doors);
        suggested(member, "?minutes=20", calls);
        suggested(member, "?minutes=19");
        suggested(member, "?minutes=60&remote=false&lat=50.83&lon=-0.14", doors);
    }

    @Test
    void a_course_that_one_took_opens_what_needs_it() {
        var lead = people.with(LEAD, town);
        var member = people.member(town);
        var course = course();
        var task = Work.open(lead, leaflets(town, "requiredCourseId", course));
        suggested(member, "");
        lead.post("/courses/{id}/completions", Map.of("memberId", member.id(), "group", town), course)
                .statusCode(201);
        suggested(member, "", task);
        member.get("/me/next")
                .body("items[0].requiredCourseId", is(course))
                .body("items[0].reasons.code", hasItem("QUALIFIED"));
    }

    @Test
    void the_nearest_come_first_from_where_one_is_or_from_home() {
        var organiser = people.with(ORGANISER, town);
        var member = people.member(town);
        var north = Work.open(organiser, doors(55.95, -3.19));
        var south = Work.open(organiser, doors(50.83, -0.14));
        first(member, "?lat=50.83&lon=-0.14", south);
        first(member, "?lat=55.95&lon=-3.19", north);
        member.patch("/me", null, Map.of("home", point(55.95, -3.19))).statusCode(200);
        first(member, "", north).body("items[0].reasons.text", hasItem("less than 1 km from your home"));
        first(member, "?lat=50.83&lon=-0.14", south).body("items[0].reasons.text", hasItem("less than 1 km from you"));
    }

    @Test
    void only_two_decimals_of_a_position_are_used() {
        Work.open(people.with(ORGANISER, town), doors(50.90, -0.14));
        var member = people.member(town);
        var exact = member.get("/me/next?lat=50.834999&lon=-0.1449").extract().jsonPath();
        var coarse = member.get("/me/next?lat=50.83&lon=-0.14").extract().jsonPath();
        assertThat(exact.getFloat("items[0].km")).isEqualTo(coarse.getFloat("items[0].km"));
    }

    @Test
    void across_the_date_line_it_is_not_far() {
        var organiser = people.with(ORGANISER, town);
        for (var i = 0; i < 45; i++) Work.open(organiser, doors(-16.9, 179.0 - i / 10.0));
        var across = Work.open(organiser, doors(-16.8, -179.99));
        first(people.member(town), "?lat=-16.8&lon=179.99", across).body("items[0].km", is(2.1f));
    }

    @Test
    void the_sooner_of_two_comes_first() {
        var organiser = people.with(ORGANISER, town);
        var later = Work.open(organiser, at(SATURDAY.plus(5, ChronoUnit.DAYS), 60));
        var sooner = Work.open(organiser, at(SATURDAY, 60));
        var any = Work.open(organiser, leaflets(town));
        people.member(town)
                .get("/me/next")
                .body("items.id", contains(sooner.toString(), later.toString(), any.toString()));
    }

    @Test
    void at_most_twenty_are_suggested_and_no_group_crowds_out_another() {
        var organiser = people.lead(town);
        var member = people.member(town);
        member.put("/groups/{path}/membership", grown(town + ".hove")).statusCode(200);
        for (var i = 0; i < 22; i++) Work.open(organiser, at(SATURDAY.plus(i, ChronoUnit.HOURS), 30));
        var other = Work.open(organiser, town + ".hove", 1);
        member.get("/me/next").body("items", hasSize(20)).body("items[5].id", is(other.toString()));
    }

    @Test
    void with_the_hands_full_nothing_is_suggested_and_it_says_why() {
        var organiser = people.with(ORGANISER, town);
        var member = people.member(town);
        var held = Work.claim(member, Work.open(organiser, town, 1));
        for (var i = 0; i < 2; i++) Work.claim(member, Work.open(organiser, town, 1));
        Work.open(organiser, town, 1);
        member.get("/me/next")
                .statusCode(200)
                .body("items", hasSize(0))
                .body("why.code", is("claim-limit"))
                .body("why.limit", is(3))
                .body("why.holds", hasSize(3))
                .body("why.holds[0].assignment", is(held.toString()))
                .body("why.remedy", containsString("give one back"));
    }

    @Test
    void where_there_is_nothing_it_says_what_to_do() {
        people.newcomer()
                .get("/me/next")
                .statusCode(200)
                .body("items", hasSize(0))
                .body("why.code", is("nothing-next"))
                .body("why.detail", containsString("Join a group"));
        people.member(town).get("/me/next").body("why.detail", containsString("look again"));
    }

    @ParameterizedTest
    @CsvSource({
        "lat=50.83, 422, invalid-input",
        "lon=0, 422, invalid-input",
        "lat=91&lon=0, 422, invalid-input",
        "lat=NaN&lon=0, 422, invalid-input",
        "lat=north&lon=0, 400, malformed-parameter",
        "minutes=0, 422, invalid-input",
        "remote=maybe, 400, malformed-parameter",
        "limit=3, 400, unknown-parameter"
    })
    void a_wish_that_makes_no_sense_is_refused(String query, int status, String code) {
        refused(people.member(town).get("/me/next?" + query), status, code).body("detail", not(containsString("50.8")));
    }

    @Test
    void no_index_of_tasks_knows_what_a_claim_changes() {
        assertThat(Sql.column(String.class, "select indexdef from pg_indexes where tablename = 'task'"))
                .isNotEmpty()
                .noneMatch(index -> index.matches(".*\\b(taken|fence)\\b.*"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30})
    void it_takes_four_statements_at_most_however_much_there_is(int tasks) {
        var lead = people.lead(town);
        var member = people.member(town);
        for (var i = 0; i < tasks; i++) {
            var below = grown(town + ".ward-" + i);
            Work.open(lead, audience(below, Map.of("who", "MOVEMENT"), 50.83));
        }
        var requestId = "next-" + UUID.randomUUID();
        var statements = Statements.follow(requestId);
        member.request().header("X-Request-Id", requestId).get("/me/next?lat=50.83&lon=-0.14");
        assertThat(statements).hasSizeBetween(3, 4);
    }

    private String grown(String group) {
        people.grow(group);
        return group;
    }

    private String course() {
        return people.lead(town)
                .post("/courses", Map.of("group", town, "title", "Doors 101", "description", "Listen."))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void suggested(Person person, String query, UUID... tasks) {
        var ids = new ArrayList<String>();
        for (var task : tasks) ids.add(task.toString());
        person.get("/me/next" + query).statusCode(200).body("items.id", containsInAnyOrder(ids.toArray()));
    }

    private static ValidatableResponse first(Person person, String query, UUID task) {
        return person.get("/me/next" + query).statusCode(200).body("items[0].id", is(task.toString()));
    }

    private Map<String, Object> at(Instant start, int minutes) {
        var wanted = leaflets(town, "startsAt", start.toString());
        wanted.put("endsAt", start.plus(minutes, ChronoUnit.MINUTES).toString());
        return wanted;
    }

    private Map<String, Object> doors(double latitude, double longitude) {
        return placed(leaflets(town), latitude, longitude);
    }

    private static Map<String, Object> audience(String group, Map<String, Object> audience, double latitude) {
        return placed(leaflets(group, "audience", audience), latitude, -0.14);
    }

    private static Map<String, Object> placed(Map<String, Object> wanted, double latitude, double longitude) {
        wanted.put("remote", false);
        wanted.put("place", Map.of("name", "There", "location", point(latitude, longitude)));
        return wanted;
    }

    private static Map<String, Object> point(double latitude, double longitude) {
        return Map.of("type", "Point", "coordinates", List.of(longitude, latitude));
    }
}
