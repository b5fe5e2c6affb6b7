package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.GeoPoint;
import org.barnstorm.platform.problem.Refusal;
import org.junit.jupiter.api.Test;

class TaskContentTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Place LEVEL = new Place("Level, by the cafe", null);

    @Test
    void work_at_a_place_and_time_is_sensible() {
        assertThat(content(false, LEVEL, NOON, NOON.plusSeconds(1)).requireSensible())
                .isNotNull();
    }

    @Test
    void remote_work_needs_no_place() {
        assertThat(content(true, null, null, null).requireSensible()).isNotNull();
    }

    @Test
    void a_point_on_the_map_is_a_place() {
        var brighton = GeoPoint.of(new BigDecimal("50.83"), new BigDecimal("-0.14"));
        assertThat(content(false, new Place(null, brighton), null, null).requireSensible())
                .isNotNull();
    }

    @Test
    void work_that_is_not_remote_happens_somewhere() {
        refused(content(false, null, null, null), "/place");
        refused(content(false, new Place(null, null), null, null), "/place");
        refused(content(false, new Place("  ", null), null, null), "/place");
    }

    @Test
    void a_window_has_both_ends_in_their_order() {
        refused(content(true, null, NOON, null), "/endsAt");
        refused(content(true, null, null, NOON), "/endsAt");
        refused(content(true, null, NOON, NOON), "/endsAt");
        refused(content(true, null, NOON, NOON.minusSeconds(1)), "/endsAt");
    }

    @Test
    void every_wrong_place_is_named_at_once() {
        refused(content(false, null, NOON, null), "/endsAt", "/place");
    }

    @Test
    void what_is_left_out_of_a_new_task_gets_its_usual_value() {
        var wanted = wanted(null, null, null, null);
        var content = wanted.content(LONDON);
        assertThat(content.capacity()).isEqualTo(1);
        assertThat(content.instructions()).isEmpty();
        assertThat(content.zone()).isEqualTo(LONDON);
        assertThat(content.leaseHours()).isEqualTo(48);
        assertThat(content.remote()).isFalse();
    }

    @Test
    void what_is_said_of_a_new_task_is_kept() {
        var paris = ZoneId.of("Europe/Paris");
        var content = wanted("Bring water.", 5, paris, 6).content(LONDON);
        assertThat(content.capacity()).isEqualTo(5);
        assertThat(content.instructions()).isEqualTo("Bring water.");
        assertThat(content.zone()).isEqualTo(paris);
        assertThat(content.leaseHours()).isEqualTo(6);
    }

    private static NewTask wanted(String instructions, Integer capacity, ZoneId zone, Integer leaseHours) {
        return new NewTask(
                new GroupPath("uk.hove"),
                "Leaflets",
                instructions,
                capacity,
                null,
                LEVEL,
                null,
                null,
                zone,
                60,
                UUID.randomUUID(),
                leaseHours,
                null,
                null,
                null,
                null,
                null);
    }

    private static TaskContent content(boolean remote, Place place, Instant startsAt, Instant endsAt) {
        return new TaskContent(
                "Leaflets",
                "",
                1,
                remote,
                place,
                startsAt,
                endsAt,
                LONDON,
                60,
                null,
                48,
                Audience.MEMBERS_OF_THE_GROUP,
                null,
                List.of(),
                Verification.OF_EVERYTHING,
                null);
    }

    private static void refused(TaskContent content, String... pointers) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(content::requireSensible)
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(Refusal.Violation::pointer)
                        .isEqualTo(List.of(pointers)));
    }
}
