package org.barnstorm.mandate;

import io.smallrye.config.ConfigMapping;

/**
 * How much people may do before they are trusted, and after. Nothing has a default here: whoever takes a line out of the
 * settings should not find out that something was let through.
 */
@ConfigMapping(prefix = "barnstorm.trust")
interface TrustConfig {
    Probation probation();

    Levels budgets();

    /** When somebody's tasks are looked at before they open. */
    interface Probation {
        /** So many tasks of theirs have to have been open; 0: they need not. */
        int tasks();

        /** And for so many days they have to have had their mandate; 0: they need not. */
        int days();

        /** How many of a hundred are looked at, chosen by chance. */
        int percent();
    }

    /** One for each {@link Standing}. */
    interface Levels {
        Day newcomer();

        Day known();

        Day active();

        Day probation();

        Day organiser();

        Day lead();
    }

    /** What a day has. */
    interface Day {
        int tasks();

        int assignments();

        int people();

        int exports();
    }
}
