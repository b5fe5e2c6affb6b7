package org.barnstorm.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.platform.problem.Refusal;
import org.junit.jupiter.api.Test;

class QualificationTest {
    private final Instant noon = Instant.parse("2030-01-01T12:00:00Z");
    private final UUID learner = UUID.randomUUID();
    private final UUID trainer = UUID.randomUUID();

    @Test
    void a_qualification_runs_from_the_day_of_completion() {
        var completed = noon.minus(Duration.ofDays(10));
        var qualification = qualification(12, completed, trainer);
        assertThat(qualification.completedAt()).isEqualTo(completed);
        assertThat(qualification.expiresAt()).isEqualTo(Instant.parse("2030-12-22T12:00:00Z"));
        assertThat(qualification.recordedBy()).isEqualTo(trainer);
    }

    @Test
    void a_qualification_can_be_for_good() {
        assertThat(qualification(null, noon, trainer).expiresAt()).isNull();
    }

    @Test
    void nobody_certifies_themselves() {
        refused(Refusal.Kind.FORBIDDEN, "self-completion", 12, noon, learner);
    }

    @Test
    void nothing_is_completed_in_the_future() {
        refused(Refusal.Kind.INVALID, "completed-in-future", 12, noon.plusNanos(1000), trainer);
    }

    @Test
    void what_has_run_out_since_qualifies_for_nothing() {
        refused(Refusal.Kind.INVALID, "expired-already", 1, Instant.parse("2029-12-01T12:00:00Z"), trainer);
    }

    private void refused(Refusal.Kind kind, String code, Integer months, Instant completed, UUID recorder) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> qualification(months, completed, recorder))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }

    private Qualification qualification(Integer months, Instant completed, UUID recorder) {
        var content = new CourseContent("Organiser 101", "Listening", months, null, null, null, null);
        var course = new Course(UUID.randomUUID(), content, trainer, noon);
        return new Qualification(course, learner, UUID.randomUUID(), completed, recorder, noon);
    }
}
