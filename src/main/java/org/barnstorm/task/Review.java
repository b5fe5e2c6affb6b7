package org.barnstorm.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What becomes of a task before others see it, because who published it is on probation.
 *
 * @param state null if nobody has to look at it
 * @param since when it was published, the last time
 * @param by who decided; never who made it
 * @param reason why it was sent back
 */
@Embeddable
record Review(
        @Enumerated(EnumType.STRING) @Column(name = "review")
        State state,

        @Column(name = "review_since") Instant since,
        @Column(name = "reviewed_by") UUID by,
        @Column(name = "reviewed_at") Instant at,
        @Column(name = "review_reason") String reason) {
    static final Review NONE = new Review(null, null, null, null, null);

    /** Where it stands. */
    @Schema(
            name = "TaskReviewState",
            description = "WAITING for somebody to look at it; RELEASED, it may open; RETURNED, it is a draft again.")
    enum State {
        WAITING,
        RELEASED,
        RETURNED
    }

    static Review asked(Instant now) {
        return new Review(State.WAITING, now, null, null, null);
    }

    boolean isWaiting() {
        return state == State.WAITING;
    }

    boolean isReturned() {
        return state == State.RETURNED;
    }

    Review released(UUID decider, UUID author, Instant now) {
        requireMayDecide(decider, author);
        return new Review(State.RELEASED, since, decider, now, null);
    }

    Review returned(UUID decider, UUID author, String why, Instant now) {
        requireMayDecide(decider, author);
        return new Review(State.RETURNED, since, decider, now, why);
    }

    /** What is left of it when nobody has to look any more. */
    Review dropped() {
        return state == State.RELEASED ? this : NONE;
    }

    /** Refuses to open what somebody has to look at first. */
    void requireNone() {
        if (isWaiting()) {
            throw Refusal.conflict(
                    "waits-for-review",
                    "It has been published, and opens when somebody who may has looked at it. Its review says who can.");
        }
    }

    private void requireMayDecide(UUID decider, UUID author) {
        if (!isWaiting()) {
            throw Refusal.conflict(
                    "not-in-review", "This task does not wait for anybody to look at it. Read it again.");
        }
        if (decider.equals(author)) {
            throw Refusal.forbidden("self-review", "Somebody else than who made a task looks at it before it opens.");
        }
    }
}
