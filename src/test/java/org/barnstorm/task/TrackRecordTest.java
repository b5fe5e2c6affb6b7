package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackRecordTest {
    private static final TaskConfig.Limits LIMITS = new Numbers(3, 1, 20, 2);

    private record Numbers(int start, int least, int most, int step) implements TaskConfig.Limits {
        @Override
        public Duration window() {
            return Duration.ofDays(180);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 3", // a newcomer
        "1, 0, 0, 3",
        "2, 0, 0, 4",
        "10, 0, 0, 8",
        "100, 0, 0, 20", // never more
        "10, 10, 0, 5", // half of what they did was not accepted
        "0, 0, 1, 2",
        "0, 0, 9, 1", // never fewer
        "10, 0, 2, 5",
    })
    void a_limit_grows_with_verified_results_and_shrinks_with_lapses(
            long verified, long rejected, long lapses, int limit) {
        assertThat(new TrackRecord(verified, rejected, lapses).claimLimit(LIMITS))
                .isEqualTo(limit);
    }

    @Property
    void one_more_good_result_is_never_punished_and_one_more_bad_one_never_rewarded(
            @ForAll @LongRange(max = 5000) long verified,
            @ForAll @LongRange(max = 5000) long rejected,
            @ForAll @LongRange(max = 5000) long lapses) {
        var limit = new TrackRecord(verified, rejected, lapses).claimLimit(LIMITS);
        assertThat(limit).isBetween(LIMITS.least(), LIMITS.most());
        assertThat(new TrackRecord(verified + 1, rejected, lapses).claimLimit(LIMITS))
                .isGreaterThanOrEqualTo(limit);
        assertThat(new TrackRecord(verified, rejected + 1, lapses).claimLimit(LIMITS))
                .isLessThanOrEqualTo(limit);
        assertThat(new TrackRecord(verified, rejected, lapses + 1).claimLimit(LIMITS))
                .isLessThanOrEqualTo(limit);
    }
}
