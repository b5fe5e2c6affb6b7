package org.barnstorm.group;

import java.util.Locale;

/** What an import does with good rows when others are bad. */
enum ImportMode {
    /** Keeps the good rows and reports the bad ones. */
    PARTIAL,
    /** All rows or none. */
    ATOMIC;

    /** As it stands in the address. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
