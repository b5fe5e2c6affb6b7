package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Crowd;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Wire;
import org.barnstorm.testing.Wire.Answer;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Organisers, verifiers and volunteers act on the same holds at once. */
@QuarkusTest
class AssignmentRaceTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @AfterEach
    void the_invariants_hold() {
        Invariants.hold();
    }

    @Test
    void a_cancelled_task_keeps_nobody_however_late_they_came() {
        var organiser = people.with(ORGANISER, town);
        var lead = Wire.of(organiser);
        var crowd = Crowd.members(people, town, 12);
        for (var round = 0; round < 10; round++) {
            var task = Work.open(organiser, town, 8);
            List<Callable<Answer>> acts = new ArrayList<>();
            crowd.forEach(wire -> acts.add(() -> wire.put(claim(task))));
            acts.add(() -> Wire.patiently(() -> lead.act("/tasks/" + task + "/cancel")));
            var answers = Concurrently.race(acts);
            assertThat(answers.get(acts.size() - 1).status()).isEqualTo(200);
            assertThat(answers)
                    .filteredOn(answer -> !answer.ok())
                    .extracting(Answer::kind)
                    .isSubsetOf("409 task-full", "409 task-not-open", "409 busy", "404 not-found");
            assertThat(statuses(task)).doesNotContain("HELD");
            assertThat(Work.taken(organiser, task)).isZero();
        }
    }

    @Test
    void of_two_who_judge_the_same_work_one_does() {
        var organiser = people.with(ORGANISER, town);
        var ada = Wire.of(people.with(LEAD, town));
        var ben = Wire.of(people.with(LEAD, town));
        for (var round = 0; round < 15; round++) {
            var task = Work.open(organiser, town, 1);
            var done = Work.done(people.member(town), task);
            var verify = "/assignments/" + done + "/verify";
            var reject = "/assignments/" + done + "/reject";
            var answers = Concurrently.race(List.<Callable<Answer>>of(
                    () -> Wire.patiently(() -> ada.act(verify)),
                    () -> Wire.patiently(() -> ben.post(reject, Map.of("reason", "Another street."))),
                    () -> Wire.patiently(() -> ben.act(verify))));
            assertThat(answers).filteredOn(Answer::ok).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> !answer.ok())
                    .extracting(Answer::code)
                    .isSubsetOf("assignment-state", "lease-lost");
            var rejected = answers.get(1).ok();
            assertThat(Work.taken(organiser, task)).isEqualTo(rejected ? 0 : 1);
        }
    }

    @Test
    void I_03_an_offer_and_a_claim_at_once_are_one_hold() {
        var organiser = people.with(ORGANISER, town);
        var lead = Wire.of(organiser);
        for (var round = 0; round < 15; round++) {
            var person = people.member(town);
            var task = Work.open(organiser, town, 2);
            var wire = Wire.of(person);
            var offer = Map.of("memberId", person.id());
            var answers = Concurrently.race(List.<Callable<Answer>>of(
                    () -> Wire.patiently(() -> lead.post("/tasks/" + task + "/assignments", offer)),
                    () -> Wire.patiently(() -> wire.put(claim(task))),
                    () -> Wire.patiently(() -> lead.post("/tasks/" + task + "/assignments", offer)),
                    () -> Wire.patiently(() -> wire.put(claim(task)))));
            assertThat(List.of(answers.get(1), answers.get(3))).allMatch(Answer::ok);
            assertThat(answers)
                    .filteredOn(answer -> !answer.ok())
                    .extracting(Answer::code)
                    .containsOnly("already-assigned");
            assertThat(statuses(task)).hasSize(1);
        }
    }

    @Test
    void I_01_offers_and_claims_of_different_people_share_the_places() {
        var organiser = people.with(ORGANISER, town);
        var lead = Wire.of(organiser);
        var offered = Stream.generate(() -> people.member(town)).limit(8).toList();
        offered.forEach(Person::id);
        for (var round = 0; round < 5; round++) {
            var task = Work.open(organiser, town, 5);
            List<Callable<Answer>> acts = new ArrayList<>();
            Crowd.members(people, town, 8).forEach(wire -> acts.add(() -> Wire.patiently(() -> wire.put(claim(task)))));
            offered.forEach(person -> acts.add(() -> Wire.patiently(
                    () -> lead.post("/tasks/" + task + "/assignments", Map.of("memberId", person.id())))));
            var answers = Concurrently.race(acts);
            assertThat(answers).filteredOn(Answer::ok).hasSize(5);
            assertThat(answers)
                    .filteredOn(answer -> !answer.ok())
                    .extracting(Answer::code)
                    .containsOnly("task-full");
        }
    }

    private static List<String> statuses(UUID task) {
        return Sql.column(String.class, "select status from assignment where task_id = ?", task);
    }

    private static String claim(UUID task) {
        return "/tasks/" + task + "/claim";
    }
}
