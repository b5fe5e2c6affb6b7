package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.authority.Role.VERIFIER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AssignmentResourceTest {
    private static final Map<String, String> WHY = Map.of("reason", "The sheet is for another street.");

    @Inject
    People people;

    private final String town = People.freshTown();

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 201", "ORGANISER, 201", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_offer_a_place(String role, int status) {
        var task = Work.open(people.with(ORGANISER, town), town, 1);
        var member = people.member(town);
        var person = people.as(role, town);
        var answer = person.post("/tasks/{id}/assignments", Map.of("memberId", member.id()), task);
        if (status == 403) {
            refused(answer, 403, "no-mandate");
            return;
        }
        answer.statusCode(201)
                .body("status", is("OFFERED"))
                .body("assignedBy", is(person.id().toString()))
                .body("memberId", is(member.id().toString()));
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 403", "TRAINER, 404", "VERIFIER, 200", "STEWARD, 404"})
    void who_may_verify(String role, int status) {
        judge(role, status, "verify", null, "VERIFIED");
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 403", "TRAINER, 404", "VERIFIER, 200", "STEWARD, 404"})
    void who_may_reject(String role, int status) {
        judge(role, status, "reject", WHY, "REJECTED");
    }

    private void judge(String role, int status, String act, Object body, String becomes) {
        var task = Work.open(people.with(ORGANISER, town), town, 1);
        var done = Work.done(people.member(town), task);
        var person = people.as(role, town);
        var answer = body == null
                ? person.act("/assignments/{id}/" + act, done)
                : person.post("/assignments/{id}/" + act, body, done);
        switch (status) {
            case 200 ->
                answer.statusCode(200)
                        .body("status", is(becomes))
                        .body("verifiedBy", is(person.id().toString()));
            case 403 -> refused(answer, 403, "no-mandate");
            default -> unseen(answer);
        }
    }

    @Test
    void an_offered_place_is_taken_until_it_is_answered() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        var ada = people.member(town);
        var offered = Work.offer(organiser, task, ada);
        assertThat(Work.taken(organiser, task)).isEqualTo(1);
        refused(people.member(town).put("/tasks/{id}/claim", task), 409, "task-full");
        ada.post("/assignments/{id}/decline", Map.of("reason", "I work on Saturdays."), offered)
                .statusCode(200)
                .body("status", is("DECLINED"))
                .body("reason", is("I work on Saturdays."))
                .body("endedAt", notNullValue());
        assertThat(Work.taken(organiser, task)).isZero();
        organiser.get("/assignments/{id}", offered).body("reason", is("I work on Saturdays."));
    }

    @Test
    void an_offer_is_declined_without_a_reason_too() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.member(town);
        var offered = Work.offer(organiser, Work.open(organiser, town, 1), ada);
        ada.post("/assignments/{id}/decline", Map.of(), offered).statusCode(200);
    }

    @Test
    void an_accepted_offer_is_a_hold() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        var ada = people.member(town);
        var offered = Work.offer(organiser, task, ada);
        ada.act("/assignments/{id}/accept", offered).statusCode(200).body("status", is("HELD"));
        Work.complete(ada, offered);
        assertThat(Work.taken(organiser, task)).isEqualTo(1);
    }

    @Test
    void a_claim_of_what_one_was_offered_answers_with_the_offer() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 2);
        var ada = people.member(town);
        var offered = Work.offer(organiser, task, ada);
        ada.put("/tasks/{id}/claim", task).statusCode(200).body("id", is(offered.toString()));
        assertThat(Work.taken(organiser, task)).isEqualTo(1);
    }

    @Test
    void offers_go_to_active_members_who_have_no_place_yet() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 3);
        var ada = people.member(town);
        Work.claim(ada, task);
        refused(offer(organiser, task, ada.id()), 409, "already-assigned");
        refused(offer(organiser, task, people.newcomer().id()), 409, "not-a-member");
        refused(offer(organiser, task, UUID.randomUUID()), 409, "not-a-member");
        assertThat(Work.taken(organiser, task)).isEqualTo(1);
    }

    @Test
    void there_is_nothing_to_offer_in_a_full_or_closed_task() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        Work.claim(people.member(town), task);
        refused(offer(organiser, task, people.member(town).id()), 409, "task-full");
        var closed = Work.open(organiser, town, 1);
        organiser.act("/tasks/{id}/close", closed).statusCode(200);
        refused(offer(organiser, closed, people.member(town).id()), 409, "task-not-open");
    }

    @Test
    void only_the_holder_answers_gives_back_and_completes() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 2);
        var offered = Work.offer(organiser, task, people.member(town));
        var other = people.member(town);
        refused(organiser.act("/assignments/{id}/accept", offered), 403, "not-yours");
        refused(organiser.post("/assignments/{id}/decline", Map.of(), offered), 403, "not-yours");
        refused(organiser.post("/assignments/{id}/complete", Work.completion(1), offered), 403, "not-yours");
        unseen(other.act("/assignments/{id}/accept", offered));
        unseen(other.post("/assignments/{id}/release", Map.of("fence", 1), offered));
        unseen(other.post("/assignments/{id}/complete", Work.completion(1), offered));
        unseen(other.act("/assignments/{id}/accept", UUID.randomUUID()));
    }

    @Test
    void who_is_no_longer_a_member_accepts_nothing() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.member(town);
        var offered = Work.offer(organiser, Work.open(organiser, town, 1), ada);
        ada.delete("/groups/{path}/membership", town).statusCode(204);
        refused(ada.act("/assignments/{id}/accept", offered), 409, "not-a-member");
        ada.post("/assignments/{id}/decline", Map.of(), offered).statusCode(200);
    }

    @Test
    void a_result_says_how_it_went() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.member(town);
        var hold = Work.claim(ada, Work.open(organiser, town, 1));
        var outcome = Map.of("code", "doors-knocked", "quantity", 42, "note", "Elm Grove is done.");
        ada.post("/assignments/{id}/complete", Map.of("fence", 1, "outcome", outcome), hold)
                .statusCode(200)
                .body("status", is("DONE"))
                .body("outcome.code", is("doors-knocked"))
                .body("outcome.quantity", is(42))
                .body("outcome.note", is("Elm Grove is done."))
                .body("completedAt", notNullValue());
        organiser.get("/assignments/{id}", hold).body("outcome.note", is("Elm Grove is done."));
        refused(ada.post("/assignments/{id}/complete", Work.completion(1), hold), 409, "assignment-state")
                .body("state", is("DONE"));
        refused(ada.post("/assignments/{id}/release", Map.of("fence", 1), hold), 409, "assignment-state");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Doors", "doors knocked", "doors-", "-doors", "doors--knocked"})
    void an_outcome_has_a_code_that_can_be_counted(String code) {
        var ada = people.member(town);
        var hold = Work.claim(ada, Work.open(people.with(ORGANISER, town), town, 1));
        var body = Map.of("fence", 1, "outcome", Map.of("code", code));
        refused(ada.post("/assignments/{id}/complete", body, hold), 422, "invalid-input")
                .body("errors.pointer", hasItem("/outcome/code"));
    }

    @Test
    void a_fence_is_required_and_must_be_the_holds_own() {
        var ada = people.member(town);
        var hold = Work.claim(ada, Work.open(people.with(ORGANISER, town), town, 1));
        refused(ada.post("/assignments/{id}/complete", Work.completion(2), hold), 409, "lease-lost");
        refused(ada.post("/assignments/{id}/release", Map.of("fence", 0), hold), 409, "lease-lost");
        refused(ada.post("/assignments/{id}/release", Map.of(), hold), 422, "invalid-input")
                .body("errors.pointer", contains("/fence"));
        ada.get("/assignments/{id}", hold).body("status", is("HELD"));
    }

    @Test
    void nobody_verifies_or_rejects_their_own_work() {
        var task = Work.open(people.with(ORGANISER, town), town, 2);
        for (var role : new String[] {"LEAD", "VERIFIER"}) {
            var person = people.as(role, town);
            var done = Work.done(person, task);
            refused(person.act("/assignments/{id}/verify", done), 403, "self-verification");
            refused(person.post("/assignments/{id}/reject", WHY, done), 403, "self-verification");
        }
        var member = people.member(town);
        var done = Work.done(member, Work.open(people.with(ORGANISER, town), town, 1));
        refused(member.act("/assignments/{id}/verify", done), 403, "no-mandate");
    }

    @Test
    void rejected_work_frees_its_place_and_verified_work_keeps_it() {
        var verifier = people.with(VERIFIER, town);
        var task = Work.open(people.with(ORGANISER, town), town, 2);
        var good = Work.done(people.member(town), task);
        var ada = people.member(town);
        var bad = Work.done(ada, task);
        verifier.act("/assignments/{id}/verify", good).statusCode(200);
        verifier.post("/assignments/{id}/reject", WHY, bad).statusCode(200).body("endedAt", notNullValue());
        assertThat(Work.taken(verifier, task)).isEqualTo(1);
        ada.get("/assignments/{id}", bad).body("reason", is("The sheet is for another street."));
        ada.put("/tasks/{id}/claim", task).statusCode(200).body("fence", is(3));
    }

    @Test
    void work_is_judged_once_and_only_when_it_is_done() {
        var verifier = people.with(VERIFIER, town);
        var ada = people.member(town);
        var hold = Work.claim(ada, Work.open(people.with(ORGANISER, town), town, 1));
        refused(verifier.act("/assignments/{id}/verify", hold), 409, "assignment-state");
        Work.complete(ada, hold);
        refused(verifier.post("/assignments/{id}/reject", Map.of("reason", " "), hold), 422, "invalid-input");
        verifier.act("/assignments/{id}/verify", hold).statusCode(200);
        refused(verifier.act("/assignments/{id}/verify", hold), 409, "assignment-state");
        refused(verifier.post("/assignments/{id}/reject", WHY, hold), 409, "assignment-state");
    }

    @Test
    void cancelling_ends_holds_without_a_result_and_leaves_what_was_done() {
        var lead = people.with(LEAD, town);
        var task = Work.open(lead, town, 4);
        var held = Work.claim(people.member(town), task);
        var offered = Work.offer(lead, task, people.member(town));
        var done = Work.done(people.member(town), task);
        var verified = Work.done(people.member(town), task);
        lead.act("/assignments/{id}/verify", verified).statusCode(200);
        lead.act("/tasks/{id}/cancel", task)
                .statusCode(200)
                .body("status", is("CANCELLED"))
                .body("taken", is(2));
        var expected = new HashMap<>(Map.of(held, "CANCELLED", offered, "CANCELLED", done, "DONE"));
        expected.put(verified, "VERIFIED");
        expected.forEach((id, status) -> lead.get("/assignments/{id}", id).body("status", is(status)));
        lead.act("/assignments/{id}/verify", done).statusCode(200);
    }

    private static io.restassured.response.ValidatableResponse offer(Person organiser, UUID task, UUID to) {
        return organiser.post("/tasks/{id}/assignments", Map.of("memberId", to), task);
    }
}
