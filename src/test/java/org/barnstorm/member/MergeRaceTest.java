package org.barnstorm.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Wire;
import org.barnstorm.testing.Wire.Answer;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Both accounts go on doing things while they become one. */
@QuarkusTest
class MergeRaceTest {
    private static final int ROUNDS = 12;

    @Inject
    People people;

    private final String town = People.freshTown();

    @AfterEach
    void the_invariants_hold() {
        Invariants.hold();
    }

    @Test
    void of_two_that_go_opposite_ways_one_happens() {
        for (var round = 0; round < ROUNDS; round++) {
            var ada = people.member(town);
            var eda = people.member(town);
            var ids = List.of(ada.id(), eda.id());
            var answers = Concurrently.race(List.<Callable<Answer>>of(merge(ada, eda), merge(eda, ada)));
            assertThat(answers).extracting(Answer::kind).containsExactlyInAnyOrder("200", "409 merge-with-oneself");
            assertThat(Sql.column(
                            UUID.class,
                            "select gone_id from member_merged where gone_id in (?, ?)",
                            ids.get(0),
                            ids.get(1)))
                    .hasSize(1);
            assertThat(now(ada)).isEqualTo(now(eda)).isIn(ids);
        }
    }

    @Test
    void what_either_account_does_meanwhile_is_theirs_or_refused() {
        var lead = people.lead(town);
        people.grow(town + ".hove");
        for (var round = 0; round < ROUNDS; round++) {
            var stays = people.member(town);
            var gone = people.member(town);
            var went = gone.id();
            var task = Work.open(lead, town, 5);
            var other = Work.open(lead, town, 5);
            var acts = new ArrayList<Callable<Answer>>();
            acts.add(merge(stays, gone));
            acts.add(patiently(gone, wire -> wire.put("/tasks/" + task + "/claim")));
            acts.add(patiently(stays, wire -> wire.put("/tasks/" + other + "/claim")));
            acts.add(patiently(gone, wire -> wire.put("/groups/" + town + ".hove/membership")));
            acts.add(patiently(gone, wire -> wire.post("/me/calendars", Map.of("detail", "TIMES"))));
            acts.add(patiently(gone, wire -> wire.get("/me")));
            var answers = Concurrently.race(acts);
            assertThat(answers)
                    .allSatisfy(answer ->
                            assertThat(answer.status()).as(answer.kind()).isLessThan(500));
            assertThat(answers.get(0).kind()).isEqualTo("200");
            assertThat(answers.get(3).kind()).isEqualTo("200");
            assertThat(answers.get(4).kind()).isEqualTo("201");
            var holder = Sql.column(UUID.class, "select member_id from assignment where task_id = ?", task);
            assertThat(holder)
                    .allMatch(stays.id()::equals)
                    .hasSize(answers.get(1).ok() ? 1 : 0);
            assertThat(Sql.column(
                            UUID.class,
                            "select member_id from calendar where member_id = ? union all"
                                    + " select member_id from membership where member_id = ?",
                            went,
                            went))
                    .isEmpty();
        }
    }

    @Test
    void nothing_is_brought_to_who_went_by_whoever_was_on_the_way() {
        var stays = people.member(town);
        var gone = people.member(town);
        var went = gone.id();
        Doubles.merge(stays, gone).statusCode(200);
        assertThatThrownBy(() -> Sql.run(
                        "insert into membership (id, version, member_id, group_id, status, since)"
                                + " select gen_random_uuid(), 0, ?, id, 'ACTIVE', now() from local_group where path = ?",
                        went,
                        town))
                .rootCause()
                .hasMessageContaining("part of another");
        assertThatThrownBy(() -> Sql.run("update membership set member_id = ? where member_id = ?", went, stays.id()))
                .rootCause()
                .hasMessageContaining("part of another");
    }

    private Callable<Answer> merge(Person stays, Person gone) {
        var wire = Wire.of(stays);
        var code = Map.of("code", Doubles.code(gone));
        return () -> Wire.patiently(() -> wire.post("/me/merge", code));
    }

    private static Callable<Answer> patiently(Person person, java.util.function.Function<Wire, Answer> act) {
        var wire = Wire.of(person);
        return () -> Wire.patiently(() -> act.apply(wire));
    }

    private static UUID now(Person person) {
        return UUID.fromString(person.get("/me").statusCode(200).extract().path("id"));
    }
}
