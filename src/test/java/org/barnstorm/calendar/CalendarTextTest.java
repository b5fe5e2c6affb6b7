package org.barnstorm.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.barnstorm.task.Appointment;
import org.barnstorm.task.Appointment.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendars as text; {@link SecondOpinionTest} has another program read them. */
class CalendarTextTest {
    private static final LocalTime SIX = LocalTime.of(18, 0);

    @Test
    void a_calendar_says_who_it_is_and_when_to_look_again() {
        var text = CalendarText.of(Entries.group(List.of(Entries.of("Leaflets"))));
        assertThat(lines(text))
                .startsWith("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Barnstorm//Calendars 1//EN")
                .contains(
                        "NAME:Hove\\, and Portslade",
                        "X-WR-CALNAME:Hove\\, and Portslade",
                        "REFRESH-INTERVAL;VALUE=DURATION:PT60M",
                        "X-PUBLISHED-TTL:PT60M",
                        "LAST-MODIFIED:20261121T093000Z")
                .endsWith("END:VCALENDAR");
    }

    @Test
    void an_entry_has_what_programs_go_by() {
        var entry = Entries.of("Leaflets in Hanover");
        assertThat(lines(CalendarText.of(Entries.own(Detail.PLACES, List.of(entry)))))
                .containsSequence(
                        "BEGIN:VEVENT",
                        "UID:" + entry.id(),
                        "DTSTAMP:20261121T093000Z",
                        "LAST-MODIFIED:20261121T093000Z",
                        "SEQUENCE:3")
                .contains(
                        "DTSTART:20261205T100000Z",
                        "DTEND:20261205T120000Z",
                        "STATUS:CONFIRMED",
                        "CLASS:PRIVATE",
                        "TRANSP:OPAQUE",
                        "SUMMARY:Leaflets in Hanover",
                        "LOCATION:The Level\\, by the cafe\\; Union Road",
                        "GEO:50.83;-0.134");
    }

    @ParameterizedTest
    @CsvSource({"TENTATIVE, OPAQUE", "CONFIRMED, OPAQUE", "CANCELLED, TRANSPARENT"})
    void a_state_is_told(State state, String transparency) {
        var text = CalendarText.of(Entries.own(Detail.TITLES, List.of(Entries.of("Leaflets", state))));
        assertThat(lines(text)).contains("STATUS:" + state, "TRANSP:" + transparency);
    }

    @Test
    void what_is_to_say_only_times_says_nothing_else() {
        var text = CalendarText.of(Entries.own(Detail.TIMES, List.of(Entries.of("Leaflets in Hanover"))));
        assertThat(text)
                .contains("SUMMARY:Busy", "NAME:Appointments")
                .doesNotContain(
                        "Leaflets", "Hanover", "Hove", "Level", "GEO", "LOCATION", "DESCRIPTION", "commitments");
    }

    @Test
    void titles_come_without_places() {
        var text = CalendarText.of(Entries.own(Detail.TITLES, List.of(Entries.of("Leaflets"))));
        assertThat(text).contains("SUMMARY:Leaflets").doesNotContain("Level", "GEO", "LOCATION");
    }

    /** The second net: what is asked for a group has no place in the first place. */
    @Test
    void a_groups_calendar_never_says_where() {
        var text = CalendarText.of(Entries.group(List.of(Entries.of("Leaflets"))));
        assertThat(text).contains("TRANSP:TRANSPARENT").doesNotContain("Level", "GEO", "LOCATION", "CLASS");
    }

    @Test
    void what_was_called_off_has_no_title_for_those_who_may_not_read_it_any_more() {
        var plain = Entries.of("Leaflets", State.CANCELLED);
        var off = new Appointment(
                plain.id(),
                plain.groupId(),
                null,
                null,
                plain.startsAt(),
                plain.endsAt(),
                plain.zone(),
                plain.state(),
                4,
                Entries.CHANGED);
        var text = CalendarText.of(Entries.group(List.of(off)));
        assertThat(lines(text)).contains("SUMMARY:Called off", "STATUS:CANCELLED", "UID:" + plain.id());
        assertThat(text).doesNotContain("Sign in");
    }

    /** A title is anybody's text: it must not become another line, nor another entry. */
    @Test
    void a_title_stays_a_title() {
        var evil = "Tea\r\nATTENDEE:mailto:eve@example.org\nEND:VEVENT\u2028BEGIN:VALARM\u0000\u0007, \\n; \"x\"";
        var text = CalendarText.of(Entries.own(Detail.TITLES, List.of(Entries.of(evil), Entries.of("Next"))));
        var events = read(text).getEvents();
        assertThat(events).hasSize(2);
        assertThat(events.get(0).getSummary().getValue())
                .isEqualTo("Tea ATTENDEE:mailto:eve@example.org END:VEVENT BEGIN:VALARM , \\n; \"x\"");
        assertThat(events.get(0).getAttendees()).isEmpty();
        assertThat(events.get(0).getAlarms()).isEmpty();
        assertThat(lines(text)).filteredOn(line -> line.startsWith("ATTENDEE")).isEmpty();
    }

