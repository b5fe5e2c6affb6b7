package org.barnstorm.importing;

import jakarta.persistence.Embeddable;

/** How many lines of a file do what. */
@Embeddable
record Tally(
        long lines,
        long creates,
        long matches,
        long members,
        long duplicates,
        long repeated,
        long optedOut,
        long objected,
        long refused,
        long unreadPhones) {
    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(
                lines + other.lines,
                creates + other.creates,
                matches + other.matches,
                members + other.members,
                duplicates + other.duplicates,
                repeated + other.repeated,
                optedOut + other.optedOut,
                objected + other.objected,
                refused + other.refused,
                unreadPhones + other.unreadPhones);
    }

    /** The same and one more line. */
    Tally and(Verdict verdict, boolean unreadPhone) {
        return plus(new Tally(
                1,
                one(verdict == Verdict.CREATE),
                one(verdict == Verdict.MATCH),
                one(verdict == Verdict.MEMBER),
                one(verdict == Verdict.DUPLICATE),
                one(verdict == Verdict.REPEATED),
                one(verdict == Verdict.OPTED_OUT),
                one(verdict == Verdict.OBJECTED),
                one(verdict == Verdict.REFUSED),
                one(unreadPhone)));
    }

    private static long one(boolean counts) {
        return counts ? 1 : 0;
    }
}
