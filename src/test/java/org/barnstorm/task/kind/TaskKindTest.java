package org.barnstorm.task.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.problem.Refusal.Violation;
import org.junit.jupiter.api.Test;

class TaskKindTest {
    private static final KindOutcome KNOCKED = new KindOutcome("doors-knocked", "Street is done", Effect.CLOSES, true);
    private static final KindOutcome PRIVATE = new KindOutcome("private", "Private street", Effect.CLOSES, null);
    private static final KindOutcome NOBODY = new KindOutcome("nobody-home", "Nobody home", Effect.REOPENS, false);

    private final TaskKind canvass = new TaskKind(
            UUID.randomUUID(), "canvass", content(KNOCKED, PRIVATE, NOBODY).requireSensible());

    @Test
    void a_result_closes_or_reopens_as_the_vocabulary_has_it() {
        assertThat(canvass.effectOf("doors-knocked", 42)).isEqualTo(Effect.CLOSES);
        assertThat(canvass.effectOf("private", null)).isEqualTo(Effect.CLOSES);
        assertThat(canvass.effectOf("nobody-home", null)).isEqualTo(Effect.REOPENS);
    }

    @Test
    void a_result_that_asks_for_a_number_goes_with_one() {
        assertThat(canvass.effectOf("doors-knocked", 0)).isEqualTo(Effect.CLOSES);
        refused("invalid-input", () -> canvass.effectOf("doors-knocked", null))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(Violation::pointer)
                        .containsExactly("/outcome/quantity"));
        assertThat(canvass.effectOf("private", 3)).isEqualTo(Effect.CLOSES);
    }

    @Test
    void a_result_outside_the_vocabulary_is_told_what_is_in_it() {
        refused("unknown-outcome", () -> canvass.effectOf("door-knocked", 42))
                .satisfies(refusal -> assertThat(refusal.more())
                        .containsEntry("outcomes", List.of("doors-knocked", "private", "nobody-home")))
                .withMessageContaining("doors-knocked, private, nobody-home");
    }

    @Test
    void an_edit_replaces_the_vocabulary() {
        canvass.edit(content(PRIVATE));
        assertThat(canvass.outcomes()).containsExactly(PRIVATE);
        refused("unknown-outcome", () -> canvass.effectOf("doors-knocked", 42));
    }

    @Test
    void whether_a_number_is_asked_for_may_be_left_out() {
        assertThat(PRIVATE.asksNumber()).isFalse();
    }

    @Test
    void a_word_means_one_thing() {
        var twice = content(KNOCKED, NOBODY, new KindOutcome("doors-knocked", "Again", Effect.REOPENS, false));
        refused("invalid-input", twice::requireSensible).satisfies(refusal -> assertThat(refusal.violations())
                .extracting(Violation::pointer)
                .containsExactly("/outcomes/2/code"));
    }

    @Test
    void work_can_be_done() {
        refused("invalid-input", content(NOBODY)::requireSensible).satisfies(refusal -> assertThat(refusal.violations())
                .extracting(Violation::pointer)
                .containsExactly("/outcomes"));
    }

    private static KindContent content(KindOutcome... outcomes) {
        return new KindContent("Canvassing", List.of(outcomes));
    }

    private static org.assertj.core.api.ThrowableAssertAlternative<Refusal> refused(String code, ThrowingCallable act) {
        return assertThatExceptionOfType(Refusal.class).isThrownBy(act).satisfies(refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
