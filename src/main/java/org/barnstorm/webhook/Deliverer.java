package org.barnstorm.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.time.Rounds;

/**
 * Sends what is due. A webhook has one request out at a time, and each its own: one whose receiver hangs keeps neither a
 * thread nor a connection to the database nor anybody else's turn (T-22). Any number of replicas can do it at once.
 */
@ApplicationScoped
class Deliverer {
    /** Few threads for short steps, so that they never take all connections to the database from people's requests. */
    private static final int THREADS = 4;

    private static final int PATIENCE_SECONDS = 10;

    /** Then another one has its turn. */
    private static final int MOST_IN_A_ROW = 100;

    private final Courier courier;
    private final Sender sender;
    private final Wakening wakening;
    private final ProgressRepository progress;
    private final MeterRegistry meters;
    private final int most;
    private final AtomicInteger out = new AtomicInteger();
    private final ExecutorService steps = Executors.newFixedThreadPool(THREADS, Deliverer::thread);
    private volatile boolean ending;

    Deliverer(
            Courier courier,
            Sender sender,
            Wakening wakening,
            ProgressRepository progress,
            WebhooksConfig config,
            MeterRegistry meters) {
        this.courier = courier;
        this.sender = sender;
        this.wakening = wakening;
        this.progress = progress;
        this.meters = meters;
        this.most = config.mostAtOnce();
        meters.gauge("barnstorm.webhooks.in.flight", out);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "webhook-steps");
        thread.setDaemon(true);
        return thread;
    }

    void begin(@Observes StartupEvent start, Rounds rounds, WebhooksConfig config) {
        rounds.every(config.lookEvery(), this::round);
    }

    void round() {
        wakening.round();
        var room = most - out.get();
        if (ending || room <= 0) return;
        take(QuarkusTransaction.requiringNew().call(() -> progress.due(room)));
    }

    /** Works on those of these whose turn it is; ends when all that was due is sent. */
    CompletableFuture<Void> take(Collection<UUID> ids) {
        return CompletableFuture.allOf(ids.stream().map(this::take).toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> take(UUID id) {
        out.incrementAndGet();
        return step(() -> courier.claim(id))
                .thenCompose(claim -> claim.map(this::work).orElse(done()))
                .exceptionally(e -> {
                    Log.warnf("Webhook %s has to wait: %s", id, Failures.name(e));
                    Log.debug("Why it has to wait", e);
                    return null; // its lease ends by itself
                })
                .whenComplete((nothing, never) -> out.decrementAndGet());
    }

    private CompletableFuture<Void> work(Claim claim) {
        return go(claim, MOST_IN_A_ROW);
    }

    private CompletableFuture<Void> go(Claim claim, int left) {
        if (ending || left == 0) {
            return step(() -> {
                courier.release(claim);
                return null;
            });
        }
        return step(() -> next(claim)).thenCompose(parcel -> parcel.map(one -> deliver(claim, one, left))
                .orElse(done()));
    }

    private Optional<Parcel> next(Claim claim) {
        try {
            return courier.next(claim);
        } catch (Refusal refusal) {
            courier.abandon(claim);
            return Optional.empty();
        }
    }

    private CompletableFuture<Void> deliver(Claim claim, Parcel parcel, int left) {
        return sender.send(parcel.message(), parcel.attempt())
                .thenCompose(answer -> step(() -> {
                    count(answer);
                    return courier.record(claim, parcel, answer);
                }))
                .thenCompose(goOn -> goOn ? go(claim, left - 1) : done());
    }

    private void count(Answer answer) {
        var outcome = answer.isDelivered() ? "DELIVERED" : answer.failure().name();
        meters.counter("barnstorm.webhooks.attempts", "outcome", outcome).increment();
    }

    private static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }

    private <T> CompletableFuture<T> step(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(() -> inRequest(work), steps);
        } catch (RejectedExecutionException ended) {
            return CompletableFuture.failedFuture(ended);
        }
    }

    private static <T> T inRequest(Supplier<T> work) {
        var request = Arc.container().requestContext();
        request.activate();
        try {
            return work.get();
        } finally {
            request.terminate();
        }
    }

    /** What is out comes to its end; what would be next is for another replica. */
    void end(@Observes ShutdownEvent shutdown) throws InterruptedException {
        ending = true;
        var late = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (out.get() > 0 && System.nanoTime() < late) TimeUnit.MILLISECONDS.sleep(20);
        steps.shutdown();
    }
}
