package org.barnstorm.calendar;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What an operator can set about calendars; {@code docs/calendars.md} explains each. */
@ConfigMapping(prefix = "barnstorm.calendars")
interface CalendarConfig {
    /** The public address of this service, without a slash at the end, as links have it; without one there are none. */
    Optional<String> address();

    /** How often programs are asked to look. */
    @WithDefault("PT1H")
    Duration refresh();

    /** How long what is over stays in calendars. */
    @WithDefault("P30D")
    Duration past();
}
