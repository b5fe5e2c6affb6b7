package org.barnstorm.export;

import io.smallrye.config.ConfigMapping;

/** What a movement can set about exports; {@code docs/integrators.md} explains it. */
@ConfigMapping(prefix = "barnstorm.exports")
interface ExportConfig {
    /** So many are sent at once by one replica. */
    int mostAtOnce();
}
