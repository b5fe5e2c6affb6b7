package org.barnstorm.task.series;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.barnstorm.platform.Sweep;
import org.barnstorm.task.Sweeper;

/** Makes the tasks of series as their time comes near. Runs on every replica; a series is in the hands of one at a time. */
@ApplicationScoped
class SeriesSweeper implements Sweeper {
    private final SeriesRepository series;
    private final SeriesMaker maker;
    private final Sweep sweep;

    SeriesSweeper(SeriesRepository series, SeriesMaker maker, Sweep sweep) {
        this.series = series;
        this.maker = maker;
        this.sweep = sweep;
    }

    /** Returns for how many series it made tasks. */
    @Override
    public int sweep() {
        return sweep.each("series", most -> series.due(maker.horizon(), most), this::make);
    }

    private boolean make(UUID id) {
        return series.lockOrSkip(id).map(maker::makeAhead).orElse(0) > 0;
    }
}
