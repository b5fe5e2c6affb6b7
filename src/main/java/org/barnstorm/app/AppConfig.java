package org.barnstorm.app;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What an operator can set about client apps; {@code docs/app.md} explains each. Their values are in the properties. */
@ConfigMapping(prefix = "barnstorm.app")
interface AppConfig {
    /** The client of the issuer as which the web client signs people in. */
    String clientId();

    /** Where pictures of maps come from. Without it nobody else is asked for anything. */
    Optional<Tiles> tiles();

    /** Pictures of maps: both or none, because whoever makes them wants to be named. */
    interface Tiles {
        /** Address of one picture, with {@code {z}}, {@code {x}} and {@code {y}} in it. */
        String url();

        /** Who made them, to be shown on every map. */
        String attribution();
    }
}
