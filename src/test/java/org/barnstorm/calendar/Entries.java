package org.barnstorm.calendar;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.barnstorm.platform.GeoPoint;
import org.barnstorm.task.Appointment;
import org.barnstorm.task.Place;

/** Entries of calendars to write, and calendars of them. */
final class Entries {
    static final UUID TOWN = UUID.randomUUID();
    static final Instant CHANGED = Instant.parse("2026-11-21T09:30:00.123456Z");
    static final ZoneId LONDON = ZoneId.of("Europe/London");
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final GeoPoint LEVEL = GeoPoint.of(new BigDecimal("50.83"), new BigDecimal("-0.134"));

    private Entries() {}

    static Appointment of(String title) {
        return of(title, Instant.parse("2026-12-05T10:00:00Z"), Instant.parse("2026-12-05T12:00:00Z"), LONDON);
    }

    static Appointment of(String title, Instant start, Instant end, ZoneId zone) {
        return of(title, start, end, zone, Appointment.State.CONFIRMED);
    }

    static Appointment of(String title, Appointment.State state) {
        var plain = of(title);
        return of(title, plain.startsAt(), plain.endsAt(), plain.zone(), state);
    }

    private static Appointment of(String title, Instant start, Instant end, ZoneId zone, Appointment.State state) {
        var place = new Place("The Level, by the cafe; Union Road", LEVEL);
        return new Appointment(UUID.randomUUID(), TOWN, title, place, start, end, zone, state, 3, CHANGED);
    }

    /** What a series makes: the same time on the wall each week, and its moments. */
    static List<Appointment> weekly(LocalDateTime first, int weeks, ZoneId zone) {
        return IntStream.range(0, weeks)
                .mapToObj(first::plusWeeks)
                .map(wall -> wall.atZone(zone).toInstant())
                .map(start -> of("Ring ten members", start, start.plus(Duration.ofHours(2)), zone))
                .toList();
    }

    static Feed own(Detail detail, List<Appointment> entries) {
        return new Feed(
                UUID.randomUUID(), null, detail, entries, Map.of(TOWN, "Hove, and Portslade"), Duration.ofHours(1));
    }

    static Feed group(List<Appointment> entries) {
        return new Feed(
                UUID.randomUUID(),
                "Hove, and Portslade",
                Detail.TITLES,
                entries,
                Map.of(TOWN, "Hove, and Portslade"),
                Duration.ofHours(1));
    }
}
