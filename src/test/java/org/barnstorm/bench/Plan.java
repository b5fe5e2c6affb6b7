package org.barnstorm.bench;

import java.time.Duration;

/**
 * How much of everything. {@code mvn -Pbench verify} measures; without that profile a run of a few seconds keeps the
 * harness itself working. Each number is a system property, {@code -Dbench.claims=500}.
 *
 * @param members people in the database
 * @param people how many of them have an app open: they have tokens and send requests
 * @param connections of the closed loop, and of the bare JDBC loop: as many as the service's own pool has
 * @param claims per second in the mix
 * @param reads per second in the mix
 * @param events changes per second that somebody follows
 * @param feed for how long
 * @param starts how often the service is started to see how long that takes
 * @param crowd how many people want the same task at once
 */
record Plan(
        int members,
        int groups,
        int tasks,
        int people,
        int connections,
        Duration warmUp,
        Duration round,
        int rounds,
        int claims,
        int reads,
        Duration mix,
        int crowd,
        int herds,
        int events,
        Duration feed,
        int starts) {
    static final int REGIONS = 10;

    static Plan chosen() {
        return Boolean.getBoolean("bench") ? full() : smoke();
    }

    private static Plan full() {
        return new Plan(
                number("bench.members", 100_000),
                number("bench.groups", 5_000),
                number("bench.tasks", 100_000),
                number("bench.people", 20_000),
                number("bench.connections", 20),
                Duration.ofSeconds(number("bench.warm-up-seconds", 20)),
                Duration.ofSeconds(number("bench.round-seconds", 10)),
                number("bench.rounds", 3),
                number("bench.claims", 300),
                number("bench.reads", 1_000),
                Duration.ofSeconds(Math.round(60 * Double.parseDouble(System.getProperty("bench.minutes", "2")))),
                number("bench.crowd", 1_000),
                number("bench.herds", 5),
                number("bench.events", 1_000),
                Duration.ofSeconds(number("bench.feed-seconds", 60)),
                number("bench.starts", 3));
    }

    private static Plan smoke() {
        var second = Duration.ofSeconds(1);
        return new Plan(1_000, 32, 2_000, 100, 8, second, second, 1, 20, 60, second, 40, 1, 100, second, 0);
    }

    /** Groups that people are members of, without the movement, its regions, and two for special uses. */
    int towns() {
        return groups - REGIONS - 3;
    }

    private static int number(String property, int usual) {
        return Integer.getInteger(property, usual);
    }
}
