package org.barnstorm.training.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.is;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.Lessons;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.training.content.ModuleKind;
import org.barnstorm.training.enrolment.AttestedSteps.AttestedStep;
import org.barnstorm.training.enrolment.AttestedSteps.Witness;
import org.junit.jupiter.api.Test;

/** What features above tell training. */
@QuarkusTest
class AttestedStepsTest {
    @Inject
    People people;

    @Inject
    AttestedSteps steps;

    private final String town = People.freshTown();

    @Test
    void what_somebody_saw_is_done_once() {
        var learner = people.member(town);
        var course =
                Lessons.course(people.lead(town), town, Map.of(), Lessons.reading("read"), Lessons.practical("walk"));
        var enrolment = UUID.fromString(Lessons.enrol(learner, course, town));
        var waiting =
                QuarkusTransaction.requiringNew().call(() -> steps.find(learner.id(), UUID.fromString(course), "walk"));
        assertThat(waiting).hasValueSatisfying(step -> {
            assertThat(step.enrolmentId()).isEqualTo(enrolment);
            assertThat(step.state()).isEqualTo(StepState.OPEN);
        });
        assertThat(done(enrolment)).isTrue();
        assertThat(done(enrolment)).isFalse();
        learner.get("/enrolments/{id}", enrolment)
                .body("steps[1].state", is("DONE"))
                .body("progressPercent", is(50));
        Lessons.done(learner, enrolment.toString(), "read").body("status", is("COMPLETED"));
        assertThat(steps(learner)).isEmpty();
        assertThat(done(waiting.orElseThrow(), Witness.SERVICE)).isFalse();
        Invariants.hold();
    }

    @Test
    void nobody_saw_their_own_and_what_was_seen_is_what_is_to_be_done() {
        var learner = people.member(town);
        var course = Lessons.course(people.lead(town), town, Map.of(), Lessons.practical("walk"));
        Lessons.enrol(learner, course, town);
        var step = steps(learner).get(0);
        assertThatThrownBy(() -> done(step, new Witness(learner.id(), null)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("self-completion"));
        assertThat(done(seenAs(ModuleKind.LIVE_SESSION, step), Witness.SERVICE)).isFalse();
        learner.delete("/groups/{path}/membership", town).statusCode(204);
        assertThat(done(step, Witness.SERVICE)).isFalse();
        learner.put("/groups/{path}/membership", town).statusCode(200);
        assertThat(done(step, Witness.SERVICE)).isTrue();
        Invariants.hold();
    }

    @Test
    void what_renews_something_withdrawn_leads_nowhere() {
        var lead = people.lead(town);
        var learner = people.member(town);
        var course = Lessons.course(
                lead, town, Map.of("validMonths", 12), Lessons.with(Lessons.practical("walk"), "refresher", true));
        Lessons.enrol(learner, course, town);
        assertThat(done(steps(learner).get(0), Witness.SERVICE)).isTrue();
        Sql.run("update qualification set expires_at = now() + interval '20 days' where member_id = ?", learner.id());
        var again = Lessons.enrol(learner, course, town);
        learner.get("/enrolments/{id}", again).body("purpose", is("REFRESH"));
        var old = Sql.value(UUID.class, "select id from qualification where member_id = ?", learner.id());
        lead.post("/qualifications/{id}/withdraw", Map.of("reason", "Was rude."), old)
                .statusCode(200);
        assertThat(done(steps(learner).get(0), Witness.SERVICE)).isFalse();
        Invariants.hold();
    }

    private List<AttestedStep> steps(Person learner) {
        return QuarkusTransaction.requiringNew().call(() -> steps.of(learner.id()));
    }

    private boolean done(UUID enrolment) {
        return QuarkusTransaction.requiringNew()
                .call(() -> steps.of(memberOf(enrolment)).stream().anyMatch(step -> steps.done(step, Witness.SERVICE)));
    }

    private boolean done(AttestedStep step, Witness by) {
        return QuarkusTransaction.requiringNew().call(() -> steps.done(step, by));
    }

    private static UUID memberOf(UUID enrolment) {
        return Sql.value(UUID.class, "select member_id from enrolment where id = ?", enrolment);
    }

    private static AttestedStep seenAs(ModuleKind kind, AttestedStep step) {
        return new AttestedStep(
                step.enrolmentId(),
                step.courseId(),
                step.memberId(),
                step.groupId(),
                step.module(),
                kind,
                step.state(),
                step.since());
    }
}
