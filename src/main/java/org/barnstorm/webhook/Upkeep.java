package org.barnstorm.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import org.barnstorm.platform.time.Rounds;

/** Takes old lines out of the log, and looks how late deliveries are (I-17). */
@ApplicationScoped
class Upkeep {
    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final int BATCH = 1_000;

    private final DeliveryRepository deliveries;
    private final ProgressRepository progress;
    private final WebhooksConfig config;
    private volatile double lagSeconds;

    Upkeep(DeliveryRepository deliveries, ProgressRepository progress, WebhooksConfig config, MeterRegistry meters) {
        this.deliveries = deliveries;
        this.progress = progress;
        this.config = config;
        meters.gauge("barnstorm.webhooks.lag.seconds", this, upkeep -> upkeep.lagSeconds);
    }

    void begin(@Observes StartupEvent start, Rounds rounds) {
        rounds.every(EVERY, this::round);
    }

    /** Returns how many lines it took out. */
    int round() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var now = progress.databaseTime();
            lagSeconds = age(deliveries.oldest(), now);
            return deliveries.prune(now.minus(config.keepLog()), BATCH);
        });
    }

    private static double age(Instant since, Instant now) {
        return since == null ? 0 : Duration.between(since, now).toMillis() / 1000.0;
    }
}
