package org.barnstorm.mandate;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.barnstorm.member.Suspensions;
import org.barnstorm.platform.Sweep;
import org.barnstorm.platform.time.Rounds;

/** Ends suspensions whose time is over. On every replica, see {@link Sweep}; of two, the second finds it done. */
@ApplicationScoped
class SuspensionSweeper {
    private final Sweep sweep;
    private final Suspensions suspensions;
    private final SuspensionDesk service;

    SuspensionSweeper(Sweep sweep, Suspensions suspensions, SuspensionDesk service) {
        this.sweep = sweep;
        this.suspensions = suspensions;
        this.service = service;
    }

    void begin(@Observes StartupEvent start, Rounds rounds, MandateConfig config) {
        rounds.every(config.sweepEvery(), this::sweep);
    }

    /** Returns about how many ended. */
    int sweep() {
        return sweep.each("suspensions", suspensions::due, this::lapse);
    }

    private boolean lapse(UUID id) {
        service.lapse(id);
        return true;
    }
}
