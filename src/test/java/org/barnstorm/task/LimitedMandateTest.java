package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Drives;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.KindsOfWork;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Trusting;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody may do with tasks whose mandate is for some tasks only. */
@QuarkusTest
class LimitedMandateTest {
    @Inject
    People people;

    private final String town = People.freshTown();
    private Person lead;
    private Person organiser;
    private UUID campaign;
    private UUID other;

    @BeforeEach
    void appoint() {
        people.grow(town);
        lead = people.lead(town);
        campaign = Drives.campaign(lead, town);
        other = Drives.campaign(lead, town);
        KindsOfWork.make(lead, town, "canvass", KindsOfWork.canvass()).statusCode(201);
        KindsOfWork.make(lead, town, "stall", KindsOfWork.canvass()).statusCode(201);
        organiser = people.member(town);
    }

    @Test
    void within_its_limits_it_allows_what_any_other_does() {
        limited(campaign, Map.of("kinds", List.of("canvass"), "maxPlaces", 20));
        var task = Work.draft(organiser, wanted(campaign, "canvass", 20));
        organiser.act("/tasks/{id}/publish", task).statusCode(200);
        Work.edit(organiser, task, Map.of("title", "Leaflets in Hove", "capacity", 10));
        Work.offer(organiser, task, people.member(town));
        organiser.get("/tasks/{id}/assignments", task).statusCode(200).body("items", hasSize(1));
        organiser.replace("/tasks/{id}/invitations", guest(), task).statusCode(204);
        organiser.act("/tasks/{id}/close", task).statusCode(200);
        organiser.act("/tasks/{id}/publish", task).statusCode(200);
        organiser.act("/tasks/{id}/cancel", task).statusCode(200);
        Invariants.hold();
    }

    @Test
    void no_task_is_made_beyond_its_limits_and_the_refusal_says_them() {
        limited(campaign, Map.of("kinds", List.of("canvass"), "maxPlaces", 20));
        for (var beyond : List.of(
                wanted(other, "canvass", 5),
                wanted(null, "canvass", 5),
                wanted(campaign, "stall", 5),
                wanted(campaign, null, 5),
                wanted(campaign, "canvass", 21))) {
            refused(organiser.post("/tasks", beyond), 403, "no-mandate")
                    .body(
                            "detail",
                            containsString("limited to tasks of the campaign " + campaign
                                    + ", of the kinds canvass, with at most 20 places"))
                    .body("limits[0].campaign", is(campaign.toString()), "limits[0].maxPlaces", is(20))
                    .body("limits[0].kinds", contains("canvass"));
        }
    }

    @Test
    void no_task_is_edited_out_of_its_reach() {
        limited(campaign, Map.of("kinds", List.of("canvass"), "maxPlaces", 20));
        var task = Work.open(organiser, wanted(campaign, "canvass", 20));
        for (var field : List.of("campaignId", "kind")) {
            var patch = new HashMap<String, Object>();
            patch.put(field, null);
            refusedEdit(task, patch);
        }
        refusedEdit(task, Map.of("campaignId", other));
        refusedEdit(task, Map.of("kind", "stall"));
        refusedEdit(task, Map.of("capacity", 21));
        lead.get("/tasks/{id}", task)
                .body(
                        "campaignId",
                        is(campaign.toString()),
                        "kind",
                        is("canvass"),
                        "capacity",
                        is(20),
                        "version",
                        is(1));
        Invariants.hold();
    }

    @Test
    void no_task_is_edited_into_its_reach() {
        limited(campaign, Map.of("maxPlaces", 20));
        var elsewhere = Work.open(lead, wanted(other, null, 5));
        var large = Work.open(lead, wanted(campaign, null, 21));
        refusedEdit(elsewhere, Map.of("campaignId", campaign));
        refusedEdit(large, Map.of("capacity", 20));
    }

    private void refusedEdit(UUID task, Map<String, ?> patch) {
        var etag = lead.get("/tasks/{id}", task).extract().header("ETag");
        refused(organiser.patch("/tasks/{id}", etag, patch, task), 403, "no-mandate");
    }

