package org.barnstorm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The main job told over HTTP: the packaged jar, a real PostgreSQL, and tokens that a real Keycloak made. Each test is a
 * chapter; {@link Story} makes what came before it. docs/tutorial.md tells the same story with curl.
 */
@QuarkusIntegrationTest
@WithTestResource(KeycloakResource.class)
class StoryIT {
    private static final Story STORY = new Story();
    private static final StoryActs ACTS = new StoryActs(STORY);

    @Test
    void chapter_1_the_admin_grows_the_tree_and_leads_appoint_leads() {
        assertThat(STORY.tree.get())
                .containsEntry("rows", 650)
                .containsEntry("created", 650)
                .containsEntry("ancestorsCreated", 12)
                .containsEntry("rejected", 0);
        STORY.admin
                .get()
                .upload("/groups/import", Story.constituencies())
                .statusCode(200)
                .body("created", equalTo(0), "ancestorsCreated", equalTo(0), "unchanged", equalTo(650));
        STORY.localLead
                .get()
                .get("/me/mandates")
                .statusCode(200)
                .body("items", hasSize(1), "items[0].group", equalTo(Story.BRIGHTON), "items[0].role", equalTo("LEAD"));
        STORY.admin
                .get()
                .post(
                        "/mandates",
                        Map.of("memberId", STORY.localLead.get().id(), "group", Story.GLASGOW, "role", "LEAD"))
                .statusCode(403)
                .body("type", equalTo("/problems/bootstrap-only"));
    }

    @Test
    void chapter_2_a_newcomer_registers_finds_groups_nearby_and_joins() {
        var newcomer = STORY.newcomer.get();
        newcomer.get("/groups?near=50.83,-0.14&within=20")
                .statusCode(200)
                .body("items[0].path", equalTo(Story.BRIGHTON), "items[0].distanceKm", notNullValue());
        newcomer.get("/me")
                .statusCode(200)
                .body("name", equalTo("Nora Newcomer"), "memberships[0].group", equalTo(Story.BRIGHTON))
                .body("memberships[0].status", equalTo("ACTIVE"));
    }

    @Test
    void chapter_2_a_group_may_ask_its_lead_first() {
        STORY.localLead.get();
        var small = Story.BRIGHTON + ".hanover";
        STORY.localLead
                .get()
                .post("/groups", Map.of("path", small, "name", "Hanover", "joinPolicy", "REQUEST"))
                .statusCode(201);
        String membership = STORY.newcomer
                .get()
                .put("/groups/" + small + "/membership")
                .statusCode(200)
                .body("status", equalTo("REQUESTED"))
                .extract()
                .path("id");
        STORY.localLead
                .get()
                .post("/memberships/" + membership + "/approve")
                .statusCode(200)
                .body("status", equalTo("ACTIVE"));
    }

    @Test
    void chapter_3_a_completed_course_makes_an_organiser_from_that_second() {
        var stranger = STORY.invited.get();
        stranger.post("/tasks", Story.newTask("Not yet", 1))
                .statusCode(403)
                .body("type", equalTo("/problems/no-mandate"));
        var mandate = STORY.completion.get().get("mandateId");
        STORY.organiser
                .get()
                .get("/mandates/" + mandate)
                .statusCode(200)
                .body("source", equalTo("EARNED"), "role", equalTo("ORGANISER"), "group", equalTo(Story.BRIGHTON))
                .body("qualificationId", equalTo(STORY.completion.get().get("id")));
        STORY.organiser.get().post("/tasks", Story.newTask("At once", 1)).statusCode(201);
    }

    @Test
    void chapter_4_the_organiser_makes_a_task_and_gives_a_place_to_somebody_who_accepts() {
        STORY.invited
                .get()
                .get("/assignments/" + STORY.acceptedPlace.get())
                .statusCode(200)
                .body(
                        "status",
                        equalTo("HELD"),
                        "assignedBy",
                        equalTo(STORY.organiser.get().id().toString()));
        STORY.invited
                .get()
                .get("/tasks/" + STORY.task.get())
                .statusCode(200)
                .body("capacity", equalTo(5), "zone", equalTo("Europe/London"))
                .body("place.location.coordinates[1].toDouble()", closeTo(50.83, 0.001));
    }

