package org.barnstorm.chaos.client;

import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.barnstorm.chaos.client.Reply.Fate;

/** Counts answers, and keeps those that the contract does not allow (I-30). */
final class Tally {
    private static final int ENOUGH = 50;
    private static final String PROBLEM = "application/problem+json";

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> kinds = new ConcurrentHashMap<>();
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();

    void saw(Call call, Reply reply) {
        count(kinds, reply.kind());
        if (isClaim(call) && reply.fate() == Fate.ANSWERED && reply.status() < 500) count("attempts");
        var wrong = wrong(reply);
        if (wrong != null) violation(call.method() + " " + call.path() + ": " + wrong);
    }

    void count(String what) {
        count(counts, what);
    }

    long attempts() {
        return counts.getOrDefault("attempts", new LongAdder()).sum();
    }

    void violation(String what) {
        count("violations");
        if (violations.size() < ENOUGH) violations.add(what);
    }

    Summary summary() {
        return new Summary(sums(counts), sums(kinds), java.util.List.copyOf(violations));
    }

    private static String wrong(Reply reply) {
        if (reply.fate() == Fate.HUNG) return "no answer within the client's patience";
        if (reply.fate() != Fate.ANSWERED || reply.ok()) return null;
        var what = reply.status() + " " + reply.body();
        if (!reply.contentType().startsWith(PROBLEM)) return "not a problem document: " + what;
        if (reply.status() == 503 || reply.code().equals("busy")) {
            return reply.retryAfter() > 0 ? null : "without Retry-After: " + what;
        }
        // 401: every token here is good. 400, 405, 415: the clients send nothing malformed.
        return switch (reply.status()) {
            case 403, 404, 409, 422 -> null;
            default -> "unexpected: " + what;
        };
    }

    private static boolean isClaim(Call call) {
        return call.method().equals("PUT") && call.path().endsWith("/claim");
    }

    private static void count(Map<String, LongAdder> counts, String what) {
        counts.computeIfAbsent(what, any -> new LongAdder()).increment();
    }

    private static Map<String, Long> sums(Map<String, LongAdder> counts) {
        var sums = new TreeMap<String, Long>();
        counts.forEach((what, count) -> sums.put(what, count.sum()));
        return sums;
    }
}