    @Test
    void nothing_is_done_with_a_task_of_another_campaign() {
        limited(campaign, null);
        var holder = people.member(town);
        var task = Work.open(lead, wanted(other, null, 5));
        var hold = Work.claim(holder, task);
        var guest = people.member(town).id();
        var denied = List.<ValidatableResponse>of(
                organiser.act("/tasks/{id}/close", task),
                organiser.act("/tasks/{id}/cancel", task),
                organiser.act("/tasks/{id}/publish", task),
                organiser.post("/tasks/{id}/assignments", Map.of("memberId", guest), task),
                organiser.post("/tasks/{id}/assignments", Map.of("memberIds", List.of(guest)), task),
                organiser.post("/tasks/{id}/assignments", Map.of("role", Role.VERIFIER, "group", town), task),
                organiser.get("/tasks/{id}/assignments", task),
                organiser.get("/tasks/{id}/waitlist", task),
                organiser.get("/tasks/{id}/invitations", task),
                organiser.replace("/tasks/{id}/invitations", guest(), task),
                organiser.replace("/tasks/{id}/needs", Map.of("taskIds", List.of()), task));
        for (var each : denied) refused(each, 403, "no-mandate");
        unseen(organiser.get("/assignments/{id}", hold));
        unseen(organiser.post("/assignments/{id}/move", Map.of("memberId", guest, "reason", "x"), hold));
        var own = Work.draft(lead, wanted(other, null, 5));
        unseen(organiser.get("/tasks/{id}", own));
        Invariants.hold();
    }

    @Test
    void places_in_its_own_tasks_are_moved_and_extended() {
        limited(campaign, null);
        var holder = people.member(town);
        var task = Work.open(lead, wanted(campaign, null, 5));
        var hold = Work.claim(holder, task);
        organiser
                .post("/assignments/{id}/extend", Map.of("fence", Work.fence(holder, hold)), hold)
                .statusCode(200);
        organiser
                .post(
                        "/assignments/{id}/move",
                        Map.of("memberId", people.member(town).id(), "reason", "Ill."),
                        hold)
                .statusCode(200);
        Invariants.hold();
    }

    @Test
    void what_is_not_about_a_task_is_beyond_every_limit() {
        limited(campaign, null);
        var content = Map.of("title", "Leaflets", "remote", true, "effortMinutes", 30);
        var denied = List.<ValidatableResponse>of(
                organiser.get("/groups/{path}/board", town),
                organiser.get("/templates?group={group}", town),
                organiser.post("/templates", Map.of("group", town, "name", "Leaflets", "content", content)),
                organiser.post(
                        "/series",
                        Map.of(
                                "group",
                                town,
                                "rrule",
                                "FREQ=WEEKLY",
                                "start",
                                "2030-01-01T18:00:00",
                                "content",
                                content)),
                organiser.get("/groups/{path}/verifications", town),
                organiser.get("/groups/{path}/reviews", town),
                organiser.get("/groups/{path}/quiet-people", town),
                organiser.get("/mandates?group={group}", town),
                organiser.act("/campaigns/{id}/end", campaign));
        for (var each : denied) refused(each, 403, "no-mandate");
    }

    @Test
    void lists_show_the_tasks_of_the_campaign_and_no_others() {
        limited(campaign, Map.of("maxPlaces", 20));
        var mine = Work.draft(lead, wanted(campaign, null, 20));
        Work.draft(lead, wanted(other, null, 5));
        Work.draft(lead, wanted(null, null, 5));
        Work.draft(lead, wanted(campaign, null, 21));
        organiser
                .get("/tasks?group={group}&status=DRAFT", town)
                .statusCode(200)
                .body("items.id", contains(mine.toString()));
        organiser.get("/tasks/{id}", mine).statusCode(200);
        people.member(town).get("/tasks?group={group}&status=DRAFT", town).body("items", empty());
    }

    @Test
    void results_are_verified_within_the_limits_and_only_those_are_listed() {
        var verifier = people.member(town);
        var wanted = Drives.limited(verifier, town, campaign, null);
        wanted.put("capabilities", List.of("TASK_VERIFY", "ASSIGNMENT_READ"));
        Drives.appoint(lead, wanted);
        var inside = Work.done(people.member(town), Work.open(lead, wanted(campaign, null, 5)));
        var outside = Work.done(people.member(town), Work.open(lead, wanted(other, null, 5)));
        verifier.get("/groups/{path}/verifications", town)
                .statusCode(200)
                .body("items.id", contains(inside.toString()));
        Work.verify(verifier, inside);
        unseen(verifier.act("/assignments/{id}/verify", outside));
        Invariants.hold();
    }

