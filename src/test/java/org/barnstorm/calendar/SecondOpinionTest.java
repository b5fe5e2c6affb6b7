package org.barnstorm.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.barnstorm.task.Appointment;
import org.barnstorm.task.Appointment.State;
import org.barnstorm.testing.Node;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our calendars as ical.js reads them, which is in Thunderbird and elsewhere and which nobody here wrote. */
class SecondOpinionTest {
    private static final String ABSENT =
            "\n*** node, npm or the package ical.js is absent: NO OTHER PROGRAM READS OUR CALENDARS in this run. ***\n";
    private static final Path SCRIPT = Path.of("src", "test", "resources", "second-opinion.mjs");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Path reader;

    @BeforeAll
    static void it_is_there() {
        if (Node.run("", List.of("node", "--version")) != null) {
            reader = Node.installed("ical.js", "2.2.1", "dist/ical.js");
        }
        if (reader != null) return;
        if ("true".equals(System.getenv("CI"))) throw new AssertionError(ABSENT);
        System.err.println(ABSENT);
        assumeTrue(false, ABSENT);
    }

    @Test
    void it_reads_what_we_mean() throws IOException {
        var evil = "Tea, cake; \\n \"x\"\r\nATTENDEE:mailto:eve@example.org 😀 " + "long ".repeat(30);
        var entry = Entries.of(evil);
        var read = read(Entries.own(Detail.PLACES, List.of(entry)));
        assertThat(read.path("version").asText()).isEqualTo("2.0");
        assertThat(read.path("refresh").asText()).isEqualTo("PT60M");
        assertThat(read.path("properties").toString()).contains("\"name\"", "\"uid\"", "\"last-modified\"");
        var event = read.path("events").path(0);
        assertThat(read.path("events")).hasSize(1);
        assertThat(event.path("uid").asText()).isEqualTo(entry.id().toString());
        assertThat(event.path("summary").asText()).isEqualTo(evil.replace("\r\n", " "));
        assertThat(event.path("location").asText()).isEqualTo("The Level, by the cafe; Union Road");
        assertThat(event.path("description").asText())
                .isEqualTo("Hove, and Portslade\n2026-12-05 10:00 +00:00 to 2026-12-05 12:00 +00:00, Europe/London");
        assertThat(event.path("attendees").asInt()).isZero();
        assertThat(event.path("sequence").asInt()).isEqualTo(3);
        assertThat(event.path("stamp").asText()).isEqualTo("2026-11-21T09:30:00.000Z");
    }

    @Test
    void it_reads_one_that_is_empty() throws IOException {
        var read = read(Entries.own(Detail.TITLES, List.of()));
        assertThat(read.path("name").asText()).isEqualTo("My commitments");
        assertThat(read.path("events")).isEmpty();
    }

    @Test
    void it_knows_what_is_offered_and_what_is_off() throws IOException {
        var entries =
                List.of(Entries.of("One", State.TENTATIVE), Entries.of("Two"), Entries.of("Three", State.CANCELLED));
        assertThat(texts(read(Entries.own(Detail.TITLES, entries)), "status"))
                .containsExactly("TENTATIVE", "CONFIRMED", "CANCELLED");
    }

    /** A year of weeks, over both changes of the clock: every one at the same time on the wall, and two hours long. */
    @ParameterizedTest
    @CsvSource({
        "Europe/London, 2026-01-04T18:00",
        "America/New_York, 2026-01-04T18:00",
        "Australia/Lord_Howe, 2026-01-04T18:00",
    })
    void T_43_it_finds_every_week_at_the_same_time_on_the_wall(ZoneId zone, LocalDateTime first) throws IOException {
        var read = read(Entries.own(Detail.TITLES, Entries.weekly(first, 52, zone)));
        assertThat(read.path("zones").asInt()).isZero();
        var walls = texts(read, "start").stream()
                .map(start -> LocalDateTime.ofInstant(Instant.parse(start), zone))
                .toList();
        assertThat(walls).hasSize(52).doesNotHaveDuplicates();
        for (var week = 0; week < 52; week++) assertThat(walls.get(week)).isEqualTo(first.plusWeeks(week));
        assertThat(texts(read, "minutes")).containsOnly("120");
        assertThat(texts(read, "recurring")).containsOnly("false");
    }

    @Test
    void T_43_moments_around_a_change_are_kept_to_the_second() throws IOException {
        List<Appointment> entries = new ArrayList<>();
        for (var change : List.of(
                "2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z", "2026-03-08T07:00:00Z", "2026-11-01T06:00:00Z")) {
            for (var minutes = -90; minutes <= 90; minutes += 30) {
                var start = Instant.parse(change).plus(Duration.ofMinutes(minutes));
                var zone = change.endsWith("01:00:00Z") ? Entries.LONDON : Entries.NEW_YORK;
                entries.add(Entries.of("Night watch", start, start.plus(Duration.ofMinutes(45)), zone));
            }
        }
        var read = read(Entries.own(Detail.TITLES, entries));
        assertThat(texts(read, "start").stream().map(Instant::parse))
                .containsExactlyElementsOf(
                        entries.stream().map(Appointment::startsAt).toList());
        assertThat(texts(read, "minutes")).containsOnly("45");
    }

    private static List<String> texts(JsonNode calendar, String name) {
        return StreamSupport.stream(calendar.path("events").spliterator(), false)
                .map(event -> event.path(name).asText())
                .toList();
    }

    private static JsonNode read(Feed feed) throws IOException {
        var absolute = reader.toAbsolutePath().toString();
        var output = Node.run(CalendarText.of(feed), List.of("node", SCRIPT.toString(), absolute));
        assertThat(output).as("ical.js refused it").isNotNull();
        return JSON.readTree(output);
    }
}
