package org.barnstorm.task.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands for what when a series goes on by another rule. */
class SuccessorsTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Recurrence TUESDAYS = rule("FREQ=WEEKLY;BYDAY=TU", "2027-01-05T18:00");

    @Test
    void another_hour_stands_for_the_same_day() {
        assertThat(successors(rule("FREQ=WEEKLY;BYDAY=TU", "2027-01-12T19:30"), "2027-01-12T18:00", "2027-01-26T18:00"))
                .containsExactly(
                        entry(wall("2027-01-12T18:00"), wall("2027-01-12T19:30")),
                        entry(wall("2027-01-26T18:00"), wall("2027-01-26T19:30")));
    }

    @Test
    void another_day_of_the_week_stands_for_the_same_week() {
        assertThat(successors(rule("FREQ=WEEKLY;BYDAY=WE", "2027-01-13T18:00"), "2027-01-12T18:00", "2027-01-19T18:00"))
                .containsExactly(
                        entry(wall("2027-01-12T18:00"), wall("2027-01-13T18:00")),
                        entry(wall("2027-01-19T18:00"), wall("2027-01-20T18:00")));
    }

    @Test
    void an_earlier_day_of_the_week_does_too() {
        assertThat(successors(rule("FREQ=WEEKLY;BYDAY=MO", "2027-01-11T18:00"), "2027-01-12T18:00"))
                .containsExactly(entry(wall("2027-01-12T18:00"), wall("2027-01-11T18:00")));
    }

    @Test
    void of_another_rhythm_only_the_same_day_stands() {
        assertThat(successors(
                        rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2027-01-12T18:00"),
                        "2027-01-12T18:00",
                        "2027-01-19T18:00",
                        "2027-01-26T18:00"))
                .containsExactly(
                        entry(wall("2027-01-12T18:00"), wall("2027-01-12T18:00")),
                        entry(wall("2027-01-26T18:00"), wall("2027-01-26T18:00")));
        assertThat(successors(rule("FREQ=DAILY", "2027-01-12T20:00"), "2027-01-12T18:00", "2027-01-19T18:00"))
                .containsValues(wall("2027-01-12T20:00"), wall("2027-01-19T20:00"))
                .hasSize(2);
    }

    @Test
    void nothing_stands_for_two() {
        var old = rule("FREQ=WEEKLY;BYDAY=TU,TH", "2027-01-05T18:00");
        var next = rule("FREQ=WEEKLY;BYDAY=TH,SA", "2027-01-07T18:00");
        var found = new Successors(old, wall("2027-01-05T18:00"), next)
                .of(List.of(wall("2027-01-05T18:00"), wall("2027-01-07T18:00"), wall("2027-01-12T18:00")));
        // The Thursday stands for itself, so that it cannot stand for the Tuesday before as well.
        assertThat(found).containsEntry(wall("2027-01-07T18:00"), wall("2027-01-07T18:00"));
        assertThat(found.values()).doesNotHaveDuplicates();
        assertThat(found).doesNotContainKey(wall("2027-01-05T18:00"));
    }

    @Test
    void a_rule_that_ends_earlier_has_nothing_for_what_comes_later() {
        assertThat(successors(rule("FREQ=WEEKLY;COUNT=1", "2027-01-12T19:00"), "2027-01-12T18:00", "2027-01-19T18:00"))
                .containsExactly(entry(wall("2027-01-12T18:00"), wall("2027-01-12T19:00")));
    }

    @Test
    void nothing_has_no_successors() {
        assertThat(successors(TUESDAYS)).isEmpty();
    }

    private static Map<LocalDateTime, LocalDateTime> successors(Recurrence next, String... replaced) {
        return new Successors(TUESDAYS, wall("2027-01-12T18:00"), next)
                .of(Stream.of(replaced).map(SuccessorsTest::wall).toList());
    }

    private static Recurrence rule(String rrule, String start) {
        return new Recurrence(rrule, wall(start), LONDON);
    }

    private static LocalDateTime wall(String text) {
        return LocalDateTime.parse(text);
    }
}
