package org.barnstorm.group;

/** What an import does with good rows when others are bad. */
enum ImportMode {
    /** Keeps the good rows and reports the bad ones. */
    PARTIAL,
    /** All rows or none. */
    ATOMIC;

    /** The values of {@code ?mode=} are written in small letters. */
    public static ImportMode fromString(String text) {
        return switch (text) {
            case "partial" -> PARTIAL;
            case "atomic" -> ATOMIC;
            default ->
                throw org.barnstorm.platform.problem.Refusal.malformed(
                        "malformed-parameter", "mode is partial or atomic.");
        };
    }
}
