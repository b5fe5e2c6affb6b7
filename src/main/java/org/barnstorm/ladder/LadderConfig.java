package org.barnstorm.ladder;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a platform can set about the ladder; {@code docs/ladder.md} explains each. */
@ConfigMapping(prefix = "barnstorm.ladder")
interface LadderConfig {
    /** So long before a mandate ends its holder is warned, and it is in the list that leads look at. */
    @WithDefault("P30D")
    Duration endsSoon();

    /** Who has done nothing for so long went quiet. */
    @WithDefault("P42D")
    Duration quietAfter();
}
