package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.authority.Role.VERIFIER;
import static org.barnstorm.testing.KindsOfWork.canvass;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.KindsOfWork;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Saying how it went, in the vocabulary of the kind of work, and ticking off steps on the way. */
@QuarkusTest
class ResultResourceTest {
    @Inject
    People people;

    private final String town = People.freshTown();
    private final String movement = town.substring(0, town.indexOf('.'));

    @Test
    void a_task_is_of_a_kind_that_its_group_knows() {
        var organiser = people.with(ORGANISER, town);
        var wanted = Work.leaflets(town, "kind", "canvass");
        refused(organiser.post("/tasks", wanted), 422, "unknown-kind").body("kind", is("canvass"));
        people.grow(movement + ".elsewhere");
        KindsOfWork.make(people.lead(town), movement + ".elsewhere", "canvass", canvass())
                .statusCode(201);
        refused(organiser.post("/tasks", wanted), 422, "unknown-kind");
        KindsOfWork.make(people.lead(town), movement, "canvass", canvass()).statusCode(201);
        organiser.post("/tasks", wanted).statusCode(201).body("kind", is("canvass"));
    }

    @Test
    void an_edit_gives_a_task_a_kind_that_its_group_knows() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.draft(organiser, Work.leaflets(town));
        refused(organiser.patch("/tasks/{id}", "\"0\"", Map.of("kind", "canvass"), task), 422, "unknown-kind");
        KindsOfWork.make(people.lead(town), movement, "canvass", canvass()).statusCode(201);
        organiser
                .patch("/tasks/{id}", "\"0\"", Map.of("kind", "canvass"), task)
                .statusCode(200)
                .body("kind", is("canvass"));
        organiser
                .patch("/tasks/{id}", "\"1\"", "{\"kind\": null}", task)
                .statusCode(200)
                .body("kind", nullValue());
    }

    @Test
    void a_task_from_before_there_were_kinds_is_edited_and_done_as_ever() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        Sql.run("update task set kind = 'from-before' where id = ?", task);
        var etag = organiser.get("/tasks/{id}", task).extract().header("ETag");
        organiser
                .patch("/tasks/{id}", etag, Map.of("title", "Other leaflets"), task)
                .statusCode(200);
        Work.done(people.member(town), task);
    }

    @Test
    void work_of_a_kind_takes_the_words_of_its_vocabulary() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.member(town);
        var hold = Work.claim(ada, canvassing(organiser, 1));
        refused(complete(ada, hold, Map.of("code", "door-knocked")), 422, "unknown-outcome")
                .body("kind", is("canvass"))
                .body("outcomes", contains("doors-knocked", "street-is-private", "nobody-home"));
        refused(complete(ada, hold, Map.of("code", "doors-knocked")), 422, "invalid-input")
                .body("errors.pointer", contains("/outcome/quantity"));
        ada.get("/assignments/{id}", hold).body("status", is("HELD"));
        complete(ada, hold, Map.of("code", "doors-knocked", "quantity", 42))
                .statusCode(200)
                .body("status", is("DONE"))
                .body("outcome.quantity", is(42));
    }

    @Test
    void the_vocabulary_is_that_of_the_nearest_group() {
        var organiser = people.with(ORGANISER, town);
        var task = canvassing(organiser, 2);
        var ada = people.member(town);
        var hold = Work.claim(ada, task);
        var own = Map.of("label", "Ours", "outcomes", List.of(KindsOfWork.outcome("all-good", "CLOSES", false)));
        KindsOfWork.make(people.with(LEAD, town), town, "canvass", own).statusCode(201);
        refused(complete(ada, hold, Map.of("code", "street-is-private")), 422, "unknown-outcome")
                .body("outcomes", contains("all-good"));
        complete(ada, hold, Map.of("code", "all-good")).statusCode(200);
    }

    @Test
    void work_without_a_kind_takes_any_word_and_is_done() {
        var ada = people.member(town);
        var hold = Work.claim(ada, Work.open(people.with(ORGANISER, town), town, 1));
        complete(ada, hold, Map.of("code", "nobody-home")).statusCode(200).body("status", is("DONE"));
    }

    @Test
    void a_result_that_reopens_is_kept_and_frees_the_place() {
        var organiser = people.with(ORGANISER, town);
        var task = canvassing(organiser, 1);
        var ada = people.member(town);
        var hold = Work.claim(ada, task);
        complete(ada, hold, Map.of("code", "nobody-home", "note", "Try on Sunday."))
                .statusCode(200)
                .body("status", is("ATTEMPTED"))
                .body("outcome.note", is("Try on Sunday."))
                .body("completedAt", notNullValue())
                .body("endedAt", notNullValue())
                .body("verifiedBy", nullValue());
        assertThat(Work.taken(organiser, task)).isZero();
        assertThat(journal(hold)).containsExactly("assignment.claimed HELD", "assignment.attempted ATTEMPTED");
        refused(complete(ada, hold, Map.of("code", "nobody-home")), 409, "lease-lost");
        refused(people.with(VERIFIER, town).act("/assignments/{id}/verify", hold), 409, "lease-lost");
        people.member(town).put("/tasks/{id}/claim", task).statusCode(200).body("fence", is(2));
        refused(ada.put("/tasks/{id}/claim", task), 409, "task-full");
    }

    @Test
    void who_tried_may_try_again() {
        var task = canvassing(people.with(ORGANISER, town), 1);
        var ada = people.member(town);
        for (var fence = 1; fence <= 3; fence++) {
            var hold = Work.claim(ada, task);
            ada.post("/assignments/{id}/complete", completion(fence, Map.of("code", "nobody-home")), hold)
                    .statusCode(200);
        }
        ada.get("/me/assignments?status=ATTEMPTED").body("items", hasSize(3));
    }

    @Test
    void a_link_to_the_evidence_is_shown_to_who_verifies_and_stays_out_of_the_journal() {
        var ada = people.member(town);
        var hold = Work.claim(ada, Work.open(people.with(ORGANISER, town), town, 1));
        var link = "https://photos.example.org/elm-grove?page=1";
        complete(ada, hold, Map.of("code", "done", "evidence", link))
                .statusCode(200)
                .body("outcome.evidence", is(link));
        var verifier = people.with(VERIFIER, town);
        verifier.get("/assignments/{id}", hold).body("outcome.evidence", is(link));
        verifier.get("/groups/{path}/verifications", town).body("items.outcome.evidence", contains(link));
        assertThat(Sql.column(String.class, "select cast(data as text) from journal where subject_id = ?", hold))
                .isNotEmpty()
                .noneMatch(data -> data.contains("photos"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://photos.example.org/x",
                "javascript:alert(1)",
                "ftp://x",
                "//photos.example.org",
                "https://",
                "https://a b",
                "photo.jpg",
                ""
            })
    void evidence_is_a_link_that_a_browser_opens_safely(String link) {
        var ada = people.member(town);
        var hold = Work.claim(ada, Work.open(people.with(ORGANISER, town), town, 1));
        refused(complete(ada, hold, Map.of("code", "done", "evidence", link)), 422, "invalid-input")
                .body("errors.pointer", contains("/outcome/evidence"));
    }

    @Test
    void steps_are_ticked_off_as_one_goes() {
        var organiser = people.with(ORGANISER, town);
        var task = withSteps(organiser);
        var ada = people.member(town);
        var hold = Work.claim(ada, task);
        ada.get("/assignments/{id}", hold).body("stepsDone", hasSize(0));
        tick(ada, hold, 1, List.of(2, 0))
                .statusCode(200)
                .body("stepsDone", contains(0, 2))
                .body("status", is("HELD"));
        tick(ada, hold, 1, List.of(0, 2, 2)).statusCode(200).body("stepsDone", contains(0, 2));
        tick(ada, hold, 1, List.of(0)).statusCode(200).body("stepsDone", contains(0));
        organiser.get("/assignments/{id}", hold).body("stepsDone", contains(0));
        organiser.get("/tasks/{id}/assignments", task).body("items[0].stepsDone", contains(0));
        assertThat(journal(hold))
                .containsExactly("assignment.claimed HELD", "assignment.progressed HELD", "assignment.progressed HELD");
        assertThat(Sql.column(
                        Integer.class,
                        "select cast(data ->> 'done' as int) from journal where subject_id = ? and type = 'assignment.progressed' order by seq",
                        hold))
                .containsExactly(2, 1);
    }

    @Test
    void ticks_are_refused_for_steps_that_are_not_there() {
        var ada = people.member(town);
        var hold = Work.claim(ada, withSteps(people.with(ORGANISER, town)));
        refused(tick(ada, hold, 1, List.of(0, 3)), 422, "invalid-input").body("errors.pointer", contains("/done/1"));
        refused(tick(ada, hold, 1, List.of(-1)), 422, "invalid-input").body("errors.pointer", contains("/done/0"));
        refused(
                        ada.request()
                                .contentType("application/json")
                                .body("{\"fence\": 1}")
                                .put("/assignments/{id}/progress", hold),
                        422,
                        "invalid-input")
                .body("errors.pointer", contains("/done"));
        refused(
                        ada.request()
                                .contentType("application/json")
                                .body("{\"fence\": 1, \"done\": [null]}")
                                .put("/assignments/{id}/progress", hold),
                        422,
                        "invalid-input")
                .body("errors.pointer", contains("/done/0"));
        ada.get("/assignments/{id}", hold).body("stepsDone", hasSize(0));
    }

    @Test
    void only_the_holder_ticks_with_the_fence_and_while_it_is_held() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.member(town);
        var hold = Work.claim(ada, withSteps(organiser));
        refused(tick(organiser, hold, 1, List.of(0)), 403, "not-yours");
        unseen(tick(people.member(town), hold, 1, List.of(0)));
        refused(tick(ada, hold, 2, List.of(0)), 409, "lease-lost");
        tick(ada, hold, 1, List.of(0)).statusCode(200);
        Work.complete(ada, hold);
        refused(tick(ada, hold, 1, List.of(0, 1)), 409, "assignment-state").body("state", is("DONE"));
        ada.get("/assignments/{id}", hold).body("stepsDone", contains(0));
    }

    @Test
    void I_07_a_claim_past_its_lease_ticks_nothing() {
        var ada = people.member(town);
        var hold = Work.claim(ada, withSteps(people.with(ORGANISER, town)));
        Work.letLapse(hold);
        refused(tick(ada, hold, 1, List.of(0)), 409, "lease-lost");
    }

    @Test
    void a_rejected_result_of_a_kind_frees_its_place_and_says_why() {
        var organiser = people.with(ORGANISER, town);
        var task = canvassing(organiser, 1);
        var ada = people.member(town);
        var hold = Work.claim(ada, task);
        complete(ada, hold, Map.of("code", "street-is-private")).statusCode(200);
        people.with(VERIFIER, town)
                .post("/assignments/{id}/reject", Map.of("reason", "It is not."), hold)
                .statusCode(200)
                .body("verifiedAt", notNullValue());
        assertThat(Work.taken(organiser, task)).isZero();
        ada.get("/assignments/{id}", hold).body("reason", is("It is not."));
        ada.put("/tasks/{id}/claim", task).statusCode(200).body("id", not(is(hold.toString())));
    }

    /** An open task of the kind that the movement has. */
    private UUID canvassing(Person organiser, int capacity) {
        KindsOfWork.make(people.lead(town), movement, "canvass", canvass()).statusCode(201);
        var wanted = Work.leaflets(town, "kind", "canvass");
        wanted.put("capacity", capacity);
        return Work.open(organiser, wanted);
    }

    private UUID withSteps(Person organiser) {
        return Work.open(organiser, Work.leaflets(town, "steps", List.of("Fetch", "Walk", "Bring back")));
    }

    private static ValidatableResponse tick(Person person, UUID hold, long fence, List<Integer> done) {
        return person.request()
                .contentType("application/json")
                .body(Map.of("fence", fence, "done", done))
                .put("/assignments/{id}/progress", hold)
                .then();
    }

    private static ValidatableResponse complete(Person person, UUID hold, Map<String, ?> outcome) {
        return person.post("/assignments/{id}/complete", completion(1, outcome), hold);
    }

    private static Map<String, Object> completion(long fence, Map<String, ?> outcome) {
        return new HashMap<>(Map.of("fence", fence, "outcome", outcome));
    }

    private static List<String> journal(UUID hold) {
        return Sql.column(
                String.class,
                "select type || ' ' || (data ->> 'status') from journal where subject_id = ? order by seq",
                hold);
    }
}
