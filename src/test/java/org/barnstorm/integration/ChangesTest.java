package org.barnstorm.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.authority.Role.VERIFIER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.barnstorm.testing.Integrators;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Following what changes: who gets what, in which order, from where on, and at what cost. */
@QuarkusTest
class ChangesTest {
    private static final int LONG = 30;

    /** More than there are connections to the database. */
    private static final int WAITERS = 100;

    @Inject
    People people;

    @Inject
    Pulse pulse;

    private final String town = People.freshTown();

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 200", "TRAINER, 200", "VERIFIER, 200", "STEWARD, 200"})
    void who_may_follow_changes(String role, int status) {
        var answer = people.as(role, town).get("/changes?group={group}", town);
        if (status == 200) answer.statusCode(200);
        else refused(answer, 403, "no-mandate");
    }

    /** By the kind of thing: what a mandate shows in lists, it shows in the feed. */
    @ParameterizedTest
    @CsvSource({
        "ORGANISER, group task assignment membership",
        "TRAINER, group membership qualification",
        "VERIFIER, group task assignment",
        "LEAD, group task assignment membership mandate qualification course",
        "STEWARD, group task assignment membership mandate qualification course"
    })
    void each_gets_what_their_mandates_show(String role, String kinds) {
        var person = people.as(role, town);
        everyKindOfThing();
        await().atMost(ONE_MINUTE).untilAsserted(() -> {
            var seen = new HashSet<>(all(person, "group=" + town).stream()
                    .map(each -> each.get("subjectType"))
                    .toList());
            assertThat(seen).isEqualTo(Set.of(kinds.split(" ")));
        });
    }

    private void everyKindOfThing() {
        people.grow(town);
        var lead = people.lead(town);
        var course = lead.post("/courses", Map.of("group", town, "title", "Doors", "description", "Listen."))
                .statusCode(201)
                .extract()
                .path("id");
        var learner = people.member(town);
        lead.post("/courses/{id}/completions", Map.of("memberId", learner.id(), "group", town), course)
                .statusCode(201);
        Work.claim(learner, Work.open(people.with(ORGANISER, town), town, 1));
    }