    @Test
    void the_same_calendar_is_the_same_text() {
        var feed = Entries.own(Detail.PLACES, List.of(Entries.of("Leaflets"), Entries.of("Posters")));
        assertThat(CalendarText.of(feed)).isEqualTo(CalendarText.of(feed));
    }

    @Test
    void an_empty_calendar_is_one_too() {
        var text = CalendarText.of(Entries.own(Detail.TITLES, List.of()));
        assertThat(Biweekly.parse(text).first().getEvents()).isEmpty();
        assertThat(text).contains("BEGIN:VTIMEZONE\r\nTZID:Etc/UTC").doesNotContain("LAST-MODIFIED");
    }

    /** Clocks change on 29 March and 25 October 2026 in London, on 8 March and 1 November in New York. */
    @ParameterizedTest
    @CsvSource({
        "Europe/London,    2026-03-22, 20260322T180000Z, 20260329T170000Z, 20260405T170000Z",
        "Europe/London,    2026-10-18, 20261018T170000Z, 20261025T180000Z, 20261101T180000Z",
        "America/New_York, 2026-03-01, 20260301T230000Z, 20260308T220000Z, 20260315T220000Z",
        "America/New_York, 2026-10-25, 20261025T220000Z, 20261101T230000Z, 20261108T230000Z",
    })
    void T_43_a_weekly_evening_stays_at_six(ZoneId zone, String first, String one, String two, String three) {
        var entries = Entries.weekly(LocalDateTime.parse(first + "T18:00"), 3, zone);
        var text = CalendarText.of(Entries.own(Detail.TITLES, entries));
        assertThat(lines(text))
                .filteredOn(line -> line.startsWith("DTSTART"))
                .containsExactly("DTSTART:" + one, "DTSTART:" + two, "DTSTART:" + three);
        assertThat(read(text).getEvents())
                .extracting(event ->
                        event.getDateStart().getValue().toInstant().atZone(zone).toLocalTime())
                .containsOnly(SIX);
        assertThat(text).doesNotContain("TZID", "VTIMEZONE", "RRULE");
        assertThat(Folded.open(text)).contains(first + " 18:00 " + offset(entries.get(0), zone));
    }

    /** At two on 25 October 2026 it is one again in London: both half past ones are told apart. */
    @Test
    void T_43_an_hour_that_comes_twice_is_told_twice() {
        var once = Instant.parse("2026-10-25T00:30:00Z");
        var again = Instant.parse("2026-10-25T01:30:00Z");
        var text = CalendarText.of(
                Entries.own(Detail.TITLES, List.of(Entries.of("Night watch", once, again, Entries.LONDON))));
        assertThat(lines(text)).contains("DTSTART:20261025T003000Z", "DTEND:20261025T013000Z");
        assertThat(Folded.open(text)).contains("2026-10-25 01:30 +01:00 to 2026-10-25 01:30 +00:00\\, Europe/London");
    }

    /** From one to two on 29 March 2026 there is nothing in London: a night from half past midnight to three is short. */
    @Test
    void T_43_an_hour_that_is_left_out_makes_the_night_shorter() {
        var start =
                LocalDateTime.parse("2026-03-29T00:30").atZone(Entries.LONDON).toInstant();
        var end = LocalDateTime.parse("2026-03-29T03:00").atZone(Entries.LONDON).toInstant();
        var text = CalendarText.of(
                Entries.own(Detail.TITLES, List.of(Entries.of("Night watch", start, end, Entries.LONDON))));
        assertThat(lines(text)).contains("DTSTART:20260329T003000Z", "DTEND:20260329T020000Z");
    }

    @Test
    void no_line_is_longer_than_75_bytes() {
        var long_ = "Ünïcödé 😀 ".repeat(19);
        var text = CalendarText.of(Entries.own(Detail.TITLES, List.of(Entries.of(long_))));
        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(75));
        assertThat(read(text).getEvents().get(0).getSummary().getValue()).isEqualTo(long_);
    }

    private static String offset(Appointment entry, ZoneId zone) {
        return DateTimeFormatter.ofPattern("xxx").format(entry.startsAt().atZone(zone));
    }

    private static Stream<String> lines(String text) {
        return Folded.open(text).lines();
    }

    private static ICalendar read(String text) {
        var calendar = Biweekly.parse(text).first();
        assertThat(calendar.validate(ICalVersion.V2_0))
                .as("%s", calendar.validate(ICalVersion.V2_0))
                .isEmpty();
        return calendar;
    }
}
