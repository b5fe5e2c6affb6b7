package org.barnstorm.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.barnstorm.testing.Holds.Interval;
import org.junit.jupiter.api.Test;

class HoldsTest {
    @Test
    void holds_that_follow_each_other_never_meet() {
        assertThat(Holds.mostAtOnce(List.of(new Interval(0, 10), new Interval(10, 20), new Interval(25, 30))))
                .isEqualTo(1);
    }

    @Test
    void a_planted_overlap_is_found() {
        assertThat(Holds.mostAtOnce(
                        List.of(new Interval(0, 10), new Interval(9, 20), new Interval(5, 7), new Interval(6, 12))))
                .isEqualTo(3);
    }

    @Test
    void a_hold_of_no_certain_length_counts_nothing() {
        assertThat(Holds.mostAtOnce(List.of(new Interval(5, 5), new Interval(9, 8))))
                .isZero();
    }
}
