package org.barnstorm.access;

import java.util.function.Function;

/**
 * What is expected of one caller in one situation.
 *
 * @param who as a failure names them
 * @param reason of the expectation; null where the policy's column is enough
 * @param isPerson whether the service knows them as somebody, so that some things are visible to them and others not
 * @param alters whether their token changes the situation, because what befalls them befalls whom it concerns
 * @param token what they send in this situation
 */
record Cell(
        String who, String expected, String reason, boolean isPerson, boolean alters, Function<Attempt, String> token) {

    boolean isRefusal() {
        return Character.isDigit(expected.charAt(0));
    }

    @Override
    public String toString() {
        return who + " is to get " + expected + (reason == null ? "" : " (" + reason + ")");
    }
}
