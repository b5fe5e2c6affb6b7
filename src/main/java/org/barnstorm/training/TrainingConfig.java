package org.barnstorm.training;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a movement can set about qualifications; {@code docs/training.md} explains each. */
@ConfigMapping(prefix = "barnstorm.training")
interface TrainingConfig {
    /** How often each replica looks for qualifications that are about to run out. */
    @WithDefault("10m")
    Duration sweepEvery();

    /** How long before it runs out a holder is warned, and can renew. */
    @WithDefault("P30D")
    Duration warnBefore();

    /** How long after it ran out a refresher still renews it; later the whole course is to be done again. */
    @WithDefault("P90D")
    Duration refreshWithin();
}
