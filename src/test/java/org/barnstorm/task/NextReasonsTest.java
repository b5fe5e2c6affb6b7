package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.platform.GeoPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextReasonsTest {
    private static final Instant NOW = Instant.parse("2026-12-04T15:00:00Z"); // a Friday
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final UUID HOVE = new UUID(1, 1);
    private static final GeoPoint HERE = point("50.83", "-0.14");
    private static final Gap SMALL = new Gap(1, 30);

    @Test
    void everything_that_speaks_for_a_task_is_said_in_words() {
        var task = new Candidate(
                new UUID(2, 2),
                HOVE,
                "Doors",
                false,
                new Place("Level", point("50.8405", "-0.145")),
                Instant.parse("2026-12-05T10:00:00Z"),
                Instant.parse("2026-12-05T12:00:00Z"),
                LONDON,
                45,
                5,
                2,
                new UUID(4, 4),
                true);
        assertThat(NextReasons.of(task, new Seeker(HERE, false, 60, Set.of(HOVE), NOW), new Gap(20, 30)))
                .extracting(reason -> reason.code() + ": " + reason.text())
                .containsExactly(
                        "INVITED: you were asked in person",
                        "NEAR: 1.2 km from you",
                        "STARTS: starts tomorrow at 10:00",
                        "PLACES_OPEN: 3 of 5 places are still open",
                        "FITS_TIME: takes 45 of your 60 minutes",
                        "QUALIFIED: you took the course it needs",
                        "OWN_GROUP: belongs to a group of yours",
                        "GROUP_LACKS_PEOPLE: 20 of 30 places in the group's newest tasks are open");
    }

    @Test
    void what_does_not_hold_is_not_said() {
        assertThat(texts(anyTime(true, 1, 0), new Seeker(null, true, null, Set.of(), NOW), SMALL))
                .containsExactly(
                        "can be done from anywhere", "can be done at any time", "its only place is still open");
        assertThat(texts(anyTime(false, 4, 0), new Seeker(HERE, true, null, Set.of(), NOW), new Gap(4, 4)))
                .containsExactly("can be done at any time", "all 4 places are still open");
    }

    @ParameterizedTest
    @CsvSource({"50.834, less than 1 km from your home", "50.85, 2.2 km from your home", "51.83, 111 km from your home"
    })
    void how_far_it_is_depends_on_the_distance(String latitude, String text) {
        var task = at(Instant.parse("2026-12-05T10:00:00Z"), point(latitude, "-0.14"));
        assertThat(texts(task, new Seeker(HERE, true, null, Set.of(), NOW), SMALL))
                .contains(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-04T18:00:00Z, starts today at 18:00",
        "2026-12-05T00:30:00Z, starts tomorrow at 00:30",
        "2026-12-06T09:00:00Z, starts on Sunday at 09:00",
        "2026-12-10T09:00:00Z, starts on Thursday at 09:00",
        "2026-12-11T09:00:00Z, starts on 11 December at 09:00",
        "2027-07-01T09:00:00Z, starts on 1 July 2027 at 10:00",
        "2026-12-04T14:30:00Z, 'has begun, and ends today at 16:30'"
    })
    void when_it_is_is_said_as_people_there_would_say_it_today(Instant start, String text) {
        assertThat(texts(at(start, HERE), new Seeker(null, true, null, Set.of(), NOW), SMALL))
                .contains(text);
    }

    @Test
    void tomorrow_is_tomorrow_where_the_work_is() {
        var evening = Instant.parse("2026-12-04T23:30:00Z");
        var start = Instant.parse("2026-12-05T01:00:00Z");
        assertThat(NextReasons.when(start, LONDON, evening)).isEqualTo("tomorrow at 01:00");
        assertThat(NextReasons.when(start, ZoneId.of("America/New_York"), evening))
                .isEqualTo("today at 20:00");
    }

    private static List<String> texts(Candidate task, Seeker seeker, Gap gap) {
        return NextReasons.of(task, seeker, gap).stream().map(NextReason::text).toList();
    }

    private static Candidate anyTime(boolean remote, int capacity, int taken) {
        return new Candidate(
                new UUID(2, 2), HOVE, "Calls", remote, null, null, null, LONDON, 20, capacity, taken, null, false);
    }

    private static Candidate at(Instant start, GeoPoint point) {
        var place = new Place("There", point);
        return new Candidate(
                new UUID(2, 2),
                HOVE,
                "Doors",
                false,
                place,
                start,
                start.plusSeconds(7200),
                LONDON,
                120,
                2,
                0,
                null,
                false);
    }

    private static GeoPoint point(String latitude, String longitude) {
        return GeoPoint.of(new BigDecimal(latitude), new BigDecimal(longitude));
    }
}
