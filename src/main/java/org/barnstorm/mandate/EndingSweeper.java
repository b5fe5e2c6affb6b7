package org.barnstorm.mandate;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.barnstorm.platform.Sweep;
import org.barnstorm.platform.time.Rounds;

/**
 * Finishes endings and suspensions that were cut off after their first step, and hands the work on when a term has run out.
 * On every replica: of two that try the same one, the second finds it done.
 */
@ApplicationScoped
class EndingSweeper {
    private final Sweep sweep;
    private final EndingRepository unfinished;
    private final StopRepository stops;
    private final Endings endings;
    private final SuspensionService suspensions;
    private final LapseRepository over;
    private final Lapse lapse;

    EndingSweeper(
            Sweep sweep,
            EndingRepository unfinished,
            StopRepository stops,
            Endings endings,
            SuspensionService suspensions,
            LapseRepository over,
            Lapse lapse) {
        this.sweep = sweep;
        this.unfinished = unfinished;
        this.stops = stops;
        this.endings = endings;
        this.suspensions = suspensions;
        this.over = over;
        this.lapse = lapse;
    }

    void begin(@Observes StartupEvent start, Rounds rounds, MandateConfig config) {
        rounds.every(config.sweepEvery(), this::sweep);
    }

    /** Returns how much it did. */
    int sweep() {
        return sweep.each("mandate-endings", unfinished::cutOff, this::finish)
                + sweep.each("suspensions-cut-off", stops::unrested, this::rest)
                + sweep.each("mandate-terms", over::lapsing, lapse::of);
    }

    private boolean finish(UUID id) {
        endings.finishCutOff(id);
        return true;
    }

    private boolean rest(UUID id) {
        suspensions.finish(id);
        return true;
    }
}
