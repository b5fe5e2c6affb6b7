package org.barnstorm.platform.limits;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Limiters as replicas have them, each with what it holds itself. */
final class Replicas {
    private Replicas() {}

    /** One replica over this database, in which every limit lets so many requests pass within a minute. */
    static Limiter over(DataSource database, long requests) {
        return over(database, requests, new SimpleMeterRegistry());
    }

    static Limiter over(DataSource database, long requests, SimpleMeterRegistry meters) {
        return new Limiter(
                new SharedQuotas(database), client -> Optional.empty(), perMinute(requests), meters, System::nanoTime);
    }

    static String somebody() {
        return UUID.randomUUID().toString();
    }

    static LimitsConfig perMinute(long requests) {
        var each = new LimitsConfig.Each() {
            @Override
            public long requests() {
                return requests;
            }

            @Override
            public Duration window() {
                return Duration.ofMinutes(1);
            }

            @Override
            public WhenAway whenAway() {
                return WhenAway.CLOSED;
            }
        };
        return new LimitsConfig() {
            @Override
            public Each person() {
                return each;
            }

            @Override
            public Each app() {
                return each;
            }

            @Override
            public Each program() {
                return each;
            }

            @Override
            public Each address() {
                return each;
            }
        };
    }
}
