package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.ORGANISER;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A place changes hands while others want it, its holder goes on, and an organiser moves it. */
@QuarkusTest
class HandoverRaceTest {
    private static final String DEADLOCKS = "select deadlocks from pg_stat_database where datname = current_database()";

    @Inject
    People people;

    private final String town = People.freshTown();
    private long deadlocks;

    @BeforeEach
    void count_deadlocks() {
        deadlocks = Sql.value(Long.class, DEADLOCKS);
    }

    @AfterEach
    void the_invariants_hold_and_nothing_deadlocked() {
        Invariants.hold();
        assertThat(Sql.value(Long.class, DEADLOCKS)).isEqualTo(deadlocks);
    }

    @Test
    void I_01_a_place_that_changes_hands_is_never_free_in_between() {
        var organiser = people.with(ORGANISER, town);
        var crowd = Crowd.members(people, town, 8);
        for (var round = 0; round < 8; round++) {
            var ada = people.member(town);
            var ben = people.member(town);
            var task = Work.open(organiser, town, 1);
            var hold = Work.claim(ada, task);
            hand(ada, hold, ben);
            var taker = Wire.of(ben);
            List<Callable<Answer>> acts = new ArrayList<>();
            crowd.forEach(wire -> acts.add(() -> Wire.patiently(() -> wire.put("/tasks/" + task + "/claim"))));
            acts.add(4, () -> Wire.patiently(() -> taker.act(accept(hold))));
            var answers = Concurrently.race(acts);
            assertThat(answers.remove(4).ok()).isTrue();
            assertThat(answers).extracting(Answer::kind).containsOnly("409 task-full");
            assertThat(holders(task)).containsExactly(ben.id());
        }
    }

    @Test
    void either_the_holder_goes_on_or_the_other_person_has_it() {
        var organiser = people.with(ORGANISER, town);
        for (var round = 0; round < 12; round++) {
            var ada = people.member(town);
            var ben = people.member(town);
            var task = Work.open(organiser, town, 1);
            var hold = Work.claim(ada, task);
            hand(ada, hold, ben);
            var holder = Wire.of(ada);
            var taker = Wire.of(ben);
            var goesOn = goOn(round, holder, hold);
            var answers = Concurrently.race(List.<Callable<Answer>>of(
                    () -> Wire.patiently(() -> taker.act(accept(hold))),
                    () -> Wire.patiently(goesOn::call),
                    () -> Wire.patiently(() -> taker.act(accept(hold)))));
            assertThat(answers.get(0).ok()).isEqualTo(answers.get(2).ok());
            assertThat(answers.get(0).ok())
                    .as("one of the two")
                    .isNotEqualTo(answers.get(1).ok());
            assertThat(answers)
                    .filteredOn(answer -> !answer.ok())
                    .extracting(Answer::code)
                    .isSubsetOf("handover-gone", "lease-lost");
            if (answers.get(0).ok())
                assertThat(answers.get(0).id()).isEqualTo(answers.get(2).id());
        }
    }

    private interface Act {
        Answer call();
    }

    private static Act goOn(int round, Wire holder, UUID hold) {
        var path = "/assignments/" + hold;
        return switch (round % 3) {
            case 0 -> () -> holder.post(path + "/complete", Work.completion(1));
            case 1 -> () -> holder.post(path + "/release", Map.of("fence", 1));
            default -> () -> holder.delete(path + "/handover?fence=1");
        };
    }

    @Test
    void two_who_hand_their_places_to_each_other_do_not_wait_for_ever() {
        var organiser = people.with(ORGANISER, town);
        for (var round = 0; round < 8; round++) {
            var ada = people.member(town);
            var ben = people.member(town);
            var hers = Work.claim(ada, Work.open(organiser, town, 1));
            var his = Work.claim(ben, Work.open(organiser, town, 1));
            hand(ada, hers, ben);
            hand(ben, his, ada);
            var adas = Wire.of(ada);
            var bens = Wire.of(ben);
            var answers = Concurrently.race(List.<Callable<Answer>>of(
                    () -> Wire.patiently(() -> adas.act(accept(his))),
                    () -> Wire.patiently(() -> bens.act(accept(hers)))));
            assertThat(answers).allMatch(Answer::ok);
        }
    }

    @Test
    void one_person_who_takes_over_many_places_at_once_gets_as_many_as_they_may_have() {
        var organiser = people.with(ORGANISER, town);
        var ben = people.member(town);
        var taker = Wire.of(ben);
        List<Callable<Answer>> acts = new ArrayList<>();
        for (var i = 0; i < 8; i++) {
            var ada = people.member(town);
            var hold = Work.claim(ada, Work.open(organiser, town, 1));
            hand(ada, hold, ben);
            acts.add(() -> Wire.patiently(() -> taker.act(accept(hold))));
        }
        var answers = Concurrently.race(acts);
        assertThat(answers).filteredOn(Answer::ok).hasSize(3);
        assertThat(answers)
                .filteredOn(answer -> !answer.ok())
                .extracting(Answer::code)
                .containsOnly("claim-limit");
    }

    @Test
    void of_two_organisers_who_move_a_place_one_does_and_its_holder_is_not_asked_twice() {
        var organiser = people.with(ORGANISER, town);
        var first = Wire.of(organiser);
        var second = Wire.of(people.with(ORGANISER, town));
        for (var round = 0; round < 8; round++) {
            var ada = people.member(town);
            var ben = people.member(town);
            var eve = people.member(town);
            var task = Work.open(organiser, town, 1);
            var hold = Work.claim(ada, task);
            hand(ada, hold, eve);
            var taker = Wire.of(eve);
            var answers = Concurrently.race(List.<Callable<Answer>>of(
                    () -> Wire.patiently(() -> first.post(move(hold), to(ben))),
                    () -> Wire.patiently(() -> second.post(move(hold), to(eve))),
                    () -> Wire.patiently(() -> taker.act(accept(hold)))));
            assertThat(answers).filteredOn(Answer::ok).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> !answer.ok())
                    .extracting(Answer::code)
                    .isSubsetOf("lease-lost", "handover-gone", "already-assigned");
            assertThat(holders(task)).hasSize(1);
        }
    }

    private static void hand(Person holder, UUID hold, Person to) {
        holder.post("/assignments/{id}/handover", Map.of("fence", 1, "memberId", to.id()), hold)
                .statusCode(200);
    }

    private static Map<String, Object> to(Person person) {
        return Map.of("memberId", person.id(), "reason", "Ill.");
    }

    private static String accept(UUID hold) {
        return "/assignments/" + hold + "/handover/accept";
    }

    private static String move(UUID hold) {
        return "/assignments/" + hold + "/move";
    }

    private static List<UUID> holders(UUID task) {
        return Sql.column(
                UUID.class,
                "select member_id from assignment where task_id = ? and status in ('OFFERED', 'HELD', 'DONE', 'VERIFIED')",
                task);
    }
}
