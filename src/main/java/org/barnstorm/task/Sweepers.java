package org.barnstorm.task;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.barnstorm.platform.time.Rounds;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends all sweepers round, each by itself, as long as this replica runs. */
@ApplicationScoped
class Sweepers {
    void begin(
            @Observes StartupEvent start,
            @All List<Sweeper> sweepers,
            Rounds rounds,
            @ConfigProperty(name = "barnstorm.task.sweep-every") Duration every) {
        for (var sweeper : sweepers) rounds.every(every, sweeper::sweep);
    }
}
