package org.barnstorm.bench;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How long answers took, and which ones there were. */
final class Score {
    /** What was due and never sent, because all connections were waiting for answers. */
    static final String NOT_SENT = "not sent in time";

    private static final int DIGITS = 3;

    private final Histogram micros = new Histogram(DIGITS);
    private final Map<String, Long> outcomes = new TreeMap<>();

    /** @param outcome the status, and the code of a refusal */
    void count(String outcome, long nanos) {
        micros.recordValue(TimeUnit.NANOSECONDS.toMicros(nanos));
        outcomes.merge(outcome, 1L, Long::sum);
    }

    void add(Score other) {
        micros.add(other.micros);
        other.outcomes.forEach((outcome, times) -> outcomes.merge(outcome, times, Long::sum));
    }

    /** Requests that were sent. */
    long answers() {
        return micros.getTotalCount() - with(NOT_SENT);
    }

    long with(String outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /** Answers that are the service's fault, and requests without an answer. */
    long failures() {
        return outcomes.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("5")
                        || !Character.isDigit(entry.getKey().charAt(0)))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    Map<String, Long> outcomes() {
        return outcomes;
    }

    double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1_000.0;
    }

    double slowest() {
        return micros.getMaxValue() / 1_000.0;
    }

    /** As the report writes them. */
    String times() {
        return String.format(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms, max %.0f ms", millis(50), millis(99), slowest());
    }
}
