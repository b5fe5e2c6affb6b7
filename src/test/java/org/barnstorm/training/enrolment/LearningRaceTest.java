package org.barnstorm.training.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.Lessons;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Wire;
import org.barnstorm.testing.Wire.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several devices, and trainers, at the same moment. */
@QuarkusTest
class LearningRaceTest {
    private static final Map<String, Object> ORGANISER = Map.of("award", Map.of("role", Role.ORGANISER, "months", 12));

    @Inject
    People people;

    private final String town = People.freshTown();

    @AfterEach
    void invariants_hold() {
        Invariants.hold();
    }

    @Test
    void enrolling_on_many_devices_is_enrolling_once() {
        var learner = people.member(town);
        var course = Lessons.course(people.lead(town), town, Map.of(), Lessons.reading("one"));
        var wire = Wire.of(learner);
        var answers = Concurrently.times(
                8, () -> Wire.patiently(() -> wire.post("/courses/" + course + "/enrolments", Map.of("group", town))));
        assertThat(answers).extracting(Answer::kind).containsOnly("201", "409 already-enrolled");
        assertThat(answers).filteredOn(Answer::ok).hasSize(1);
    }

    @Test
    void the_last_step_on_many_devices_qualifies_once() {
        var learner = people.member(town);
        var course = Lessons.course(people.lead(town), town, ORGANISER, Lessons.reading("one"), Lessons.reading("two"));
        var enrolment = Lessons.enrol(learner, course, town);
        var wire = Wire.of(learner);
        List<Callable<Answer>> acts = new ArrayList<>();
        for (var i = 0; i < 8; i++) {
            var path = "/enrolments/" + enrolment + "/steps/" + (i % 2 == 0 ? "one" : "two") + "/done";
            acts.add(() -> Wire.patiently(() -> wire.act(path)));
        }
        assertThat(Concurrently.race(acts)).extracting(Answer::kind).containsOnly("200");
        assertQualifiedOnce(learner.id());
    }

    @Test
    void the_last_step_and_a_trainer_who_records_it_qualify_once() {
        for (var i = 0; i < 10; i++) {
            var learner = people.member(town);
            var course = Lessons.course(people.lead(town), town, ORGANISER, Lessons.reading("one"));
            var enrolment = Lessons.enrol(learner, course, town);
            var own = Wire.of(learner);
            var lead = Wire.of(people.lead(town));
            var record = Map.of("memberId", learner.id(), "group", town);
            List<Callable<Answer>> acts = List.of(
                    () -> Wire.patiently(() -> own.act("/enrolments/" + enrolment + "/steps/one/done")),
                    () -> Wire.patiently(() -> lead.post("/courses/" + course + "/completions", record)));
            var answers = Concurrently.race(acts);
            assertThat(answers.get(0).kind()).isEqualTo("200");
            assertThat(answers.get(1).kind()).isIn("201", "200", "409 already-qualified");
            assertQualifiedOnce(learner.id());
        }
    }

    @Test
    void two_leads_confirm_once() {
        var learner = people.member(town);
        var more = Map.of("completion", "CONFIRMED", "award", ORGANISER.get("award"));
        var course = Lessons.course(people.lead(town), town, more, Lessons.reading("one"));
        var enrolment = Lessons.enrol(learner, course, town);
        Lessons.done(learner, enrolment, "one").statusCode(200);
        var leads = List.of(Wire.of(people.with(Role.LEAD, town)), Wire.of(people.with(Role.LEAD, town)));
        var answers = Concurrently.race(leads.stream()
                .<Callable<Answer>>map(
                        lead -> () -> Wire.patiently(() -> lead.act("/enrolments/" + enrolment + "/confirm")))
                .toList());
        assertThat(answers).extracting(Answer::kind).containsExactlyInAnyOrder("200", "409 enrolment-over");
        assertQualifiedOnce(learner.id());
    }

    private static void assertQualifiedOnce(Object member) {
        assertThat(Sql.value(Long.class, "select count(*) from qualification where member_id = ?", member))
                .isEqualTo(1);
        assertThat(Sql.value(Long.class, "select count(*) from mandate where member_id = ?", member))
                .isEqualTo(1);
    }
}
