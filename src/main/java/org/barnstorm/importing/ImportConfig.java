package org.barnstorm.importing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator can set about imports; {@code docs/members-import.md} explains each. */
@ConfigMapping(prefix = "barnstorm.imports")
interface ImportConfig {
    /** How often each replica looks whether there is something to check or to bring in. */
    @WithDefault("1s")
    Duration sweepEvery();

    /** Where telephone numbers without a country code are from, unless the upload says so (ISO 3166-1). */
    @WithDefault("GB")
    String region();

    /** The longest file. */
    @WithDefault("200000")
    long mostLines();

    /** The largest file; the server's own limit must not be lower. */
    @WithDefault("33554432")
    long mostBytes();

    /** How long a preview waits to be started, and how long it is kept which lines brought nobody. */
    @WithDefault("P7D")
    Duration kept();

    /** How long somebody is expected who does not come. */
    @WithDefault("P365D")
    Duration contactsKept();
}
