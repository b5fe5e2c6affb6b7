package org.barnstorm.task.series;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a movement can set about series; {@code docs/tasks.md} explains it. */
@ConfigMapping(prefix = "barnstorm.task.series")
interface SeriesConfig {
    /** How far ahead tasks are made. */
    @WithDefault("P28D")
    Duration horizon();

    /** How many tasks one series may have within that time. */
    @WithDefault("100")
    int most();
}
