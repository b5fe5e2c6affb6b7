package org.barnstorm.regroup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a movement can set about splitting and merging groups; {@code docs/organisers.md} explains each. */
@ConfigMapping(prefix = "barnstorm.regroup")
interface RegroupConfig {
    /** How often each replica looks whether a day has come. */
    @WithDefault("1m")
    Duration sweepEvery();

    /** How long before the day members are told at least. */
    @WithDefault("P14D")
    Duration notice();
}
