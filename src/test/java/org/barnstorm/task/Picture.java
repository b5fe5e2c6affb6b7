package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.testing.StatePictures;
import org.barnstorm.testing.StatePictures.Edge;

/** A state machine as {@code docs/tasks.md} draws it, and what was seen of it in all sequences together. */
final class Picture {
    /** What stands for the code where no caller can cause a refusal: it would be a mistake of a service. */
    static final String MISTAKE = "(mistake)";

    private final String heading;
    private final Map<Edge, Integer> taken = new LinkedHashMap<>();
    private final Set<String> left = new HashSet<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final Map<String, Integer> done = new TreeMap<>();
    private final long began = System.nanoTime();
    private int sequences;

    Picture(String heading) {
        this.heading = heading;
        for (var edge : StatePictures.edges(heading)) {
            taken.put(edge, 0);
            left.add(edge.from());
        }
    }

    boolean draws(Object from, Object to) {
        return taken.containsKey(new Edge((String) from, (String) to));
    }

    /** No arrow leaves it. */
    boolean isEnd(Object state) {
        return !left.contains(state);
    }

    void begins(Object state) {
        goes(StatePictures.START, state);
    }

    /** An act was asked for, and this was the answer. */
    void answered(Enum<?> act, Object from, Object to, Optional<String> refusal) {
        refusal.ifPresentOrElse(
                code -> refused.merge(code, 1, Integer::sum), () -> done.merge(act.name(), 1, Integer::sum));
        if (!from.equals(to)) goes(from, to);
    }

    private void goes(Object from, Object to) {
        assertThat(draws(from, to)).as("%s --> %s is drawn", from, to).isTrue();
        taken.merge(new Edge((String) from, (String) to), 1, Integer::sum);
    }

    void sequenceEnds() {
        sequences++;
    }

    /** With which code something is refused; empty if it is done. */
    static Optional<String> refusal(Runnable act) {
        try {
            act.run();
            return Optional.empty();
        } catch (Refusal no) {
            return Optional.of(no.code());
        } catch (IllegalStateException mistake) {
            return Optional.of(MISTAKE);
        }
    }

    /** What was never done, no way to be refused that was never met, and no arrow that was never taken is proved. */
    void requireAllSeen(int sequences, Enum<?>[] acts, String... refusals) {
        report();
        assertThat(this.sequences).isGreaterThanOrEqualTo(sequences);
        assertThat(taken).isNotEmpty().allSatisfy((edge, times) -> assertThat(times)
                .as("%s --> %s", edge.from(), edge.to())
                .isPositive());
        assertThat(done.keySet()).containsExactlyInAnyOrderElementsOf(names(acts));
        assertThat(refused.keySet()).containsExactlyInAnyOrder(refusals);
    }

    private static List<String> names(Enum<?>[] acts) {
        return Stream.of(acts).map(Enum::name).toList();
    }

    private void report() {
        var arrows = taken.entrySet().stream()
                .map(arrow -> arrow.getKey().from() + " --> " + arrow.getKey().to() + " " + arrow.getValue())
                .collect(Collectors.joining(", "));
        System.out.printf(
                "%s: %d sequences, %.1f s; %d acts done %s; %d refused %s; edges taken: %s%n",
                heading, sequences, (System.nanoTime() - began) / 1e9, sum(done), done, sum(refused), refused, arrows);
    }

    private static int sum(Map<String, Integer> times) {
        return times.values().stream().mapToInt(Integer::intValue).sum();
    }
}
