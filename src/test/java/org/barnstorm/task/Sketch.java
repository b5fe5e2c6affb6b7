package org.barnstorm.task;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.barnstorm.platform.GeoPoint;

/**
 * What a task says, in so few words that one can read a sequence of edits.
 *
 * @param startsIn minutes from now, which may be over; null for work at any time
 * @param wording stands for all that is only text
 */
record Sketch(int wording, int capacity, Integer startsIn, int minutes, int leaseHours, Spot spot) {
    /** Where it is. */
    enum Spot {
        REMOTE(true, null),
        REMOTE_BUT_NOWHERE(true, new Place(null, null)),
        BY_THE_CAFE(false, new Place("Level, by the cafe", null)),
        ON_THE_MAP(false, new Place(null, new GeoPoint("Point", List.of(decimal("-0.14"), decimal("50.83"))))),
        BOTH(false, new Place("Level", new GeoPoint("Point", List.of(decimal("-0.1"), decimal("50.8")))));

        private final boolean remote;
        private final Place place;

        Spot(boolean remote, Place place) {
            this.remote = remote;
            this.place = place;
        }

        private static BigDecimal decimal(String degrees) {
            return new BigDecimal(degrees);
        }
    }

    private static final List<Verification> VERIFICATIONS =
            List.of(Verification.OF_EVERYTHING, new Verification(Verification.Mode.SAMPLE, 20, null));

    static Arbitrary<Sketch> any() {
        var minutes = Arbitraries.integers().between(-3000, 12_000).injectNull(0.4);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 63),
                        Arbitraries.integers().between(1, 4),
                        minutes,
                        Arbitraries.of(1, 10, 60, 600),
                        Arbitraries.of(1, 2, 24, 48, 168),
                        Arbitraries.of(Spot.class))
                .as(Sketch::new);
    }

    TaskContent content(Instant now) {
        var startsAt = startsIn == null ? null : now.plus(Duration.ofMinutes(startsIn));
        return new TaskContent(
                        bit(0) ? "Leaflets" : "Posters",
                        bit(1) ? "" : "Meet at **10:00**.",
                        capacity,
                        spot.remote,
                        spot.place,
                        startsAt,
                        startsAt == null ? null : startsAt.plus(Duration.ofMinutes(minutes)),
                        ZoneId.of("Europe/London"),
                        bit(2) ? 60 : 90,
                        bit(3) ? null : new UUID(3, 3),
                        leaseHours,
                        bit(3) ? Audience.MEMBERS_OF_THE_GROUP : new Audience(Audience.Who.BRANCH, null),
                        bit(4) ? null : "canvass",
                        bit(5) ? List.of() : List.of("Fetch the sheets", "Walk the street"),
                        VERIFICATIONS.get(wording % 2),
                        bit(4) ? null : new UUID(4, 4))
                .requireSensible();
    }

    private boolean bit(int number) {
        return (wording >> number & 1) == 0;
    }
}
