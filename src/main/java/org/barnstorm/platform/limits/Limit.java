package org.barnstorm.platform.limits;

import java.util.Locale;

/** Whose requests are counted together. */
public enum Limit {
    /** One account, whatever tokens, apps and devices it uses. */
    PERSON,

    /** All people together who signed in to one app that is not the movement's own. */
    APP,

    /** One client that calls for itself. */
    PROGRAM,

    /** One network address, where nobody signs in. */
    ADDRESS;

    /** As it stands in the fields of answers, in metrics and in settings. */
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
