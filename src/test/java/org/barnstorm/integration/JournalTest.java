package org.barnstorm.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.authority.Role.STEWARD;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class JournalTest {
    private static final String CANARY = "Zephyrine";

    @Inject
    People people;

    private final String town = People.freshTown();

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 200"})
    void who_may_read_the_journal(String role, int status) {
        var answer = people.as(role, town).get("/journal?group={group}", town);
        if (status == 200) answer.statusCode(200);
        else refused(answer, 403, "no-mandate");
    }

    @Test
    void a_branch_is_read_by_those_above_it_and_by_nobody_beside_it() {
        people.grow(town + ".hove");
        people.with(STEWARD, town).get("/journal?group={group}", town + ".hove").statusCode(200);
        var steward = people.with(STEWARD, town + ".hove");
        refused(steward.get("/journal?group={group}", town), 403, "no-mandate");
        unseen(steward.get("/journal?group={group}", town + ".nowhere"));
        refused(people.with(LEAD, People.freshTown()).get("/journal?group={group}", town), 403, "no-mandate");
    }

    @Test
    void the_journal_tells_who_did_what_under_which_mandate_in_order() {
        var organiser = people.newcomer();
        var mandate = people.appoint(organiser, ORGANISER, town);
        var task = Work.open(organiser, town, 2).toString();
        var ada = people.member(town);
        var hold = Work.done(ada, java.util.UUID.fromString(task)).toString();
        var verifier = people.with(LEAD, town);
        verifier.act("/assignments/{id}/verify", hold).statusCode(200);
        people.lead(town)
                .post("/mandates/{id}/revoke", Map.of("reason", "Moved."), mandate)
                .statusCode(200);
        var entries = journal("task.entrusted"); // what they looked after goes to the lead, in the same transaction
        assertThat(of(entries, task))
                .extracting(entry -> entry.get("type"))
                .containsExactly("task.created", "task.published", "task.entrusted");
        assertThat(of(entries, task).subList(0, 2)).allSatisfy(entry -> {
            assertThat(entry).containsEntry("actor", organiser.id().toString());
            assertThat(entry).containsEntry("mandate", mandate);
            assertThat(entry).containsEntry("group", town);
        });
        assertThat(of(entries, hold))
                .extracting(entry -> entry.get("type"))
                .containsExactly("assignment.claimed", "assignment.completed", "assignment.verified");
        assertThat(of(entries, hold)).extracting(entry -> entry.get("sequence")).containsExactly(1, 2, 3);
        assertThat(of(entries, hold).get(0))
                .containsEntry("actor", ada.id().toString())
                .doesNotContainKey("mandate");
        assertThat(of(entries, hold).get(2))
                .containsEntry("actor", verifier.id().toString());
        assertThat(of(entries, mandate))
                .extracting(entry -> entry.get("type"))
                .containsExactly("mandate.granted", "mandate.revoked");
    }

    @Test
    void pages_follow_each_other_without_gaps_or_repeats() {
        var organiser = people.with(ORGANISER, town);
        for (var i = 0; i < 6; i++) Work.open(organiser, town, 1);
        var whole = journal("task.published", 6).stream()
                .map(entry -> entry.get("id"))
                .toList();
        var paged = new ArrayList<Object>();
        String next = null;
        do {
            var request = people.lead(town).request().queryParam("group", town).queryParam("limit", 4);
            if (next != null) request.queryParam("cursor", next);
            var page = request.get("/journal").then().statusCode(200).extract();
            paged.addAll(page.<List<Object>>path("items.id"));
            next = page.path("next");
        } while (next != null);
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void an_edit_tells_that_it_was_and_a_refused_act_nothing() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.draft(organiser, Work.leaflets(town));
        organiser.patch("/tasks/{id}", "\"0\"", Map.of("capacity", 3), task).statusCode(200);
        organiser.patch("/tasks/{id}", "\"0\"", Map.of("capacity", 4), task).statusCode(412);
        organiser.act("/tasks/{id}/close", task).statusCode(409);
        assertThat(of(journal("task.edited"), task.toString()))
                .extracting(entry -> entry.get("type"))
                .containsExactly("task.created", "task.edited");
    }

    @Test
    void no_name_address_or_free_text_gets_into_the_journal() {
        var lead = people.newcomer(CANARY + " Lead");
        people.appoint(lead, LEAD, town);
        var ada = people.member(town, CANARY + " Lovelace");
        ada.patch("/me", ada.get("/me").extract().header("ETag"), Map.of("name", CANARY + " Ada"));
        var wanted = Work.leaflets(town, "title", CANARY + " leaflets");
        wanted.put("instructions", CANARY + " street first");
        wanted.put("place", Map.of("name", CANARY + " corner"));
        wanted.put("capacity", 5);
        var task = Work.open(lead, wanted);
        lead.patch("/tasks/{id}", "\"1\"", Map.of("title", CANARY + " posters"), task)
                .statusCode(200);
        var reason = Map.of("reason", CANARY + " said so");
        ada.post("/assignments/{id}/decline", reason, Work.offer(lead, task, ada))
                .statusCode(200);
        var hold = Work.claim(ada, task);
        var outcome = Map.of("code", "doors-knocked", "note", CANARY + " opened");
        ada.post("/assignments/{id}/complete", Map.of("fence", 2, "outcome", outcome), hold)
                .statusCode(200);
        lead.post("/assignments/{id}/reject", reason, hold).statusCode(200);
        var course = new HashMap<String, Object>(
                Map.of("group", town, "title", CANARY + " 101", "description", CANARY + " method"));
        course.put("award", Map.of("role", ORGANISER, "months", 12));
        String courseId =
                lead.post("/courses", course).statusCode(201).extract().path("id");
        String earned = lead.post("/courses/{id}/completions", Map.of("memberId", ada.id(), "group", town), courseId)
                .statusCode(201)
                .extract()
                .path("mandateId");
        lead.post("/mandates/{id}/revoke", reason, earned).statusCode(200);
        lead.post("/groups", Map.of("path", town + ".hove", "name", CANARY + " Hove"))
                .statusCode(201);
        lead.act("/tasks/{id}/cancel", task).statusCode(200);
        journal("task.cancelled");
        var text = people.lead(town)
                .get("/journal?group={group}&limit=200", town)
                .extract()
                .asString();
        assertThat(text)
                .contains("doors-knocked")
                .doesNotContainIgnoringCase(CANARY)
                .doesNotContain(ada.account().email(), lead.account().email(), "@");
    }

    private List<Map<String, Object>> journal(String lastType) {
        return journal(lastType, 1);
    }

    /** The journal of the town once it shows so many events of a type: an open transaction anywhere delays the newest. */
    private List<Map<String, Object>> journal(String type, int times) {
        Person lead = people.lead(town);
        return await().atMost(ONE_MINUTE)
                .until(
                        () -> lead.get("/journal?group={group}&limit=200", town)
                                .statusCode(200)
                                .extract()
                                .<List<Map<String, Object>>>path("items"),
                        entries -> entries.stream()
                                        .filter(entry -> type.equals(entry.get("type")))
                                        .count()
                                >= times);
    }

    private static List<Map<String, Object>> of(List<Map<String, Object>> entries, String subject) {
        return entries.stream()
                .filter(entry -> subject.equals(entry.get("subject")))
                .toList();
    }
}
