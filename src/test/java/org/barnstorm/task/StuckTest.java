package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.task.Stuck.LAPSED_TWICE;
import static org.barnstorm.task.Stuck.NOBODY_QUALIFIED_NEAR;
import static org.barnstorm.task.Stuck.NOT_CLAIMED;
import static org.barnstorm.task.Stuck.WAITING_FOR_REVIEW;
import static org.barnstorm.task.Stuck.WAITING_FOR_VERIFICATION;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StuckTest {
    private static final Instant NOW = Instant.parse("2026-12-04T15:00:00Z");
    private static final Stuck.Patience PATIENCE =
            new Stuck.Patience(Duration.ofHours(48), Duration.ofDays(7), Duration.ofHours(48));

    @Test
    void a_fresh_task_with_people_who_can_is_not_stuck() {
        assertThat(stuck(3, days(6), null, 1, null, true)).isEmpty();
        assertThat(stuck(3, days(6), NOW.plus(Duration.ofHours(49)), 1, hours(47), true))
                .isEmpty();
    }

    @Test
    void it_is_when_nobody_who_could_come_took_the_course() {
        assertThat(stuck(1, hours(1), null, 0, null, false)).containsExactly(NOBODY_QUALIFIED_NEAR);
    }

    @Test
    void it_is_when_two_leases_ran_out() {
        assertThat(stuck(1, hours(1), null, 2, null, true)).containsExactly(LAPSED_TWICE);
        assertThat(stuck(1, hours(1), null, 5, null, true)).containsExactly(LAPSED_TWICE);
    }

    @Test
    void it_is_when_a_result_waits_for_two_days() {
        assertThat(stuck(0, days(30), null, 0, hours(49), true)).containsExactly(WAITING_FOR_VERIFICATION);
        assertThat(stuck(0, days(30), null, 0, hours(48), true)).isEmpty();
    }

    @Test
    void it_is_when_places_are_free_after_a_week_or_two_days_before_it_begins() {
        assertThat(stuck(1, days(8), null, 0, null, true)).containsExactly(NOT_CLAIMED);
        assertThat(stuck(1, days(7), null, 0, null, true)).isEmpty();
        assertThat(stuck(1, hours(1), NOW.plus(Duration.ofHours(47)), 0, null, true))
                .containsExactly(NOT_CLAIMED);
        assertThat(stuck(1, hours(1), NOW.minusSeconds(60), 0, null, true)).containsExactly(NOT_CLAIMED);
    }

    @Test
    void with_every_place_taken_only_verification_can_be_late() {
        assertThat(stuck(0, days(30), NOW, 9, hours(49), false)).containsExactly(WAITING_FOR_VERIFICATION);
    }

    @Test
    void it_is_when_somebody_has_to_look_at_it_first() {
        var facts = new Stuck.Facts(0, hours(1), null, 0, null, true, true);
        assertThat(Stuck.of(facts, PATIENCE, NOW)).containsExactly(WAITING_FOR_REVIEW);
    }

    @Test
    void all_reasons_are_given() {
        var facts = new Stuck.Facts(1, days(8), NOW, 2, days(3), false, true);
        assertThat(Stuck.of(facts, PATIENCE, NOW)).containsExactly(Stuck.values());
    }

    private static List<Stuck> stuck(
            long free, Instant since, Instant startsAt, long lapses, Instant doneSince, boolean somebodyCan) {
        return Stuck.of(new Stuck.Facts(free, since, startsAt, lapses, doneSince, somebodyCan, false), PATIENCE, NOW);
    }

    private static Instant hours(int ago) {
        return NOW.minus(Duration.ofHours(ago));
    }

    private static Instant days(int ago) {
        return NOW.minus(Duration.ofDays(ago));
    }
}
