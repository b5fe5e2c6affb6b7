package org.barnstorm.task.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.barnstorm.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When things happen again, by the clock on the wall: T-43, with the moments that they have to be. */
class RecurrenceTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");
    private static final Duration FOUR_WEEKS = Duration.ofDays(28);

    @Test
    void T_43_six_in_the_evening_stays_six_in_the_evening() {
        assertThat(moments("FREQ=WEEKLY;BYDAY=TU", "2027-03-23T18:00", LONDON, 2))
                .containsExactly("2027-03-23T18:00:00Z", "2027-03-30T17:00:00Z");
        assertThat(moments("FREQ=WEEKLY;BYDAY=TU", "2027-10-26T18:00", LONDON, 2))
                .containsExactly("2027-10-26T17:00:00Z", "2027-11-02T18:00:00Z");
    }

    @Test
    void T_43_a_time_that_the_clock_skips_in_spring_comes_as_much_later() {
        // On 28 March 2027 the clock in London goes from 01:00 to 02:00: half past one is half past two, once.
        assertThat(moments("FREQ=WEEKLY", "2027-03-21T01:30", LONDON, 3))
                .containsExactly("2027-03-21T01:30:00Z", "2027-03-28T01:30:00Z", "2027-04-04T00:30:00Z");
    }

    @Test
    void T_43_of_a_time_that_comes_twice_in_autumn_it_is_the_first() {
        // On 31 October 2027 the clock in London goes from 02:00 back to 01:00.
        assertThat(moments("FREQ=WEEKLY", "2027-10-24T01:30", LONDON, 3))
                .containsExactly("2027-10-24T00:30:00Z", "2027-10-31T00:30:00Z", "2027-11-07T01:30:00Z");
    }

    @Test
    void T_43_on_lord_howe_island_the_clock_moves_by_half_an_hour() {
        // 3 October 2027, from 02:00 to 02:30; 4 April 2027, from 02:00 back to 01:30.
        assertThat(moments("FREQ=WEEKLY", "2027-09-26T02:15", LORD_HOWE, 3))
                .containsExactly("2027-09-25T15:45:00Z", "2027-10-02T15:45:00Z", "2027-10-09T15:15:00Z");
        assertThat(moments("FREQ=WEEKLY", "2027-03-28T01:45", LORD_HOWE, 3))
                .containsExactly("2027-03-27T14:45:00Z", "2027-04-03T14:45:00Z", "2027-04-10T15:15:00Z");
    }

    @Test
    void T_43_the_day_that_samoa_left_out_is_the_next_one() {
        assertThat(moments("FREQ=DAILY", "2011-12-29T10:00", ZoneId.of("Pacific/Apia"), 3))
                .containsExactly("2011-12-29T20:00:00Z", "2011-12-30T20:00:00Z", "2011-12-30T20:00:00Z");
    }

    @Test
    void T_43_the_29th_of_february_comes_every_four_years() {
        assertThat(moments("FREQ=YEARLY", "2028-02-29T10:00", LONDON, 3))
                .containsExactly("2028-02-29T10:00:00Z", "2032-02-29T10:00:00Z", "2036-02-29T10:00:00Z");
        assertThat(moments("FREQ=MONTHLY;BYMONTHDAY=-1", "2028-01-31T10:00", LONDON, 3))
                .containsExactly("2028-01-31T10:00:00Z", "2028-02-29T10:00:00Z", "2028-03-31T09:00:00Z");
    }

    @Test
    void T_43_the_31st_comes_in_months_that_have_one() {
        assertThat(moments("FREQ=MONTHLY", "2027-01-31T10:00", LONDON, 3))
                .containsExactly("2027-01-31T10:00:00Z", "2027-03-31T09:00:00Z", "2027-05-31T09:00:00Z");
    }

    @Test
    void T_43_a_year_ends_in_the_middle_of_a_week() {
        assertThat(moments("FREQ=DAILY", "2026-12-30T23:30", ZoneId.of("Pacific/Auckland"), 3))
                .containsExactly("2026-12-30T10:30:00Z", "2026-12-31T10:30:00Z", "2027-01-01T10:30:00Z");
        assertThat(moments("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "2026-12-22T18:00", LONDON, 4))
                .containsExactly(
                        "2026-12-22T18:00:00Z", "2026-12-24T18:00:00Z", "2027-01-05T18:00:00Z", "2027-01-07T18:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        // In UTC, as RFC 5545 wants it: at that moment is in, a second before is not.
        "20270330T170000Z, 2",
        "20270330T165959Z, 1",
        "20270330T180000, 2", // on the wall
        "20270330T175959, 1",
        "20270330, 2", // all of that day
        "20270329, 1",
    })
    void a_rule_ends_with_the_moment_that_it_names(String until, int times) {
        var rule = new Recurrence("FREQ=WEEKLY;UNTIL=" + until, wall("2027-03-23T18:00"), LONDON);
        assertThat(rule.from(rule.start())).hasSize(times);
    }

    @Test
    void in_the_hour_that_comes_twice_the_end_is_the_moment_and_not_what_the_wall_says() {
        // 01:30 is 00:30Z here, the first time; the wall shows 01:10 when the rule ends, an hour later.
        var rule = new Recurrence("FREQ=WEEKLY;UNTIL=20271031T011000Z", wall("2027-10-24T01:30"), LONDON);
        assertThat(rule.from(rule.start())).hasSize(2);
    }

    @Test
    void a_rule_that_counts_goes_on_counting_where_it_is_cut() {
        var ten = new Recurrence("FREQ=WEEKLY;COUNT=10", wall("2027-01-05T18:00"), LONDON);
        var rest = ten.remaining(wall("2027-02-02T18:00"));
        assertThat(rest.rrule()).isEqualTo("FREQ=WEEKLY;COUNT=6");
        assertThat(rest.from(rest.start()))
                .containsExactlyElementsOf(ten.from(rest.start()).toList());
    }

    @Test
    void a_rule_that_does_not_count_stays_as_it_is() {
        var rule = new Recurrence("FREQ=WEEKLY", wall("2027-01-05T18:00"), LONDON);
        assertThat(rule.remaining(wall("2027-01-12T18:00")))
                .isEqualTo(new Recurrence("FREQ=WEEKLY", wall("2027-01-12T18:00"), LONDON));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=FORTNIGHTLY | Unknown FREQ value FORTNIGHTLY",
                "RRULE:FREQ=WEEKLY | invalid part RRULE:FREQ",
                "every Tuesday | Missing '='",
                "FREQ=WEEKLY;BYDAY=XX | invalid weeknum",
                "FREQ=WEEKLY;COUNT=3;UNTIL=20271231T000000Z | UNTIL and COUNT",
                "FREQ=WEEKLY;INTERVAL=0 | out of range",
                "FREQ=WEEKLY;FREQ=DAILY | duplicate part",
                "FREQ=WEEKLY;RSCALE=KLINGON | unknown calendar scale",
                "FREQ=HOURLY | DAILY, WEEKLY, MONTHLY or YEARLY",
                "FREQ=MINUTELY;INTERVAL=30 | DAILY, WEEKLY, MONTHLY or YEARLY",
                "FREQ=WEEKLY;INTERVAL=999999999 | at most 1000",
                "FREQ=SECONDLY | DAILY, WEEKLY, MONTHLY or YEARLY",
                "FREQ=DAILY;BYSECOND=0,1 | BYSECOND",
                "FREQ=YEARLY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5 | more than 24 times of a day",
            })
    void a_rule_that_is_none_is_refused_with_the_reason(String rrule, String reason) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> checked(rrule, "2027-01-05T18:00"))
                .withMessageContaining(reason)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("invalid-rrule"));
    }

    @Test
    void the_first_time_is_one_of_the_rules() {
        refused("start-not-in-rule", () -> checked("FREQ=WEEKLY;BYDAY=TU", "2027-01-06T18:00"))
                .satisfies(refusal -> assertThat(refusal.more()).containsEntry("next", "2027-01-12T18:00"));
        checked("FREQ=WEEKLY;BYDAY=TU", "2027-01-05T18:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=DAILY;UNTIL=20200101T000000Z",
                "FREQ=YEARLY;BYWEEKNO=20;BYYEARDAY=300"
            })
    void a_rule_that_never_comes_is_refused(String rrule) {
        refused("start-not-in-rule", () -> checked(rrule, "2027-01-05T18:00"));
    }

    @Test
    void a_rule_that_comes_too_often_is_refused_wherever_it_does() {
        checked("FREQ=DAILY", "2027-01-05T18:00");
        refused(
                "rrule-too-often",
                () -> Recurrence.checked("FREQ=DAILY", wall("2027-01-05T18:00"), LONDON, FOUR_WEEKS, 27));
        refused("rrule-too-often", () -> checked("FREQ=DAILY;BYHOUR=9,12,15,18", "2027-01-05T18:00"));
        // Seldom at first: only in July there are four a day.
        refused("rrule-too-often", () -> checked("FREQ=DAILY;BYMONTH=7;BYHOUR=9,12,15,18", "2027-07-01T09:00"));
    }

    @Test
    void rhythm_is_how_often_and_not_when() {
        var tuesdays = new Recurrence("FREQ=WEEKLY;BYDAY=TU", wall("2027-01-05T18:00"), LONDON);
        var wednesdays = new Recurrence("FREQ=WEEKLY;BYDAY=WE", wall("2027-01-06T19:00"), LONDON);
        var second = new Recurrence("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", wall("2027-01-05T18:00"), LONDON);
        assertThat(tuesdays.hasRhythmOf(wednesdays)).isTrue();
        assertThat(tuesdays.hasRhythmOf(second)).isFalse();
    }

    @Property(tries = 300)
    @Label("looking from the middle finds what looking from the start finds there")
    void looking_from_the_middle_finds_the_same(@ForAll("rules") String rrule, @ForAll("times") LocalDateTime from) {
        var rule = new Recurrence(rrule, wall("2027-01-05T18:00"), LONDON);
        var all =
                rule.from(rule.start()).takeWhile(time -> time.getYear() < 2030).toList();
        assertThat(rule.from(from).takeWhile(time -> time.getYear() < 2030))
                .containsExactlyElementsOf(
                        all.stream().filter(time -> !time.isBefore(from)).toList());
        assertThat(rule.has(from)).isEqualTo(all.contains(from));
        all.forEach(time -> assertThat(rule.has(time)).isTrue());
    }

    @Provide
    Arbitrary<String> rules() {
        return Arbitraries.of(
                "FREQ=WEEKLY",
                "FREQ=WEEKLY;COUNT=40",
                "FREQ=WEEKLY;UNTIL=20280601T000000Z",
                "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,SA",
                "FREQ=MONTHLY;BYDAY=1TU",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
                "FREQ=MONTHLY;BYMONTHDAY=5,31;COUNT=30",
                "FREQ=YEARLY;BYMONTH=1,6;BYDAY=TU");
    }

    @Provide
    Arbitrary<LocalDateTime> times() {
        return Arbitraries.integers().between(-20, 1000).flatMap(days -> Arbitraries.of(17, 18, 19)
                .map(hour -> wall("2027-01-05T00:00").plusDays(days).plusHours(hour)));
    }

    private static Stream<String> moments(String rrule, String start, ZoneId zone, int count) {
        var rule = new Recurrence(rrule, wall(start), zone);
        return rule.from(rule.start()).limit(count).map(rule::at).map(Instant::toString);
    }

    private static Recurrence checked(String rrule, String start) {
        return Recurrence.checked(rrule, wall(start), LONDON, FOUR_WEEKS, 100);
    }

    private static LocalDateTime wall(String text) {
        return LocalDateTime.parse(text);
    }

    private static org.assertj.core.api.ThrowableAssertAlternative<Refusal> refused(String code, ThrowingCallable act) {
        return assertThatExceptionOfType(Refusal.class).isThrownBy(act).satisfies(refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
