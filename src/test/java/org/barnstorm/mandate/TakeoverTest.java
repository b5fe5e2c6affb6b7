package org.barnstorm.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.mandate.Offices.WHY;
import static org.barnstorm.mandate.Offices.grant;
import static org.barnstorm.mandate.Offices.keeper;
import static org.barnstorm.mandate.Offices.revoke;
import static org.barnstorm.mandate.Offices.rows;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a revocation ends and moves, shown before, and taken back. */
@QuarkusTest
class TakeoverTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 404", "TRAINER, 404", "VERIFIER, 404", "STEWARD, 404"})
    void who_may_look_at_what_a_revocation_would_end(String role, int status) {
        var mandate = people.appoint(people.newcomer(), ORGANISER, town);
        var answer = people.as(role, town).get("/mandates/{id}/revocation-preview", mandate);
        if (status == 200) answer.statusCode(200).body("mandates", is(1)).body("tasks", is(0));
        else unseen(answer);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 404", "TRAINER, 404", "VERIFIER, 404", "STEWARD, 404"})
    void who_may_restore_a_mandate(String role, int status) {
        var mandate = people.appoint(people.newcomer(), ORGANISER, town);
        var person = people.as(role, town);
        revoke(status == 200 ? person : people.lead(town), mandate).statusCode(200);
        var answer = person.act("/mandates/{id}/restore", mandate);
        if (status == 200) answer.statusCode(200).body("status", is("LIVE"));
        else unseen(answer);
    }

    @Test
    void whoever_sees_but_may_not_revoke_is_told_so() {
        var reader = people.newcomer();
        people.with(LEAD, town)
                .post(
                        "/mandates",
                        Map.of("memberId", reader.id(), "group", town, "capabilities", List.of("MANDATE_READ")))
                .statusCode(201);
        var mandate = people.appoint(people.newcomer(), ORGANISER, town);
        refused(reader.get("/mandates/{id}/revocation-preview", mandate), 403, "no-mandate");
        revoke(people.lead(town), mandate).statusCode(200);
        refused(reader.act("/mandates/{id}/restore", mandate), 403, "no-mandate");
        refused(people.lead(town).get("/mandates/{id}/revocation-preview", mandate), 409, "mandate-revoked");
    }

    @Test
    void the_preview_says_what_ends_and_what_moves_to_whom() {
        var scene = new Scene();
        var preview = people.lead(town)
                .get("/mandates/{id}/revocation-preview", scene.leads)
                .statusCode(200)
                .body("mandates", is(2))
                .body("tasks", is(3))
                .body("ends.id", hasItem(scene.delegated))
                .body("moves.taskId", hasSize(3))
                .extract();
        assertThat(preview.<List<String>>path("moves.toMemberId"))
                .containsOnly(people.lead(town).id().toString());
        assertThat(keeper(scene.tasks.get(0))).isEqualTo(scene.lead.id());
    }

    @Test
    void the_nearest_lead_gets_the_open_work_with_a_list() {
        var near = people.with(LEAD, town);
        var ada = people.newcomer();
        var mandate = people.appoint(ada, ORGANISER, town);
        var open = Work.open(ada, town, 2);
        var draft = Work.draft(ada, Work.leaflets(town));
        var over = Work.open(ada, town, 1);
        ada.act("/tasks/{id}/close", over).statusCode(200);
        var holder = people.member(town);
        var hold = Work.claim(holder, open);
        revoke(people.lead(town), mandate).statusCode(200);
        assertThat(keeper(open)).isEqualTo(near.id());
        assertThat(keeper(draft)).isEqualTo(near.id());
        assertThat(keeper(over)).as("done with").isEqualTo(ada.id());
        near.get("/me/entrusted-tasks")
                .body("items.task.id", hasSize(2))
                .body("items.task.id", hasItem(open.toString()))
                .body("items.fromMemberId", hasItem(ada.id().toString()));
        Work.complete(holder, hold); // whoever has a place keeps it
        assertThat(Offices.types(open)).endsWith("task.entrusted");
    }

    @Test
    void the_list_has_only_what_is_open_and_what_one_has_authority_over() {
        var movement = people.lead(town);
        var ada = people.newcomer();
        var mandate = people.appoint(ada, ORGANISER, town);
        var open = Work.open(ada, town, 1);
        var draft = Work.draft(ada, Work.leaflets(town));
        var over = Work.open(ada, town, 1);
        revoke(movement, mandate).statusCode(200);
        movement.act("/tasks/{id}/close", over).statusCode(200);
        movement.get("/me/entrusted-tasks")
                .body("items.task.id", containsInAnyOrder(open.toString(), draft.toString()));
        String own = movement.get("/me/mandates").extract().path("items[0].id");
        revoke(movement, own).statusCode(200); // and nobody is above them
        assertThat(keeper(open)).isEqualTo(movement.id());
        movement.get("/me/entrusted-tasks").body("items", hasSize(0));
    }

    @Test
    void whoever_may_go_on_by_another_mandate_keeps_their_work() {
        var ada = people.newcomer();
        var first = people.appoint(ada, ORGANISER, town);
        people.appoint(ada, ORGANISER, town);
        var task = Work.open(ada, town, 1);
        revoke(people.lead(town), first).statusCode(200);
        assertThat(keeper(task)).isEqualTo(ada.id());
    }

    @Test
    void a_resignation_hands_on_too() {
        var ada = people.newcomer();
        var mandate = people.appoint(ada, ORGANISER, town);
        var task = Work.open(ada, town, 1);
        revoke(ada, mandate).statusCode(200);
        assertThat(keeper(task)).isEqualTo(people.lead(town).id());
        Invariants.hold();
    }

    @Test
    void nothing_ends_that_the_preview_did_not_show() {
        var scene = new Scene();
        var lead = people.lead(town);
        String expected = lead.get("/mandates/{id}/revocation-preview", scene.leads)
                .extract()
                .path("expected");
        Work.open(scene.lead, town, 1);
        var wanted = Map.of("reason", "As shown.", "expected", expected);
        refused(lead.post("/mandates/{id}/revoke", wanted, scene.leads), 409, "preview-stale");
        Work.draft(scene.lead, Work.leaflets(town)); // still alive
        String now = lead.get("/mandates/{id}/revocation-preview", scene.leads)
                .extract()
                .path("expected");
        lead.post("/mandates/{id}/revoke", Map.of("reason", "As shown.", "expected", now), scene.leads)
                .statusCode(200);
    }

    @Test
    void I_31_a_revocation_taken_back_leaves_every_row_as_it_was() {
        var scene = new Scene();
        var before = rows(town);
        revoke(people.lead(town), scene.leads).statusCode(200);
        assertThat(rows(town)).isNotEqualTo(before);
        refused(scene.delegate.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        people.lead(town)
                .act("/mandates/{id}/restore", scene.leads)
                .statusCode(200)
                .body("status", is("LIVE"));
        assertThat(rows(town)).isEqualTo(before);
        scene.lead.post("/tasks", Work.leaflets(town)).statusCode(201);
        scene.delegate.post("/tasks", Work.leaflets(town)).statusCode(201);
        people.lead(town)
                .get("/me/entrusted-tasks")
                .body("items.task.id", not(hasItem(scene.tasks.get(0).toString())));
        Invariants.hold();
    }

    @Test
    void what_went_on_to_somebody_else_stays_there() {
        var scene = new Scene();
        revoke(people.lead(town), scene.leads).statusCode(200);
        var task = scene.tasks.get(0);
        var other = people.member(town);
        Sql.run("update task_keeper set member_id = ? where task_id = ?", other.id(), task);
        people.lead(town).act("/mandates/{id}/restore", scene.leads).statusCode(200);
        assertThat(keeper(task)).isEqualTo(other.id());
        assertThat(keeper(scene.tasks.get(1))).isEqualTo(scene.lead.id());
    }

    @Test
    void a_week_later_it_is_too_late() {
        var mandate = people.appoint(people.newcomer(), ORGANISER, town);
        var lead = people.lead(town);
        revoke(lead, mandate).statusCode(200);
        Sql.run(
                "update mandate_ending set ended_at = ended_at - interval '8 days' where mandate_id = ?",
                UUID.fromString(mandate));
        refused(lead.act("/mandates/{id}/restore", mandate), 409, "undo-too-late");
    }

    @Test
    void only_what_was_revoked_is_restored_and_by_nobody_for_themselves() {
        var ada = people.newcomer();
        var mandate = people.appoint(ada, LEAD, town);
        var lead = people.lead(town);
        refused(lead.act("/mandates/{id}/restore", mandate), 409, "mandate-not-revoked");
        people.appoint(ada, LEAD, town);
        revoke(lead, mandate).statusCode(200);
        refused(ada.act("/mandates/{id}/restore", mandate), 403, "self-grant");
        lead.act("/mandates/{id}/restore", mandate).statusCode(200);
        refused(lead.act("/mandates/{id}/restore", mandate), 409, "mandate-not-revoked");
    }

    @Test
    void what_ended_with_another_comes_back_with_it_only() {
        var scene = new Scene();
        var lead = people.lead(town);
        revoke(lead, scene.leads).statusCode(200);
        refused(lead.act("/mandates/{id}/restore", scene.delegated), 409, "mandate-not-revoked");
        lead.act("/mandates/{id}/restore", scene.leads).statusCode(200);
        revoke(lead, scene.delegated).statusCode(200);
        revoke(lead, scene.leads).statusCode(200);
        refused(lead.act("/mandates/{id}/restore", scene.delegated), 409, "grantor-gone");
    }

    @Test
    void nothing_comes_back_to_oneself_or_to_somebody_suspended() {
        var scene = new Scene();
        revoke(people.with(LEAD, town), scene.leads).statusCode(200);
        people.appoint(scene.delegate, LEAD, town);
        refused(scene.delegate.act("/mandates/{id}/restore", scene.leads), 403, "self-grant");
        var lead = people.lead(town);
        var until = Instant.now().plus(Duration.ofDays(3)).toString();
        lead.post(
                        "/groups/{path}/suspensions",
                        Map.of("memberId", scene.delegate.id(), "reason", "A complaint.", "until", until),
                        town)
                .statusCode(201);
        refused(lead.act("/mandates/{id}/restore", scene.leads), 409, "suspended");
    }

    @Test
    void what_a_lead_further_up_ended_nobody_below_takes_back() {
        var mandate = people.appoint(people.newcomer(), ORGANISER, town);
        var below = people.with(LEAD, town);
        revoke(people.lead(town), mandate).statusCode(200);
        refused(below.act("/mandates/{id}/restore", mandate), 403, "ended-above");
    }

    @Test
    void of_many_who_restore_at_once_one_does() {
        var mandate = people.appoint(people.newcomer(), ORGANISER, town);
        var lead = people.lead(town);
        revoke(lead, mandate).statusCode(200);
        var answers = Concurrently.times(
                8, () -> lead.act("/mandates/{id}/restore", mandate).extract().statusCode());
        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
        assertThat(Offices.types(UUID.fromString(mandate)))
                .containsExactly("mandate.granted", "mandate.revoked", "mandate.restored");
        Invariants.hold();
    }

    @Test
    void revoking_and_restoring_at_once_never_leaves_half_of_it() {
        var scene = new Scene();
        var lead = people.lead(town);
        for (var round = 0; round < 5; round++) {
            Concurrently.race(List.of(
                    () -> revoke(lead, scene.leads).extract().statusCode(),
                    () -> lead.act("/mandates/{id}/restore", scene.leads)
                            .extract()
                            .statusCode(),
                    () -> revoke(lead, scene.delegated).extract().statusCode()));
            Invariants.hold();
            lead.act("/mandates/{id}/restore", scene.leads);
            lead.act("/mandates/{id}/restore", scene.delegated);
        }
    }

    @Test
    void a_revocation_cut_off_can_be_taken_back_once_it_is_finished() {
        var ada = people.newcomer();
        var mandate = people.appoint(ada, ORGANISER, town);
        Sql.run("insert into mandate_stop (mandate_id) values (?)", UUID.fromString(mandate));
        revoke(people.lead(town), mandate).statusCode(200);
        people.lead(town).act("/mandates/{id}/restore", mandate).statusCode(200);
        ada.post("/tasks", Work.leaflets(town)).statusCode(201);
    }

    /** A lead with two tasks, and somebody they delegated to with one. */
    private final class Scene {
        private final Person lead = people.newcomer();
        private final String leads = people.appoint(lead, LEAD, town);
        private final Person delegate = people.newcomer();
        private final String delegated = grant(lead, delegate, ORGANISER, town, "DELEGATED");
        private final List<UUID> tasks =
                List.of(Work.open(lead, town, 1), Work.draft(lead, Work.leaflets(town)), Work.open(delegate, town, 1));
    }

    @Test
    void a_reason_is_still_needed() {
        var mandate = people.appoint(people.newcomer(), ORGANISER, town);
        refused(
                people.lead(town).post("/mandates/{id}/revoke", Map.of("expected", "x"), mandate),
                422,
                "invalid-input");
        revoke(people.lead(town), mandate).statusCode(200).body("revokeReason", is(WHY.get("reason")));
    }
}
