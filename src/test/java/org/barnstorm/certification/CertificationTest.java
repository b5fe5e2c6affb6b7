package org.barnstorm.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.certification.Certification.Status.CERTIFIED;
import static org.barnstorm.certification.Certification.Status.LAPSED;
import static org.barnstorm.certification.Certification.Status.WARNED;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CertificationTest {
    private static final Duration GRACE = Duration.ofDays(31);
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    private final Certification certification = new Certification(UUID.randomUUID(), NOW);

    @Test
    void it_stays_as_long_as_nothing_is_missing() {
        assertThat(certification.step(true, GRACE, NOW.plus(GRACE).plus(GRACE))).isEmpty();
        assertThat(certification.status()).isEqualTo(CERTIFIED);
        assertThat(certification.earnedAt()).isEqualTo(NOW);
    }

    @Test
    void what_is_missing_is_announced_once_and_a_whole_grace_ahead() {
        assertThat(certification.step(false, GRACE, NOW)).contains("certification.warned");
        assertThat(certification.status()).isEqualTo(WARNED);
        assertThat(certification.lapsesAt()).isEqualTo(NOW.plus(GRACE));
        assertThat(certification.step(false, GRACE, NOW.plus(GRACE).minusMillis(1)))
                .isEmpty();
    }

    @Test
    void it_lapses_when_it_was_said_to() {
        certification.step(false, GRACE, NOW);
        var day = NOW.plus(GRACE);
        assertThat(certification.step(false, Duration.ofDays(90), day)).contains("certification.lapsed");
        assertThat(certification.status()).isEqualTo(LAPSED);
        assertThat(certification.lapsedAt()).isEqualTo(day);
        assertThat(certification.lapsesAt()).isNull();
        assertThat(certification.step(false, GRACE, day)).isEmpty();
    }

    @Test
    void who_mends_it_in_time_keeps_it_even_when_nobody_looked_until_the_day() {
        certification.step(false, GRACE, NOW);
        assertThat(certification.step(true, GRACE, NOW.plus(GRACE).plusSeconds(1)))
                .contains("certification.secured");
        assertThat(certification.status()).isEqualTo(CERTIFIED);
        assertThat(certification.earnedAt()).isEqualTo(NOW);
        assertThat(certification.lapsesAt()).isNull();
    }

    @Test
    void what_lapsed_can_be_earned_again() {
        certification.step(false, GRACE, NOW);
        certification.step(false, GRACE, NOW.plus(GRACE));
        var later = NOW.plus(GRACE).plusSeconds(60);
        assertThat(certification.step(true, GRACE, later)).contains("certification.earned-again");
        assertThat(certification.status()).isEqualTo(CERTIFIED);
        assertThat(certification.earnedAt()).isEqualTo(later);
        assertThat(certification.lapsedAt()).isNull();
    }
}
