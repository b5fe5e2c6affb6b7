package org.barnstorm.training.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.Lessons;
import org.barnstorm.testing.People;
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
        assertThat(done(enrolment)).isFalse();
        Invariants.hold();
    }

    private boolean done(UUID enrolment) {
        return QuarkusTransaction.requiringNew().call(() -> steps.done(enrolment, "walk", null, null));
    }
}
