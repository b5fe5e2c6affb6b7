package org.barnstorm.mandate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.barnstorm.authority.Capability;
import org.barnstorm.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EndingTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final UUID MANDATE = new UUID(0, 1);
    private static final UUID ADA = new UUID(0, 2);
    private static final UUID BEN = new UUID(0, 3);

    private static final Ending.Decision WHY = new Ending.Decision(ADA, null, "Moved away.");

    private final Ending revoked = Ending.revoked(MANDATE, WHY, NOON);

    @Test
    void a_revocation_is_undone_until_its_window_closes() {
        revoked.finished(NOON);
        refused("undo-too-late", revoked, NOON.plus(WEEK));
        assertThatCode(() -> revoked.undo(BEN, WEEK, NOON.plus(WEEK).minusMillis(1)))
                .doesNotThrowAnyException();
        refused("not-restorable", revoked, NOON);
    }

    @Test
    void what_is_still_being_ended_is_not_undone_yet() {
        refused("busy", revoked, NOON);
    }

    static Stream<Ending> what_is_undone_in_another_way() {
        var scope = new Scope(MANDATE, null, Set.of(Capability.TASK_EDIT), 0, NOON, null);
        var next = Mandate.vouched(BEN, scope, NOON);
        return Stream.of(
                Ending.handedOver(MANDATE, next, WHY, NOON),
                Ending.unvouched(MANDATE, WHY, NOON),
                Ending.withdrawn(MANDATE, WHY, NOON));
    }

    @ParameterizedTest
    @MethodSource
    void what_is_undone_in_another_way(Ending ending) {
        ending.finished(NOON);
        refused("not-restorable", ending, NOON);
    }

    private static void refused(String code, Ending ending, Instant when) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ending.undo(BEN, WEEK, when))
                .matches(refusal -> refusal.code().equals(code));
    }
}
