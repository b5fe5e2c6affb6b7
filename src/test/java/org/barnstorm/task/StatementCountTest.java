package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.authority.Role.VERIFIER;

import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.barnstorm.testing.Crowd;
import org.barnstorm.testing.Drives;
import org.barnstorm.testing.KindsOfWork;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Statements;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many statements a request costs: few for a claim, the same for every length of a list. */
@QuarkusTest
class StatementCountTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @Test
    void a_claim_takes_at_most_six_statements() {
        var lead = people.with(LEAD, town);
        String course = lead.post("/courses", Map.of("group", town, "title", "Doors 101", "description", "Listen."))
                .statusCode(201)
                .extract()
                .path("id");
        var member = people.member(town);
        lead.post("/courses/{id}/completions", Map.of("memberId", member.id(), "group", town), course)
                .statusCode(201);
        var plain = claim(member, Work.open(lead, town, 1));
        var qualified = claim(member, Work.open(lead, Work.leaflets(town, "requiredCourseId", course)));
        Log.infof("Statements of a claim: %d, with a required course: %d", plain.size(), qualified.size());
        assertThat(plain).hasSizeBetween(3, 5);
        assertThat(qualified).hasSizeBetween(4, 6);
    }

    @Test
    void a_refused_claim_takes_no_more_than_one_that_wins() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        Work.claim(people.member(town), task);
        assertThat(claim(people.member(town), task)).hasSizeLessThanOrEqualTo(3);
    }

    /** It shares the campaign's row and looks whether that is over; an act by any other mandate does neither. */
    @Test
    void an_act_under_a_mandate_for_a_campaign_takes_two_statements_more() {
        var lead = people.lead(town);
        people.grow(town);
        var campaign = Drives.campaign(lead, town);
        var limited = people.member(town);
        Drives.appoint(lead, limited, town, campaign);
        var plain = closing(people.with(ORGANISER, town), Work.open(lead, town, 1));
        var narrow = closing(limited, Work.open(lead, Drives.task(town, campaign)));
        var both = people.with(ORGANISER, town);
        Drives.appoint(lead, both, town, campaign);
        assertThat(closing(both, Work.open(lead, Drives.task(town, campaign)))).hasSameSizeAs(plain);
        Log.infof("Statements of closing a task: %d, within limits: %d", plain.size(), narrow.size());
        assertThat(narrow).hasSizeLessThanOrEqualTo(plain.size() + 2);
        assertThat(plain).noneMatch(statement -> statement.contains("from campaign"));
    }

    private static List<String> closing(Person organiser, UUID task) {
        return statements(organiser, request -> request.post("/tasks/{id}/close", task), 0);
    }

    private static List<String> claim(Person member, UUID task) {
        return statements(member, request -> request.put("/tasks/{id}/claim", task), 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tasks?group={group}&limit={limit}",
                "/tasks/{task}/assignments?limit={limit}",
                "/groups/{group}/verifications?limit={limit}",
                "/groups/{group}/task-kinds?limit={limit}",
                "/mandates?group={group}&limit={limit}",
                "/courses?group={group}&limit={limit}",
                "/journal?group={group}&limit={limit}"
            })
    void a_list_of_one_ten_or_fifty_takes_the_same_statements(String path) {
        var lead = people.with(LEAD, town);
        var task = Work.open(lead, town, 50);
        for (var wire : Crowd.members(people, town, 50)) {
            var hold = wire.put("/tasks/" + task + "/claim");
            wire.post(
                    "/assignments/" + hold.id() + "/complete",
                    Work.completion(hold.body().path("fence").asLong()));
        }
        for (var i = 0; i < 50; i++) {
            Work.draft(lead, Work.leaflets(town));
            KindsOfWork.make(lead, town, "kind-" + i, KindsOfWork.canvass()).statusCode(201);
            lead.post("/courses", Map.of("group", town, "title", "Doors 101", "description", "Listen."));
            var capability = Map.of("memberId", people.lead(town).id(), "group", town, "role", ORGANISER);
            lead.post("/mandates", capability).statusCode(201);
        }
        // Five more where people are seen whom one has not seen today: they are counted.
        var most = path.contains("/assignments") ? 12 : 8;
        constant(lead, path.replace("{group}", town).replace("{task}", task.toString()), most);
    }

    @Test
    void my_own_lists_take_the_same_statements_for_every_length() {
        var lead = people.with(LEAD, town);
        var member = people.member(town);
        for (var i = 0; i < 50; i++) {
            Work.done(member, Work.open(lead, town, 1));
            String course = lead.post(
                            "/courses",
                            Map.of(
                                    "group",
                                    town,
                                    "title",
                                    "Doors " + i,
                                    "description",
                                    "Listen.",
                                    "award",
                                    Map.of("role", ORGANISER, "months", 12)))
                    .statusCode(201)
                    .extract()
                    .path("id");
            lead.post("/courses/{id}/completions", Map.of("memberId", member.id(), "group", town), course)
                    .statusCode(201);
        }
        constant(member, "/me/assignments?limit={limit}");
        constant(member, "/qualifications?limit={limit}");
        constant(member, "/me/mandates?limit={limit}");
        constant(lead, "/qualifications?member=" + member.id() + "&limit={limit}");
    }

    @Test
    void what_a_task_needs_takes_the_same_statements_however_much_it_is_and_whoever_sees_it() {
        var beside = town.replace(".town", ".beside");
        var lead = people.lead(town);
        people.grow(town);
        people.grow(beside);
        var verifier = people.with(VERIFIER, town);
        var counts = List.of(1, 5, 20).stream()
                .map(count -> statements(
                                verifier, request -> request.get("/tasks/{id}/needs", needing(lead, beside, count)), 0)
                        .size())
                .distinct()
                .toList();
        assertThat(counts).hasSize(1);
        assertThat(counts.get(0)).isLessThanOrEqualTo(12);
    }

    /** A waiting task that needs so many of a group beside its own. */
    private UUID needing(Person lead, String beside, int count) {
        var needed =
                Stream.generate(() -> Work.open(lead, beside, 1)).limit(count).toList();
        var task = Work.draft(lead, Work.leaflets(town));
        lead.replace("/tasks/{id}/needs", Map.of("taskIds", needed), task).statusCode(200);
        lead.act("/tasks/{id}/publish", task).statusCode(200);
        return task;
    }

    private static void constant(Person reader, String path) {
        constant(reader, path, 8);
    }

    private static void constant(Person reader, String path, int most) {
        var counts = List.of(1, 10, 50).stream()
                .map(limit -> statements(reader, request -> request.get(path, limit), limit)
                        .size())
                .distinct()
                .toList();
        Log.infof("Statements of %s: %s", path.replaceAll("=.*", ""), counts);
        assertThat(counts).as(path).hasSize(1);
        assertThat(counts.get(0)).isBetween(2, most);
    }

    private static List<String> statements(
            Person person, Function<RequestSpecification, Response> send, int expectedItems) {
        var requestId = "count-" + UUID.randomUUID();
        var statements = Statements.follow(requestId);
        var answer = send.apply(person.request().header("X-Request-Id", requestId));
        if (expectedItems > 0) assertThat(answer.jsonPath().getList("items")).hasSize(expectedItems);
        return statements;
    }
}
