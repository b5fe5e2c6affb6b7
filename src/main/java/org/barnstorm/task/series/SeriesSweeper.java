package org.barnstorm.task.series;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.barnstorm.platform.Sweep;

/** Makes the tasks of series as their time comes near. Runs on every replica; a series is in the hands of one at a time. */
@ApplicationScoped
class SeriesSweeper {
    private final SeriesRepository series;
    private final SeriesMaker maker;
    private final Sweep sweep;

    SeriesSweeper(SeriesRepository series, SeriesMaker maker, Sweep sweep) {
        this.series = series;
        this.maker = maker;
        this.sweep = sweep;
    }

    @Scheduled(
            every = "{barnstorm.task.sweep-every}",
            delayed = "{barnstorm.task.sweep-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweepInTime() {
        sweep();
    }

    /** Returns for how many series it made tasks. */
    int sweep() {
        return sweep.each("series", most -> series.due(maker.horizon(), most), this::make);
    }

    private boolean make(UUID id) {
        return series.lockOrSkip(id).map(maker::makeAhead).orElse(0) > 0;
    }
}
