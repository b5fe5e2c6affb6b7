package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.ORGANISER;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Crowd;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Wire;
import org.barnstorm.testing.Wire.Answer;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several organisers offer places to the same people at once, in opposite orders, while those claim. */
@QuarkusTest
class OfferRaceTest {
    private static final String DEADLOCKS = "select deadlocks from pg_stat_database where datname = current_database()";
    private static final int PEOPLE = 40;
    private static final int PLACES = 25;

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
    void I_01_I_03_offers_to_the_same_people_in_opposite_orders_fill_the_places_once() {
        var organisers =
                Stream.generate(() -> people.with(ORGANISER, town)).limit(6).toList();
        var wires = organisers.stream().map(Wire::of).toList();
        var crowd = Crowd.members(people, town, PEOPLE);
        var members = Sql.column(
                UUID.class,
                "select s.member_id from membership s join local_group g on g.id = s.group_id"
                        + " where g.path = ? and not exists (select 1 from mandate m where m.member_id = s.member_id)",
                town);
        assertThat(members).hasSize(PEOPLE);
        for (var round = 0; round < 10; round++) {
            var tasks = List.of(Work.open(organisers.get(0), town, PLACES), Work.open(organisers.get(0), town, PLACES));
            List<Callable<Answer>> acts = new ArrayList<>();
            for (var i = 0; i < wires.size(); i++) {
                var wire = wires.get(i);
                var order = ordered(members, i, round);
                var path = "/tasks/" + tasks.get(i % 2) + "/assignments";
                acts.add(() -> Wire.patiently(() -> wire.post(path, Map.of("memberIds", order))));
            }
            for (var i = 0; i < 6; i++) {
                var wire = crowd.get((round * 6 + i) % PEOPLE);
                var task = tasks.get(i % 2);
                acts.add(() -> Wire.patiently(() -> wire.put("/tasks/" + task + "/claim")));
            }
            var answers = Concurrently.race(acts);
            assertThat(answers.subList(0, wires.size()))
                    .extracting(Answer::kind)
                    .containsOnly("200");
            for (var each : tasks)
                assertThat(Work.taken(organisers.get(0), each)).isEqualTo(PLACES);
            assertThat(offered(answers) + claimed(answers)).isBetween(2L * PLACES, 2L * PLACES + 6);
        }
        Log.infof("Deadlocks: %d", Sql.value(Long.class, DEADLOCKS) - deadlocks);
    }

    /** Ascending, descending, and any order. */
    private static List<UUID> ordered(List<UUID> members, int organiser, int round) {
        var order = new ArrayList<>(members);
        Collections.sort(order);
        if (organiser % 3 == 1) Collections.reverse(order);
        if (organiser % 3 == 2) Collections.shuffle(order, new Random(round));
        return order;
    }

    private static long offered(List<Answer> answers) {
        return answers.stream()
                .flatMap(answer ->
                        StreamSupport.stream(answer.body().path("items").spliterator(), false))
                .filter(item -> item.has("assignment"))
                .map(JsonNode.class::cast)
                .count();
    }

    /** A claim answers with an offer that came first, so that a place can be counted twice, but never more often. */
    private static long claimed(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.ok() && answer.body().has("id"))
                .count();
    }
}