    @Test
    void several_narrow_mandates_are_several_and_not_one_wide_one() {
        limited(campaign, null);
        limited(other, null);
        var task = Work.open(organiser, wanted(campaign, null, 5));
        Work.open(organiser, wanted(other, null, 5));
        refusedEdit(task, Map.of("campaignId", other));
        limited(null, Map.of("maxPlaces", 5));
        Work.edit(organiser, task, Map.of("campaignId", other));
        Invariants.hold();
    }

    @Test
    void an_unlimited_mandate_beside_it_allows_everything_as_before() {
        limited(campaign, null);
        people.appoint(organiser, Role.ORGANISER, town);
        var task = Work.open(organiser, wanted(campaign, null, 5));
        Work.edit(organiser, task, Map.of("campaignId", other));
        organiser.get("/groups/{path}/board", town).statusCode(200);
        Invariants.hold();
    }

    @Test
    void once_the_campaign_is_over_nothing_is_allowed_any_more() {
        limited(campaign, null);
        var task = Work.open(organiser, wanted(campaign, null, 5));
        Drives.end(lead, campaign);
        for (var verb : List.of("close", "publish", "cancel")) {
            refused(organiser.act("/tasks/{id}/" + verb, task), 403, "no-mandate");
        }
        refused(organiser.post("/tasks", wanted(campaign, null, 5)), 403, "no-mandate");
        organiser.get("/tasks/{id}", task).statusCode(200); // whoever made it sees it
        Invariants.hold();
    }

    @Test
    void whoever_holds_it_is_on_probation_like_other_newcomers() {
        limited(campaign, null);
        Trusting.probation(1);
        var task = Work.draft(organiser, wanted(campaign, null, 5));
        organiser.act("/tasks/{id}/publish", task).statusCode(200).body("status", is("WAITING"));
        var release = lead.get("/tasks/{id}", task).extract().header("ETag");
        lead.request()
                .header("If-Match", release)
                .post("/tasks/{id}/release", task)
                .then()
                .statusCode(200);
        Trusting.probation(2);
        var etag = lead.get("/tasks/{id}", task).extract().header("ETag");
        refused(organiser.patch("/tasks/{id}", etag, Map.of("title", "Other leaflets"), task), 403, "on-probation");
        Trusting.everybody();
    }

    @Test
    void reviewers_release_within_their_limits_and_see_only_those() {
        var reviewer = people.member(town);
        var wanted = Drives.limited(reviewer, town, campaign, null);
        wanted.put("capabilities", List.of("TASK_REVIEW", "TASK_EDIT"));
        Drives.appoint(lead, wanted);
        people.appoint(organiser, Role.ORGANISER, town);
        Trusting.probation(5);
        var inside = Work.draft(organiser, wanted(campaign, null, 5));
        var outside = Work.draft(organiser, wanted(other, null, 5));
        for (var each : List.of(inside, outside)) {
            organiser.act("/tasks/{id}/publish", each).body("status", is("WAITING"));
        }
        reviewer.get("/groups/{path}/reviews", town).body("items.id", contains(inside.toString()));
        var etag = reviewer.get("/tasks/{id}", inside).statusCode(200).extract().header("ETag");
        reviewer.request()
                .header("If-Match", etag)
                .post("/tasks/{id}/release", inside)
                .then()
                .statusCode(200);
        unseen(reviewer.get("/tasks/{id}", outside));
        Trusting.everybody();
        Invariants.hold();
    }

    @Test
    void trust_is_not_that_of_an_organiser() {
        limited(campaign, null);
        organiser.get("/me/trust?group={group}", town).body("level", is(0));
        people.appoint(organiser, Role.ORGANISER, town);
        organiser.get("/me/trust?group={group}", town).body("level", is(3));
    }

    @Test
    void the_journal_names_the_kind_and_the_campaign_of_a_task() {
        limited(campaign, null);
        var task = Work.draft(organiser, wanted(campaign, "canvass", 5));
        var rows = Sql.column(
                String.class,
                "select (data ->> 'campaign') || ' ' || (data ->> 'kind') from journal where subject_id = ?",
                task);
        assertThat(rows).containsExactly(campaign + " canvass");
    }

    private String limited(UUID of, Map<String, ?> conditions) {
        return Drives.appoint(lead, Drives.limited(organiser, town, of, conditions));
    }

    private Map<String, Object> guest() {
        return Map.of("memberIds", List.of(people.member(town).id()));
    }

    private Map<String, Object> wanted(UUID of, String kind, int capacity) {
        var wanted = Work.leaflets(town, "capacity", capacity);
        if (of != null) wanted.put("campaignId", of);
        if (kind != null) wanted.put("kind", kind);
        return wanted;
    }
}
