package org.barnstorm.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.ORGANISER;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.barnstorm.authority.Budget;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Crowd;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Trusting;
import org.barnstorm.testing.Wire;
import org.barnstorm.testing.Wire.Answer;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sixteen requests of one person at once, over and over, never get more than a day has. */
@QuarkusTest
class BudgetRaceTest {
    private static final int AT_ONCE = 16;
    private static final int ROUNDS = 3;
    private static final int MOST = 20;
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
    void tasks_made_at_once_never_exceed_the_budget() {
        Trusting.budget(Budget.TASKS, MOST);
        var organiser = people.with(ORGANISER, town);
        var wire = Wire.of(organiser);
        for (var round = 0; round < ROUNDS; round++) {
            var answers =
                    Concurrently.times(AT_ONCE, () -> Wire.patiently(() -> wire.post("/tasks", Work.leaflets(town))));
            assertThat(answers).extracting(Answer::status).isSubsetOf(201, 429);
        }
        assertThat(Sql.value(Long.class, "select count(*) from task where created_by = ?", organiser.id()))
                .isEqualTo(MOST);
        assertThat(used(organiser, Budget.TASKS)).isEqualTo(MOST);
    }

    @Test
    void people_assigned_at_once_never_exceed_the_budget_in_ones_and_in_threes() {
        Trusting.budget(Budget.ASSIGNMENTS, MOST);
        var organiser = people.with(ORGANISER, town);
        var wire = Wire.of(organiser);
        Crowd.members(people, town, 60);
        var crowd = Sql.column(
                UUID.class,
                "select member_id from membership m join local_group g on g.id = m.group_id"
                        + " where g.path = ? and member_id <> ? order by member_id limit 60",
                town,
                organiser.id());
        var tasks =
                Stream.generate(() -> Work.open(organiser, town, 60)).limit(4).toList();
        var answers = Concurrently.race(IntStream.range(0, AT_ONCE)
                .<Callable<Answer>>mapToObj(i -> () -> {
                    var path = "/tasks/" + tasks.get(i % 4) + "/assignments";
                    var several = crowd.subList(i * 3, i * 3 + 3);
                    var body = i % 2 == 0 ? Map.of("memberIds", several) : Map.of("memberId", several.get(0));
                    return Wire.patiently(() -> wire.post(path, body));
                })
                .toList());
        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 201, 429);
        var offered = Sql.value(Long.class, "select count(*) from assignment where assigned_by = ?", organiser.id());
        assertThat(offered).isLessThanOrEqualTo(MOST).isEqualTo(used(organiser, Budget.ASSIGNMENTS));
        assertThat(offered).isGreaterThan(MOST - 3);
    }

    @Test
    void people_looked_at_at_once_never_exceed_the_budget_and_nobody_counts_twice() {
        Trusting.budget(Budget.PEOPLE, MOST);
        Crowd.members(people, town, 30);
        var organiser = people.with(ORGANISER, town);
        var wire = Wire.of(organiser);
        for (var limit : List.of(3, 11, 40)) {
            var answers = Concurrently.times(
                    AT_ONCE, () -> Wire.patiently(() -> wire.get("/groups/" + town + "/members?limit=" + limit)));
            assertThat(answers).extracting(Answer::status).containsOnly(200);
        }
        assertThat(used(organiser, Budget.PEOPLE)).isEqualTo(MOST);
        assertThat(Sql.value(Long.class, "select count(*) from person_look where member_id = ?", organiser.id()))
                .isEqualTo(MOST);
    }

    private static int used(Person whose, Budget budget) {
        return Sql.value(
                Integer.class,
                "select coalesce(sum(used), 0)::integer from daily_budget where member_id = ? and budget = ?",
                whose.id(),
                budget.name());
    }
}
