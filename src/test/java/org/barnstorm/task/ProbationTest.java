package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.barnstorm.mandate.TrustRules;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Trusting;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What new organisers publish is looked at before others can claim it. */
@QuarkusTest
class ProbationTest {
    @Inject
    People people;

    @Inject
    NeedSweeper sweeper;

    private final String town = People.freshTown();

    @BeforeEach
    void the_first_two_tasks_are_looked_at() {
        Trusting.probation(2);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 403", "TRAINER, 404", "VERIFIER, 403", "STEWARD, 404"})
    void who_may_release_a_task(String role, int status) {
        var task = submitted(people.with(ORGANISER, town));
        release(people.as(role, town), task).statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 403", "TRAINER, 404", "VERIFIER, 403", "STEWARD, 404"})
    void who_may_return_a_task(String role, int status) {
        var task = submitted(people.with(ORGANISER, town));
        back(people.as(role, town), task).statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 200", "TRAINER, 404", "VERIFIER, 403", "STEWARD, 404"})
    void who_may_see_a_review(String role, int status) {
        var task = submitted(people.with(ORGANISER, town));
        people.as(role, town).get("/tasks/{id}/review", task).statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_list_what_waits_to_be_released(String role, int status) {
        people.as(role, town).get("/groups/{path}/reviews", town).statusCode(status);
    }

    @Test
    void what_a_new_organiser_publishes_waits_until_a_lead_releases_it() {
        var organiser = people.with(ORGANISER, town);
        var lead = people.with(LEAD, town);
        var ada = people.member(town);
        var task = submitted(organiser);
        organiser.get("/tasks/{id}", task).body("status", is("WAITING")).body("review", is("WAITING"));
        organiser
                .get("/tasks/{id}/review", task)
                .statusCode(200)
                .body("state", is("WAITING"))
                .body("reviewers[0].memberId", is(lead.id().toString()))
                .body("reviewers[0].name", notNullValue())
                .body("reviewers.memberId", not(hasItem(organiser.id().toString())))
                .body("decidedBy", nullValue());
        unseen(ada.put("/tasks/{id}/claim", task));
        refused(organiser.post("/tasks/{id}/assignments", Map.of("memberId", ada.id()), task), 409, "task-not-open");
        release(lead, task).statusCode(200).body("status", is("OPEN")).body("review", nullValue());
        ada.put("/tasks/{id}/claim", task).statusCode(200);
        organiser
                .get("/tasks/{id}/review", task)
                .body("state", is("RELEASED"))
                .body("decidedBy", is(lead.id().toString()))
                .body("reviewers", empty());
        assertThat(Sql.column(String.class, "select type from journal where subject_id = ? order by seq", task))
                .containsExactly("task.created", "task.submitted", "task.released");
        Invariants.hold();
    }

    @Test
    void who_made_a_returned_task_reads_why_and_publishes_it_again() {
        var organiser = people.with(ORGANISER, town);
        var lead = people.with(LEAD, town);
        var task = submitted(organiser);
        back(lead, task).statusCode(200).body("status", is("DRAFT")).body("review", is("RETURNED"));
        organiser
                .get("/tasks/{id}/review", task)
                .body("state", is("RETURNED"))
                .body("reason", is("Say where to meet."))
                .body("reviewers", empty());
        Work.edit(organiser, task, Map.of("instructions", "By the cafe."));
        organiser.act("/tasks/{id}/publish", task).statusCode(200).body("status", is("WAITING"));
        release(lead, task).statusCode(200).body("status", is("OPEN"));
        assertThat(Work.journaled(task, "task.returned")).isEqualTo(1);
        Invariants.hold();
    }

    @Test
    void after_enough_released_tasks_an_organiser_is_trusted_in_the_whole_movement() {
        var organiser = people.with(ORGANISER, town);
        var lead = people.with(LEAD, town);
        var beside = town.replace(".town", ".beside");
        people.appoint(organiser, ORGANISER, beside);
        var third = submitted(organiser);
        release(lead, submitted(organiser)).statusCode(200);
        organiser
                .get("/me/budgets?group={group}", town)
                .body("probation.opened", is(1))
                .body("probation.needed", is(2));
        release(lead, submitted(organiser)).statusCode(200);
        organiser.get("/me/budgets?group={group}", town).body("probation", nullValue());
        Work.open(organiser, town, 1);
        organiser
                .act("/tasks/{id}/publish", Work.draft(organiser, Work.leaflets(beside)))
                .statusCode(200)
                .body("status", is("OPEN"));
        // What still waits does so until it is released, or published once more.
        organiser.get("/tasks/{id}", third).body("status", is("WAITING"));
        organiser
                .act("/tasks/{id}/publish", third)
                .statusCode(200)
                .body("status", is("OPEN"))
                .body("review", nullValue());
        Invariants.hold();
    }

    @Test
    void leads_are_not_on_probation() {
        var lead = people.with(LEAD, town);
        lead.act("/tasks/{id}/publish", Work.draft(lead, Work.leaflets(town)))
                .statusCode(200)
                .body("status", is("OPEN"));
    }

    @Test
    void probation_can_be_counted_in_days_of_the_mandate() {
        Trusting.probation(new TrustRules.Probationary(0, 30, 100));
        var organiser = people.with(ORGANISER, town);
        release(people.with(LEAD, town), submitted(organiser)).statusCode(200);
        submitted(organiser);
        Sql.run("update mandate set valid_from = now() - interval '31 days' where member_id = ?", organiser.id());
        Work.open(organiser, town, 1);
    }

    @ParameterizedTest
    @CsvSource({"29, WAITING", "30, OPEN"})
    void a_share_of_the_tasks_can_be_drawn(int chance, String status) {
        Trusting.probation(new TrustRules.Probationary(2, 0, 30));
        QuarkusMock.installMockForType(
                new RandomGenerator() {
                    @Override
                    public long nextLong() {
                        return chance;
                    }

                    @Override
                    public int nextInt(int bound) {
                        return chance;
                    }
                },
                RandomGenerator.class);
        var organiser = people.with(ORGANISER, town);
        organiser
                .act("/tasks/{id}/publish", Work.draft(organiser, Work.leaflets(town)))
                .body("status", is(status));
    }

    @Test
    void nobody_releases_what_was_changed_since_they_read_it() {
        var organiser = people.with(ORGANISER, town);
        var lead = people.with(LEAD, town);
        var task = submitted(organiser);
        var read = lead.get("/tasks/{id}", task).extract().header("ETag");
        Work.edit(organiser, task, Map.of("title", "Something else"));
        refused(release(lead, task, read), 412, "stale-version");
        refused(lead.act("/tasks/{id}/release", task), 428, "if-match-required");
        organiser.get("/tasks/{id}", task).body("status", is("WAITING"));
    }

    @Test
    void nobody_releases_what_they_made_themselves() {
        var organiser = people.with(ORGANISER, town);
        var task = submitted(organiser);
        people.appoint(organiser, LEAD, town);
        refused(release(organiser, task), 403, "self-review");
        refused(back(organiser, task), 403, "self-review");
    }

    @Test
    void what_waits_is_neither_published_twice_nor_decided_twice() {
        var organiser = people.with(ORGANISER, town);
        var lead = people.with(LEAD, town);
        var task = submitted(organiser);
        refused(organiser.act("/tasks/{id}/publish", task), 409, "waits-for-review");
        release(lead, task).statusCode(200);
        refused(release(lead, task), 409, "not-in-review");
        refused(back(lead, task), 409, "not-in-review");
        var cancelled = submitted(organiser);
        organiser.act("/tasks/{id}/cancel", cancelled).statusCode(200);
        refused(release(lead, cancelled), 409, "not-in-review");
    }

    @Test
    void what_counts_is_that_nobody_new_opens_a_task_alone() {
        var organiser = people.with(ORGANISER, town);
        var lead = people.with(LEAD, town);
        var theirs = Work.draft(organiser, Work.leaflets(town));
        lead.act("/tasks/{id}/publish", theirs).statusCode(200).body("status", is("OPEN"));
        var leads = Work.draft(lead, Work.leaflets(town));
        organiser.act("/tasks/{id}/publish", leads).statusCode(200).body("status", is("WAITING"));
        refused(release(lead, leads), 403, "self-review"); // who made it: somebody else
        release(people.lead(town), leads).statusCode(200).body("status", is("OPEN"));
        Invariants.hold();
    }

    @Test
    void a_released_task_keeps_saying_what_was_released() {
        var organiser = people.with(ORGANISER, town);
        var lead = people.with(LEAD, town);
        var task = submitted(organiser);
        release(lead, task).statusCode(200);
        var etag = organiser.get("/tasks/{id}", task).extract().header("ETag");
        refused(organiser.patch("/tasks/{id}", etag, Map.of("title", "Something else"), task), 403, "on-probation");
        organiser.patch("/tasks/{id}", etag, Map.of("capacity", 7), task).statusCode(200);
        Work.edit(lead, task, Map.of("title", "Leaflets in Kemptown"));
    }

    @Test
    void a_task_can_wait_for_a_release_and_for_others() {
        var organiser = people.with(ORGANISER, town);
        var lead = people.with(LEAD, town);
        var first = Work.open(lead, town, 1);
        var task = Work.draft(organiser, Work.leaflets(town));
        organiser
                .replace("/tasks/{id}/needs", Map.of("taskIds", List.of(first)), task)
                .statusCode(200);
        organiser.act("/tasks/{id}/publish", task).statusCode(200);
        Work.verify(lead, Work.done(people.member(town), first));
        sweeper.sweep();
        organiser.get("/tasks/{id}", task).body("status", is("WAITING"));
        release(lead, task).statusCode(200).body("status", is("OPEN"));
        var second = Work.open(lead, town, 1);
        var later = Work.draft(organiser, Work.leaflets(town));
        organiser
                .replace("/tasks/{id}/needs", Map.of("taskIds", List.of(second)), later)
                .statusCode(200);
        organiser.act("/tasks/{id}/publish", later).statusCode(200);
        release(lead, later).statusCode(200).body("status", is("WAITING")).body("review", is("RELEASED"));
        Work.verify(lead, Work.done(people.member(town), second));
        sweeper.sweep();
        organiser.get("/tasks/{id}", later).body("status", is("OPEN"));
        Invariants.hold();
    }

    @Test
    void once_trusted_one_publishes_again_and_it_waits_for_others_alone() {
        var organiser = people.with(ORGANISER, town);
        var lead = people.with(LEAD, town);
        var first = Work.open(lead, town, 1);
        var task = Work.draft(organiser, Work.leaflets(town));
        organiser
                .replace("/tasks/{id}/needs", Map.of("taskIds", List.of(first)), task)
                .statusCode(200);
        organiser.act("/tasks/{id}/publish", task).statusCode(200).body("review", is("WAITING"));
        Trusting.everybody();
        organiser
                .act("/tasks/{id}/publish", task)
                .statusCode(200)
                .body("status", is("WAITING"))
                .body("review", nullValue());
        Work.verify(lead, Work.done(people.member(town), first));
        sweeper.sweep();
        organiser.get("/tasks/{id}", task).body("status", is("OPEN"));
        Invariants.hold();
    }

    @Test
    void what_waits_is_on_the_board_and_in_a_list() {
        var organiser = people.with(ORGANISER, town);
        var lead = people.with(LEAD, town);
        var task = submitted(organiser);
        Work.draft(organiser, Work.leaflets(town));
        lead.get("/groups/{path}/reviews", town)
                .statusCode(200)
                .body("items.id", contains(task.toString()))
                .body("items[0].createdBy", is(organiser.id().toString()));
        lead.get("/groups/{path}/board", town)
                .statusCode(200)
                .body("items.id", contains(task.toString()))
                .body("items[0].stuck", contains("WAITING_FOR_REVIEW"))
                .body("totals.tasks", is(1))
                .body("totals.waitingForReview", is(1));
        release(lead, task).statusCode(200);
        lead.get("/groups/{path}/reviews", town).body("items", empty());
        lead.get("/groups/{path}/board", town).body("items[0].stuck", empty()).body("totals.waitingForReview", is(0));
    }

    /** A task that its maker has published. */
    private UUID submitted(Person author) {
        var task = Work.draft(author, Work.leaflets(town));
        author.act("/tasks/{id}/publish", task).statusCode(200).body("status", is("WAITING"));
        return task;
    }

    private ValidatableResponse release(Person reviewer, UUID task) {
        return release(
                reviewer,
                task,
                people.lead(town).get("/tasks/{id}", task).extract().header("ETag"));
    }

    private static ValidatableResponse release(Person reviewer, UUID task, String etag) {
        return reviewer.request()
                .header("If-Match", etag)
                .post("/tasks/{id}/release", task)
                .then();
    }

    private static ValidatableResponse back(Person reviewer, UUID task) {
        return reviewer.post("/tasks/{id}/return", Map.of("reason", "Say where to meet."), task);
    }
}
