package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.authority.Role.VERIFIER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Work.leaflets;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Wire;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A task changes under the hands of people who have agreed to it. */
@QuarkusTest
class RevisionTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 200", "TRAINER, 404", "VERIFIER, 200", "STEWARD, 404"})
    void who_may_see_what_changed_for_somebody(String role, int status) {
        var hold = Work.claim(people.member(town), Work.open(people.with(ORGANISER, town), town, 1));
        var answer = people.as(role, town).get("/assignments/{id}/changes", hold);
        if (status == 200) answer.statusCode(200).body("changes", empty());
        else refused(answer, status, "not-found");
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 403", "ORGANISER, 403", "TRAINER, 404", "VERIFIER, 403", "STEWARD, 404"})
    void who_may_acknowledge_for_somebody(String role, int status) {
        var hold = Work.claim(people.member(town), Work.open(people.with(ORGANISER, town), town, 1));
        refused(
                people.as(role, town).post("/assignments/{id}/acknowledge", Map.of("fence", 1), hold),
                status,
                status == 403 ? "not-yours" : "not-found");
    }

    @Test
    void holders_see_that_something_changed_and_what() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, leaflets(town, "instructions", "Meet at ten.\nBring water."));
        var ada = people.member(town);
        var hold = Work.claim(ada, task);
        Work.edit(organiser, task, Map.of("title", "Posters", "instructions", "Meet at eleven.\nBring water."));
        organiser.get("/tasks/{id}", task).body("revision", is(2));
        ada.get("/assignments/{id}", hold)
                .body("revision", is(1))
                .body("taskRevision", is(2))
                .body("outdated", is(true));
        ada.get("/me/assignments").body("items.outdated", contains(true));
        ada.get("/assignments/{id}/changes", hold)
                .statusCode(200)
                .body("revision", is(1))
                .body("taskRevision", is(2))
                .body("changes.field", contains("title", "instructions"))
                .body("changes[0].before", is("Leaflets in Hanover"))
                .body("changes[0].after", is("Posters"))
                .body("changes[1].before", nullValue())
                .body("changes[1].diff", containsString("-Meet at ten.\n+Meet at eleven.\n Bring water."));
    }

    @Test
    void the_journal_says_which_revision_an_edit_made() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        Work.edit(organiser, task, Map.of("title", "Posters"));
        Work.edit(organiser, task, Map.of("capacity", 2));
        Work.edit(organiser, task, Map.of("effortMinutes", 90));
        assertThat(Sql.column(
                        String.class,
                        "select data ->> 'revision' from journal where subject_id = ? and type = 'task.edited' order by seq",
                        task))
                .containsExactly("2", "2", "3");
    }

    @Test
    void several_changes_are_shown_as_one_from_what_one_has_seen() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 2);
        var ada = people.member(town);
        var first = Work.claim(ada, task);
        Work.edit(organiser, task, Map.of("title", "Posters"));
        var ben = people.member(town);
        var second = Work.claim(ben, task);
        Work.edit(organiser, task, Map.of("title", "Banners", "steps", List.of("Paint them")));
        ada.get("/assignments/{id}/changes", first)
                .body("changes.field", contains("title", "steps"))
                .body("changes[0].before", is("Leaflets in Hanover"));
        ben.get("/assignments/{id}/changes", second)
                .body("revision", is(2))
                .body("taskRevision", is(3))
                .body("changes[0].before", is("Posters"))
                .body("changes[0].after", is("Banners"));
    }

    @Test
    void whoever_acknowledges_is_up_to_date() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        var ada = people.member(town);
        var hold = Work.claim(ada, task);
        Work.edit(organiser, task, Map.of("title", "Posters"));
        ada.post("/assignments/{id}/acknowledge", Map.of("fence", 1, "revision", 2), hold)
                .statusCode(200)
                .body("revision", is(2))
                .body("outdated", is(false));
        ada.get("/assignments/{id}/changes", hold).body("changes", empty());
        ada.post("/assignments/{id}/acknowledge", Map.of("fence", 1), hold).statusCode(200);
        assertThat(Work.journaled(hold, "assignment.acknowledged"))
                .isEqualTo(1); // there was nothing new the second time
    }

    @Test
    void what_changed_again_while_one_was_reading_is_not_agreed_to() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        var ada = people.member(town);
        var hold = Work.claim(ada, task);
        Work.edit(organiser, task, Map.of("title", "Posters"));
        Work.edit(organiser, task, Map.of("title", "Banners"));
        refused(
                        ada.post("/assignments/{id}/acknowledge", Map.of("fence", 1, "revision", 2), hold),
                        409,
                        "changed-again")
                .body("taskRevision", is(3));
        ada.get("/assignments/{id}", hold).body("outdated", is(true));
    }

    @Test
    void an_old_fence_and_finished_work_acknowledge_nothing() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        var ada = people.member(town);
        var hold = Work.claim(ada, task);
        refused(ada.post("/assignments/{id}/acknowledge", Map.of("fence", 2), hold), 409, "lease-lost");
        ada.post("/assignments/{id}/acknowledge", Map.of(), hold).statusCode(422);
        Work.complete(ada, hold);
        refused(ada.post("/assignments/{id}/acknowledge", Map.of("fence", 1), hold), 409, "assignment-state");
    }

    @Test
    void who_did_not_know_gives_back_without_penalty_and_who_did_does_not() {
        var soon = Map.<String, Object>of(
                "startsAt", Instant.now().plus(Duration.ofHours(2)).toString(),
                "endsAt", Instant.now().plus(Duration.ofHours(4)).toString());
        var organiser = people.with(ORGANISER, town);
        var wanted = leaflets(town, "capacity", 3);
        wanted.putAll(soon);
        var task = Work.open(organiser, wanted);
        var eve = people.member(town);
        var unchanged = Work.claim(eve, task);
        eve.post("/assignments/{id}/release", Map.of("fence", 1), unchanged).statusCode(200);
        var ada = people.member(town);
        var surprised = Work.claim(ada, task);
        var ben = people.member(town);
        var told = Work.claim(ben, task);
        Work.edit(organiser, task, Map.of("instructions", "It rains. Bring boots."));
        ben.post("/assignments/{id}/acknowledge", Map.of("fence", 3), told).statusCode(200);
        ada.post("/assignments/{id}/release", Map.of("fence", 2), surprised).statusCode(200);
        ben.post("/assignments/{id}/release", Map.of("fence", 3), told).statusCode(200);
        assertThat(late(unchanged)).isTrue();
        assertThat(late(surprised)).isFalse();
        assertThat(late(told)).isTrue();
    }

    @Test
    void whoever_claims_or_accepts_agrees_to_the_task_as_it_is_then() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 2);
        var ada = people.member(town);
        var offered = Work.offer(organiser, task, ada);
        Work.edit(organiser, task, Map.of("title", "Posters"));
        ada.get("/assignments/{id}", offered).body("outdated", is(true));
        ada.act("/assignments/{id}/accept", offered)
                .statusCode(200)
                .body("revision", is(2))
                .body("outdated", is(false));
        people.member(town)
                .put("/tasks/{id}/claim", task)
                .statusCode(200)
                .body("revision", is(2))
                .body("outdated", is(false));
    }

    @Test
    void what_is_not_part_of_the_agreement_makes_no_revision() {
        var organiser = people.with(ORGANISER, town);
        var point = Map.of("type", "Point", "coordinates", List.of(-0.135672, 50.830121));
        var wanted = leaflets(town, "place", Map.of("name", "Level", "location", point));
        wanted.putAll(Map.of("startsAt", "2031-12-05T10:00:00.123456Z", "endsAt", "2031-12-05T12:00:00Z"));
        var task = Work.open(organiser, wanted);
        Work.edit(organiser, task, Map.of("capacity", 9, "leaseHours", 12));
        organiser.get("/tasks/{id}", task).body("revision", is(1));
        Work.edit(organiser, task, Map.of("startsAt", "2031-12-05T10:30:00Z"));
        organiser.get("/tasks/{id}", task).body("revision", is(2));
    }

    @Test
    void verified_work_stays_with_the_revision_it_was_done_by() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 2);
        var ada = people.member(town);
        var hold = Work.done(ada, task);
        Work.verify(people.with(VERIFIER, town), hold);
        Work.edit(organiser, task, Map.of("title", "Posters"));
        ada.get("/assignments/{id}", hold).body("revision", is(1)).body("outdated", is(false));
    }

    @Test
    void I_09_however_many_edit_and_acknowledge_at_once_no_revision_is_lost_or_doubled() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 4);
        List<Callable<Integer>> acts = new ArrayList<>();
        for (var i = 0; i < 3; i++) {
            var number = i;
            acts.add(() -> edits(Wire.of(organiser), task, "Version " + number + " of ", 8));
        }
        for (var i = 0; i < 4; i++) {
            var ada = people.member(town);
            var hold = Work.claim(ada, task);
            var fence = Work.fence(ada, hold);
            acts.add(() -> acknowledgements(Wire.of(ada), hold, fence, 20));
        }
        var made = Concurrently.race(acts).stream().mapToInt(Integer::intValue).sum();
        assertThat(Sql.value(Integer.class, "select revision from task where id = ?", task))
                .isEqualTo(made + 1)
                .isEqualTo(25);
        Invariants.hold();
    }

    /** Answers how many revisions it made. */
    private static int edits(Wire editor, UUID task, String title, int times) {
        for (var i = 0; i < times; i++) {
            var patch = Map.of("title", title + i);
            Wire.Answer answer;
            do {
                var version =
                        editor.get("/tasks/" + task).body().path("version").asLong();
                answer = editor.patch("/tasks/" + task, "\"" + version + "\"", patch);
            } while (!answer.ok());
        }
        return times;
    }

    private static int acknowledgements(Wire holder, UUID hold, long fence, int times) {
        for (var i = 0; i < times; i++) {
            var answer =
                    Wire.patiently(() -> holder.post("/assignments/" + hold + "/acknowledge", Map.of("fence", fence)));
            assertThat(answer.status()).isEqualTo(200);
        }
        return 0;
    }

    private static boolean late(UUID hold) {
        return Sql.value(Boolean.class, "select late from assignment where id = ?", hold);
    }
}
