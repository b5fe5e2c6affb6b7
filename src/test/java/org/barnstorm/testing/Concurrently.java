package org.barnstorm.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets many do something at the same moment, and collects what each got. */
public final class Concurrently {
    /** Only what hangs takes so long, on a slow machine too. */
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private Concurrently() {}

    /** The same thing, n times at once. */
    public static <T> List<T> times(int n, Callable<T> task) {
        return race(Collections.nCopies(n, task));
    }

    /** Different things at once; the answers are in the order of the tasks. */
    public static <T> List<T> race(List<? extends Callable<T>> tasks) {
        var start = new CyclicBarrier(tasks.size());
        var threads = Executors.newFixedThreadPool(tasks.size());
        try {
            var running = tasks.stream()
                    .map(task -> threads.submit(() -> {
                        start.await(LONGEST.toSeconds(), TimeUnit.SECONDS);
                        return task.call();
                    }))
                    .toList();
            var answers = new ArrayList<T>();
            for (var each : running) answers.add(each.get(LONGEST.toSeconds(), TimeUnit.SECONDS));
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("One of the racers failed: " + e.getCause(), e);
        } finally {
            threads.shutdownNow();
        }
    }
}
