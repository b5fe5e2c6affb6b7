package org.barnstorm.importing;

/** A file that cannot be read further. */
final class BrokenFile extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long after;

    /** @param after the last line that could be read */
    BrokenFile(long after) {
        super("The file cannot be read after line " + after, null, false, false);
        this.after = after;
    }

    long after() {
        return after;
    }
}
