package org.barnstorm.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Many people, and one machine that sends their requests over so many threads. */
public final class Crowd {
    private static final int HANGING_SECONDS = 240;

    private Crowd() {}

    /** Active members of a group. */
    public static List<Wire> members(People people, String group, int count) {
        people.grow(group);
        List<Callable<Wire>> joining = IntStream.range(0, count)
                .<Callable<Wire>>mapToObj(i -> () -> {
                    var wire = Wire.of(people.newcomer());
                    var answer = Wire.patiently(() -> wire.put("/groups/" + group + "/membership"));
                    assertThat(answer.status()).isEqualTo(200);
                    return wire;
                })
                .toList();
        return all(16, joining);
    }

    /** Everything in this order, so many at a time. */
    public static <T> List<T> all(int threads, List<Callable<T>> tasks) {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var running = new ArrayList<Future<T>>();
            for (var task : tasks) running.add(pool.submit(task));
            var results = new ArrayList<T>();
            for (var each : running) results.add(each.get(HANGING_SECONDS, TimeUnit.SECONDS));
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new AssertionError("One of the crowd failed", e);
        } finally {
            pool.shutdownNow();
        }
    }

    /** How many answers there were of each kind. */
    public static Map<String, Long> kinds(List<Wire.Answer> answers) {
        return answers.stream().collect(Collectors.groupingBy(Wire.Answer::kind, TreeMap::new, Collectors.counting()));
    }
}
