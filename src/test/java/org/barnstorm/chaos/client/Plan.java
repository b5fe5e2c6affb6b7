package org.barnstorm.chaos.client;

import java.util.List;
import java.util.UUID;

/**
 * What the clients are to do, written by the suite and read by their process.
 *
 * @param replicas ports of the service's replicas on this machine
 * @param tokens where tokens are signed
 * @param tasks made before, for the kinds that make none themselves
 * @param threads how many people act at the same moment
 * @param rate claims a second by all together; for {@link Kind#OPEN_LOOP} requests a second to each replica
 * @param timeoutMillis after which a client takes a request for hanging (I-30)
 * @param count of pairs, for {@link Kind#PAIRS}
 */
public record Plan(
        Kind kind,
        long seed,
        List<Integer> replicas,
        String tokens,
        String group,
        List<Someone> people,
        List<Someone> leads,
        List<UUID> tasks,
        int threads,
        int hotTasks,
        int coldTasks,
        int rate,
        int count,
        int timeoutMillis,
        String history) {

    /** What the clients do. */
    public enum Kind {
        /** Everything that people do with places, as fast as they are answered. */
        STORM,
        /** Leads and members act on the same few tasks and on each other, each in an order of their own. */
        TANGLE,
        /** Each request twice at once, with one key. */
        PAIRS,
        /** So many requests a second, whatever becomes of those before. */
        OPEN_LOOP,
        /** Many claims of one task whose row somebody keeps locked, and others who only want to go on. */
        STUCK
    }
}
