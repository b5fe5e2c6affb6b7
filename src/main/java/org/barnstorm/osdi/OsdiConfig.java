package org.barnstorm.osdi;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What can be set of the façade. */
@ConfigMapping(prefix = "barnstorm.osdi")
interface OsdiConfig {
    /** The public address of this service, without a slash at the end; links are references without a host, without one. */
    Optional<String> address();
}