    @Test
    void what_happened_to_a_draft_stays_with_those_who_see_drafts() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        assertThat(types(organiser, task)).containsExactly("task.created", "task.published");
        assertThat(types(people.with(VERIFIER, town), task)).containsExactly("task.published");
    }

    @Test
    void suspensions_stay_with_those_who_look_after_memberships() {
        var organiser = people.with(ORGANISER, town);
        var member = people.member(town);
        var body = Map.of("memberId", member.id(), "reason", "Reported.", "until", Integrators.in(Duration.ofDays(2)));
        people.lead(town).post("/groups/{path}/suspensions", body, town).statusCode(201);
        await().atMost(ONE_MINUTE)
                .until(() -> kinds(people.lead(town), "membership").contains("membership.suspended"));
        assertThat(kinds(organiser, "membership,suspension"))
                .doesNotContain("membership.suspended", "suspension.begun");
    }

    private List<Object> kinds(Person person, String types) {
        return all(person, "group=" + town + "&types=" + types).stream()
                .map(each -> each.get("type"))
                .toList();
    }

    private List<Object> types(Person person, UUID subject) {
        await().atMost(ONE_MINUTE).until(() -> all(people.lead(town), "group=" + town).stream()
                .anyMatch(each -> subject.toString().equals(each.get("subject"))
                        && each.get("type").equals("task.published")));
        return all(person, "group=" + town).stream()
                .filter(each -> subject.toString().equals(each.get("subject")))
                .map(each -> each.get("type"))
                .toList();
    }

    private static List<Map<String, Object>> all(Person person, String query) {
        var found = new ArrayList<Map<String, Object>>();
        String since = null;
        boolean more;
        do {
            var request = person.request();
            if (since != null) request.queryParam("since", since);
            var answer = request.get("/changes?limit=3&" + query)
                    .then()
                    .statusCode(200)
                    .extract();
            found.addAll(answer.<List<Map<String, Object>>>path("items"));
            since = answer.path("next");
            more = answer.path("more");
        } while (more);
        return found;
    }

    @Test
    void in_small_pages_it_is_the_same_as_the_journal() {
        var organiser = people.with(ORGANISER, town);
        for (var i = 0; i < 5; i++) Work.open(organiser, town, 1);
        var lead = people.lead(town);
        await().atMost(ONE_MINUTE).untilAsserted(() -> {
            List<Object> journal =
                    lead.get("/journal?limit=200&group={group}", town).extract().path("items.id");
            assertThat(all(lead, "group=" + town))
                    .extracting(each -> each.get("id"))
                    .isEqualTo(journal);
        });
    }

    @Test
    void from_now_on_there_is_what_comes() {
        var organiser = people.with(ORGANISER, town);
        Work.open(organiser, town, 1);
        var begun = organiser
                .get("/changes?since=now&group={group}", town)
                .statusCode(200)
                .body("items", hasSize(0))
                .body("more", is(false));
        String since = begun.extract().path("next");
        var task = Work.draft(organiser, Work.leaflets(town)).toString();
        await().atMost(ONE_MINUTE).untilAsserted(() -> organiser
                .get("/changes?group={group}&types=task&since={since}", town, since)
                .body("items.findAll { it.type == 'task.created' }.subject", is(List.of(task))));
    }

    @Test
    void filters_by_kind_and_by_type() {
        var organiser = people.with(ORGANISER, town);
        Work.open(organiser, town, 1);
        await().atMost(ONE_MINUTE).untilAsserted(() -> assertThat(all(organiser, "types=task.published&group=" + town))
                .extracting(each -> each.get("type"))
                .containsOnly("task.published")
                .isNotEmpty());
        refused(organiser.get("/changes?types=Task;drop&group={group}", town), 422, "invalid-input");
    }

    @Test
    void what_is_over_has_a_tombstone() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        organiser.act("/tasks/{id}/cancel", task).statusCode(200);
        await().atMost(ONE_MINUTE).untilAsserted(() -> assertThat(all(organiser, "types=task&group=" + town))
                .filteredOn(each -> task.toString().equals(each.get("subject")))
                .extracting(each -> each.get("gone"))
                .containsExactly(false, false, true));
    }

    @Test
    void a_place_in_the_feed_is_its_owners() {
        var organiser = people.with(ORGANISER, town);
        String next = organiser.get("/changes?group={group}", town).extract().path("next");
        organiser
                .get("/changes?group={group}&types=task&limit=1&since={next}", town, next)
                .statusCode(200);
        var other = people.with(ORGANISER, town);
        refused(other.get("/changes?group={group}&since={next}", town, next), 400, "invalid-cursor");
        refused(organiser.get("/changes?group={group}&since=0", town), 400, "invalid-cursor");
    }

    @Test
    void elsewhere_there_is_nothing_to_follow() {
        var lead = people.with(LEAD, town);
        refused(lead.get("/changes?group={group}", town + "-beside").statusCode(404), 404, "not-found");
        people.grow(town + "-beside");
        refused(lead.get("/changes?group={group}", town + "-beside"), 403, "no-mandate");
        unseen(Integrators.integration(people, town, "changes:read").get("/changes?group={group}", town + "-beside"));
    }

    @Test
    void a_program_gets_what_its_scopes_show() {
        everyKindOfThing();
        var reader = Integrators.integration(people, town, "changes:read", "tasks:read");
        await().atMost(ONE_MINUTE).untilAsserted(() -> assertThat(all(reader, "group=" + town).stream()
                        .map(each -> each.get("subjectType"))
                        .distinct())
                .containsExactlyInAnyOrder("group", "task", "assignment"));
        var bare = Integrators.integration(people, town, "changes:read");
        await().atMost(ONE_MINUTE).untilAsserted(() -> assertThat(all(bare, "group=" + town))
                .extracting(each -> each.get("subjectType"))
                .isNotEmpty()
                .containsOnly("group"));
    }

    // --- Waiting -----------------------------------------------------------------------------------------------------

    @Test
    void who_waits_is_told_of_the_next_change() throws Exception {
        var organiser = people.with(ORGANISER, town);
        var follow = new Follow(organiser, "types=task&group=" + town);
        var since = follow.since("now", 0).path("next").asText();
        var waiting = follow.later(since, LONG);
        await().atMost(ONE_MINUTE).until(() -> pulse.size() > 0);
        var task = Work.draft(organiser, Work.leaflets(town));
        var told = waiting.get(LONG, TimeUnit.SECONDS);
        assertThat(told.path("items").findValuesAsText("subject")).containsExactly(task.toString());
    }

    @Test
    void what_happens_elsewhere_wakes_nobody() throws Exception {
        var organiser = people.with(ORGANISER, town);
        var follow = new Follow(organiser, "group=" + town);
        var since = follow.since("now", 0).path("next").asText();
        var quiet = follow.later(since, 2);
        Work.open(people.with(ORGANISER, town + "-beside"), town + "-beside", 1);
        assertThat(quiet.get(LONG, TimeUnit.SECONDS).path("items")).isEmpty();
    }

    /** I-14: the wait began with a mandate that is gone when there is something to send. */
    @Test
    void I_14_it_is_decided_when_it_is_sent_who_sees_what() throws Exception {
        var organiser = people.newcomer();
        var mandate = people.appoint(organiser, ORGANISER, town);
        var other = people.with(ORGANISER, town);
        var token = organiser.token();
        var since = Person.withToken(token)
                .get("/changes?since=now&group=" + town)
                .then()
                .statusCode(200)
                .extract()
                .<String>path("next");
        people.lead(town)
                .post("/mandates/{id}/revoke", Map.of("reason", "Moved away."), mandate)
                .statusCode(200);
        Work.open(other, town, 1);
        refused(
                Person.withToken(token)
                        .get("/changes?group=" + town + "&since=" + since)
                        .then(),
                403,
                "no-mandate");
    }

    @Test
    void I_14_a_wait_ends_for_who_may_not_follow_any_more() throws Exception {
        var client = Integrators.freshClient();
        var lead = people.with(LEAD, town);
        var id = Integrators.bind(lead, client, town, "changes:read", "tasks:read");
        var program = Integrators.program(client);
        var since = new Follow(program, "group=" + town)
                .since("now", 0)
                .path("next")
                .asText();
        var before = pulse.size();
        var waiting = CompletableFuture.supplyAsync(() -> program.request()
                .get("/changes?wait=" + LONG + "&group=" + town + "&since=" + since)
                .then());
        await().atMost(ONE_MINUTE).until(() -> pulse.size() > before);
        lead.act("/integrations/{id}/end", id).statusCode(200); // which is itself a change in the town
        refused(waiting.get(LONG + 10, TimeUnit.SECONDS), 403, "integration-over");
    }

    @Test
    void as_many_as_you_like_wait_at_the_cost_of_one_look() throws Exception {
        var organiser = people.with(ORGANISER, town);
        var follow = new Follow(organiser, "types=task&group=" + town);
        var since = follow.since("now", 0).path("next").asText();
        var all = new ArrayList<CompletableFuture<JsonNode>>();
        for (var i = 1; i <= WAITERS; i++) {
            all.add(follow.later(since, LONG));
            var waiters = i;
            if (i % 10 == 0) await().atMost(ONE_MINUTE).until(() -> pulse.size() >= waiters);
        }
        organiser.get("/tasks").statusCode(200); // there is room for others meanwhile
        var task = Work.draft(organiser, Work.leaflets(town)).toString();
        for (var each : all) {
            assertThat(each.get(LONG, TimeUnit.SECONDS).path("items").findValuesAsText("subject"))
                    .contains(task);
        }
        await().atMost(ONE_MINUTE).until(() -> pulse.size() == 0);
    }
}
