package org.barnstorm.chaos;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How much is done: the short form is part of {@code mvn verify}, the full one is {@code mvn -Pchaos verify}. Each number
 * can be changed by the property {@code chaos.…} of its name.
 *
 * @param attempts claims that are answered while servers are killed
 * @param kills of services, and as many of PostgreSQL
 * @param calm seconds without a kill, at most, before the next one; many more when there were enough
 * @param pairs of requests with one key
 * @param people who claim
 * @param threads how many of them at the same moment
 * @param pace claims a second
 * @param seconds of each scenario without a number of its own
 * @param freeze how many seconds PostgreSQL stands still
 * @param patience seconds after which a client takes a request for hanging (I-30); a busy machine is no fault of ours
 * @param minutes after which the storm with kills ends, whatever it has reached
 */
record Form(
        boolean full,
        long seed,
        long attempts,
        int kills,
        int calm,
        int pairs,
        int people,
        int threads,
        int pace,
        int seconds,
        int freeze,
        int patience,
        int minutes) {

    static Form configured() {
        var full = "full".equals(System.getProperty("chaos.form"));
        return new Form(
                full,
                number("seed", ThreadLocalRandom.current().nextInt(1, 1_000_000)),
                number("attempts", full ? 1_000_000 : 1_000),
                (int) number("kills", full ? 50 : 2),
                (int) number("calm", full ? 10 : 3),
                (int) number("pairs", full ? 10_000 : 300),
                (int) number("people", full ? 1_000 : 80),
                (int) number("threads", 8),
                (int) number("pace", full ? 600 : 100),
                (int) number("seconds", full ? 60 : 3),
                (int) number("freeze", full ? 30 : 4),
                (int) number("patience", full ? 15 : 30),
                (int) number("minutes", full ? 75 : 3));
    }

    Duration limit() {
        return Duration.ofMinutes(minutes);
    }

    private static long number(String name, long usual) {
        return Long.getLong("chaos." + name, usual);
    }
}
