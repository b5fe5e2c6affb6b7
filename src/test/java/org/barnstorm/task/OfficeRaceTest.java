package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.authority.Role.VERIFIER;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.barnstorm.testing.Concurrently;
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

/** Those who hold an office want its place at once, and one of them loses the office. */
@QuarkusTest
class OfficeRaceTest {
    private static final String DEADLOCKS = "select deadlocks from pg_stat_database where datname = current_database()";

    @Inject
    People people;

    @Inject
    OfficeSweeper sweeper;

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
    void the_first_who_accepts_has_the_place_and_taps_twice_without_harm() {
        var organiser = people.with(ORGANISER, town);
        var office = Stream.generate(() -> Wire.of(people.with(VERIFIER, town)))
                .limit(5)
                .toList();
        for (var round = 0; round < 8; round++) {
            var task = Work.open(organiser, town, 2);
            var place = given(organiser, task);
            List<Callable<Answer>> acts = new ArrayList<>();
            for (var i = 0; i < 10; i++) {
                var wire = office.get(i % 5);
                acts.add(() -> Wire.patiently(() -> wire.act("/assignments/" + place + "/accept")));
            }
            var answers = Concurrently.race(acts);
            var winners = answers.stream().filter(Answer::ok).toList();
            assertThat(winners)
                    .hasSize(2)
                    .extracting(Answer::id)
                    .containsOnly(winners.get(0).id());
            assertThat(answers)
                    .filteredOn(answer -> !answer.ok())
                    .extracting(Answer::kind)
                    .containsOnly("409 office-taken");
            assertThat(Work.taken(organiser, task)).isEqualTo(1);
        }
    }

    @Test
    void I_19_who_has_lost_the_office_neither_takes_nor_completes_and_the_place_follows_it_once() {
        var organiser = people.with(ORGANISER, town);
        var lead = Wire.of(people.lead(town));
        for (var round = 0; round < 8; round++) {
            var ada = people.member(town);
            String mandate = people.appoint(ada, VERIFIER, town);
            var task = Work.open(organiser, town, 1);
            var place = given(organiser, task);
            var wire = Wire.of(ada);
            var hold = round % 2 == 0
                    ? null
                    : wire.act("/assignments/" + place + "/accept").id();
            var acts = new ArrayList<Callable<Answer>>();
            acts.add(() -> Wire.patiently(
                    () -> lead.post("/mandates/" + mandate + "/revoke", Map.of("reason", "Moved away."))));
            acts.add(() -> Wire.patiently(() -> hold == null
                    ? wire.act("/assignments/" + place + "/accept")
                    : wire.post("/assignments/" + hold + "/complete", Work.completion(2))));
            var answers = Concurrently.race(acts);
            assertThat(answers.get(0).status()).isEqualTo(200);
            assertThat(answers.get(1).kind()).isIn("200", "403 not-yours", "404 not-found", "409 office-lost");
            Concurrently.times(3, () -> sweeper.sweep());
            sweeper.sweep(); // what all of them skipped because another was at it
            assertThat(Sql.column(
                            String.class,
                            "select status from assignment where task_id = ? and status in ('OFFERED', 'HELD', 'DONE')",
                            task))
                    .hasSize(1)
                    .doesNotContain("HELD");
        }
    }

    private UUID given(Person organiser, UUID task) {
        return UUID.fromString(organiser
                .post("/tasks/{id}/assignments", Map.of("role", VERIFIER, "group", town), task)
                .statusCode(201)
                .extract()
                .path("id"));
    }
}