    @Test
    void chapter_5_five_claim_at_once_four_win_and_a_place_given_back_goes_to_the_fifth() {
        var task = STORY.publishedTask("Five at once", 5);
        STORY.organiser
                .get()
                .post(
                        "/tasks/" + task + "/assignments",
                        Map.of("memberId", STORY.invited.get().id()))
                .statusCode(201);
        var answers = ACTS.atOnce(STORY.volunteers.get(), task);
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(4);
        var refused = answers.stream().filter(answer -> answer.status() != 200).toList();
        assertThat(refused).singleElement().satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.type()).isEqualTo("/problems/task-full");
        });
        var generous = answers.stream()
                .filter(answer -> answer.status() == 200)
                .findFirst()
                .orElseThrow();
        generous.actor()
                .delete("/tasks/" + task + "/claim?fence=" + generous.fence())
                .statusCode(200)
                .body("status", equalTo("RELEASED"));
        refused.get(0).actor().put("/tasks/" + task + "/claim").statusCode(200).body("status", equalTo("HELD"));
    }

    @Test
    void chapter_6_work_is_completed_verified_and_rejected() {
        var task = STORY.publishedTask("Count leaflets", 2);
        var done = ACTS.completed(STORY.volunteers.get().get(0), task, 42);
        var sloppy = ACTS.completed(STORY.volunteers.get().get(1), task, 1);
        STORY.localLead
                .get()
                .post("/assignments/" + done + "/verify")
                .statusCode(200)
                .body("status", equalTo("VERIFIED"));
        STORY.localLead
                .get()
                .post("/assignments/" + sloppy + "/reject", Map.of("reason", "That is another street."))
                .statusCode(200)
                .body("status", equalTo("REJECTED"));
        STORY.localLead.get().get("/tasks/" + task).body("taken", equalTo(1));
        STORY.volunteers.get().get(2).put("/tasks/" + task + "/claim").statusCode(200);
    }

    @Test
    void chapter_7_a_revoked_organiser_stops_at_once_and_their_work_stays() {
        var organiser = ACTS.organiserToBe();
        String task = organiser
                .actor()
                .post("/tasks", Story.newTask("Before", 1))
                .statusCode(201)
                .extract()
                .path("id");
        STORY.nationalLead
                .get()
                .post("/mandates/" + organiser.mandate() + "/revoke", Map.of("reason", "A pause was agreed."))
                .statusCode(200)
                .body("status", equalTo("REVOKED"));
        organiser
                .actor()
                .post("/tasks", Story.newTask("After", 1))
                .statusCode(403)
                .body("type", equalTo("/problems/no-mandate"));
        STORY.localLead.get().get("/tasks/" + task).statusCode(200);
        await().atMost(ONE_MINUTE)
                .untilAsserted(() -> assertThat(ACTS.journal()).anySatisfy(entry -> assertThat(entry)
                        .containsEntry("type", "mandate.revoked")
                        .containsEntry("subject", organiser.mandate())));
    }

    @Test
    void chapter_8_the_journal_shows_who_did_what_under_which_mandate_without_a_name() {
        var task = STORY.publishedTask("For the journal", 1);
        STORY.volunteers.get().get(3).put("/tasks/" + task + "/claim").statusCode(200);
        await().atMost(ONE_MINUTE).untilAsserted(() -> assertThat(ACTS.journal().stream()
                        .filter(entry -> task.equals(entry.get("subject"))
                                || task.equals(ACTS.data(entry).get("task"))))
                .extracting(entry -> entry.get("type"))
                .containsExactly("task.created", "task.published", "assignment.claimed"));
        var created = ACTS.journal().stream()
                .filter(entry -> task.equals(entry.get("subject")))
                .findFirst()
                .orElseThrow();
        assertThat(created)
                .containsEntry("actor", STORY.organiser.get().id().toString())
                .containsEntry("mandate", STORY.completion.get().get("mandateId"));
        var text = STORY.localLead
                .get()
                .get("/journal?limit=200&group=" + Story.BRIGHTON)
                .extract()
                .asString();
        assertThat(text).doesNotContain("Nora", "Newcomer", "Unteer", "@", "journal\"", "Hanover", "another street");
    }

    @Test
    void chapter_9_what_is_elsewhere_does_not_exist_for_the_local_lead() {
        var glasgow = ACTS.demoTaskInGlasgow();
        var lead = STORY.localLead.get();
        lead.get("/tasks/" + glasgow.task()).statusCode(404);
        lead.get("/tasks?group=" + Story.GLASGOW).statusCode(200).body("items", empty());
        lead.get("/assignments/" + glasgow.assignment()).statusCode(404);
        lead.post("/assignments/" + glasgow.assignment() + "/verify").statusCode(404);
        lead.post("/tasks/" + glasgow.task() + "/assignments", Map.of("memberId", lead.id()))
                .statusCode(404);
        lead.get("/groups/" + Story.GLASGOW + "/members").statusCode(403);
        lead.get("/journal?group=" + Story.GLASGOW).statusCode(403);
        lead.get("/tasks").body("items.group", everyItem(not(equalTo(Story.GLASGOW))));
        lead.get("/groups/" + Story.GLASGOW).statusCode(200); // the directory is everybody's
        STORY.nationalLead.get().get("/tasks?group=" + Story.GLASGOW).body("items.id", hasItem(glasgow.task()));
    }

    /** Its token is one that Keycloak made for a client, without any role. */
    @Test
    void chapter_10_a_program_is_let_in_reads_and_follows_and_is_out_again() {
        var task = STORY.publishedTask("For programs too", 1);
        var program = new Actor(Servers.get().people().serviceAccountToken(), null);
        program.get("/tasks/" + task).statusCode(403).body("type", equalTo("/problems/service-account"));
        String integration = STORY.localLead
                .get()
                .post(
                        "/integrations",
                        Map.of(
                                "clientId",
                                "barnstorm-integrator-example",
                                "name",
                                "Example",
                                "group",
                                Story.BRIGHTON,
                                "scopes",
                                List.of("tasks:read", "changes:read"),
                                "until",
                                Instant.now().plus(Duration.ofDays(30)).toString()))
                .statusCode(201)
                .extract()
                .path("id");
        program.get("/tasks/" + task).statusCode(200);
        program.get("/me").statusCode(403);
        program.put("/tasks/" + task + "/claim").statusCode(403);
        await().atMost(ONE_MINUTE)
                .untilAsserted(() -> program.get("/changes?limit=500&types=task&group=" + Story.BRIGHTON)
                        .statusCode(200)
                        .body("items.subject", hasItem(task)));
        STORY.localLead.get().post("/integrations/" + integration + "/end").statusCode(200);
        program.get("/tasks/" + task).statusCode(403).body("type", equalTo("/problems/integration-over"));
    }
}
