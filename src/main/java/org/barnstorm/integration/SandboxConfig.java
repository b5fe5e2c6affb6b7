package org.barnstorm.integration;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Whether there are sandboxes here, how many and for how long; {@code docs/integrators.md} explains them. */
@ConfigMapping(prefix = "barnstorm.sandboxes")
interface SandboxConfig {
    boolean enabled();

    /** So many at once. */
    int most();

    Duration lifetime();

    /** How often each replica looks whether the time of one is over. */
    Duration sweepEvery();
}
