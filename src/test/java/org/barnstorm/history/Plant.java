package org.barnstorm.history;

import java.util.Optional;
import java.util.Random;

/**
 * Violations to put into good histories. Each is one whatever else happened: it contradicts what clients had been told for
 * certain, at a moment at which nothing that was asked for can have changed it.
 */
enum Plant {
    AN_EXTRA_WINNER(Plants::extraWinner),
    A_SECOND_HOLD(Plants::secondHold),
    FULL_WITH_PLACES_FREE(Plants::fullWhenFree),
    A_LOST_ROW(Plants::lostRow),
    A_HOLD_THAT_IS_NOT_FOUND(Plants::notFound),
    A_LOST_COMPLETION(Plants::lostCompletion),
    A_RELEASE_UNDONE(Plants::releaseUndone),
    A_STALE_COMPLETION(Plants::staleCompletion),
    A_COMPLETION_WITH_ANOTHER_FENCE(Plants::wrongFence),
    A_COMPLETION_AFTER_THE_LEASE(Plants::lateCompletion),
    FENCES_THAT_GO_BACK(Plants::fencesBack),
    ONE_FENCE_FOR_TWO(Plants::oneFence),
    A_FENCE_THAT_CHANGES(Plants::fenceChanges),
    RELEASED_TWICE(Plants::releasedTwice),
    RELEASED_AND_COMPLETED(Plants::releasedAndCompleted),
    MORE_TAKEN_THAN_PLACES(Plants::tooManyTaken),
    FEWER_TAKEN_THAN_HELD(Plants::tooFewTaken),
    MORE_TAKEN_THAN_ASKED_FOR(Plants::moreThanAsked),
    SOMEBODY_ELSES_HOLD(Plants::somebodyElses),
    HELD_AFTER_ITS_RELEASE(Plants::heldAfterRelease),
    EXPIRED_BEFORE_ITS_LEASE(Plants::expiredEarly),
    VERIFIED_BEFORE_IT_WAS_DONE(Plants::verifiedEarly),
    A_HOLDER_REFUSED(Plants::holderRefused),
    A_ROW_NOBODY_ASKED_FOR(Plants::ghostRow),
    ONE_KEY_FOR_TWO_HOLDS(Plants::oneKey),
    A_COUNTER_THAT_DRIFTS(Plants::drift),
    A_STATE_NOBODY_ASKED_FOR(Plants::ghostState),
    ANOTHER_MEMBERS_ROW(Plants::otherMember);

    /** Puts a violation in, if this history has a place for it. */
    interface Into {
        Optional<Specimen> plant(Plants plants);
    }

    private final Into into;

    Plant(Into into) {
        this.into = into;
    }

    Optional<Specimen> in(Specimen good, Random random) {
        return into.plant(new Plants(good, random));
    }
}
