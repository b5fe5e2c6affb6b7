package org.barnstorm.task;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a task does not get done by itself. */
@Schema(
        name = "Stuck",
        description = "Why a task does not get done by itself. NOBODY_QUALIFIED_NEAR: it needs a course that nobody has"
                + " who could come. LAPSED_TWICE: two or more leases ran out, and there is a free place."
                + " WAITING_FOR_VERIFICATION: somebody's result has waited for two days. NOT_CLAIMED: it has free places,"
                + " although it has been open for a week or begins within two days. WAITING_FOR_REVIEW: somebody on probation"
                + " published it, and somebody who may has to release it.")
enum Stuck {
    NOBODY_QUALIFIED_NEAR,
    LAPSED_TWICE,
    WAITING_FOR_VERIFICATION,
    NOT_CLAIMED,
    WAITING_FOR_REVIEW;

    static final int TOO_MANY_LAPSES = 2;

    /** What a movement sets about patience. */
    record Patience(Duration verification, Duration claim, Duration start) {
        static Patience of(TaskConfig.Board config) {
            return new Patience(config.verificationWithin(), config.claimedWithin(), config.startsWithin());
        }
    }

    /**
     * What is known of a task.
     *
     * @param free places that could be claimed; none if it is not open or over
     * @param since when it was opened
     * @param startsAt null for work at any time
     * @param lapses leases of it that ran out
     * @param doneSince since when the oldest result waits to be verified; null when none does
     * @param somebodyCan whether there is anybody who could take a place
     * @param inReview whether it opens only when somebody has looked at it
     */
    record Facts(
            long free,
            Instant since,
            Instant startsAt,
            long lapses,
            Instant doneSince,
            boolean somebodyCan,
            boolean inReview) {}

    static List<Stuck> of(Facts task, Patience patience, Instant now) {
        var reasons = new ArrayList<Stuck>();
        var free = task.free() > 0;
        if (free && !task.somebodyCan()) reasons.add(NOBODY_QUALIFIED_NEAR);
        if (free && task.lapses() >= TOO_MANY_LAPSES) reasons.add(LAPSED_TWICE);
        if (task.doneSince() != null && isOver(task.doneSince(), patience.verification(), now))
            reasons.add(WAITING_FOR_VERIFICATION);
        var soon = task.startsAt() != null && task.startsAt().isBefore(now.plus(patience.start()));
        if (free && (soon || isOver(task.since(), patience.claim(), now))) reasons.add(NOT_CLAIMED);
        if (task.inReview()) reasons.add(WAITING_FOR_REVIEW);
        return List.copyOf(reasons);
    }

    private static boolean isOver(Instant since, Duration patience, Instant now) {
        return since.plus(patience).isBefore(now);
    }
}
