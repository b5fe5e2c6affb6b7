package org.barnstorm.chaos.client;

import org.barnstorm.chaos.client.Op.Outcome;

/**
 * What became of a request that was sent until it was answered.
 *
 * @param doubt whether one of the sendings before the last may have done it
 */
record Delivery(long began, Reply last, boolean doubt) {
    boolean ok() {
        return last.ok();
    }

    Outcome outcome() {
        if (last.ok()) return Outcome.OK;
        return doubt || last.inDoubt() ? Outcome.UNKNOWN : Outcome.FAIL;
    }
}
