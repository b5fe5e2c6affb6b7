package org.barnstorm.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/**
 * The one place that asks the machine for the time. Tests install a fixed clock instead. Leases do not use it: they run
 * by the database's clock, which all replicas share.
 */
class ClockProducer {
    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.systemUTC();
    }
}
