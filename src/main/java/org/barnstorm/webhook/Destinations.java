package org.barnstorm.webhook;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.barnstorm.platform.problem.Refusal;

/**
 * Which addresses may be sent to: checked when somebody names one, and again before each request, whose connection then
 * goes to the very address that was checked (T-23). What is not set allows nothing.
 */
@ApplicationScoped
class Destinations {
    private static final int PATIENCE_SECONDS = 5;

    private final Resolver resolver;
    private final Set<Integer> ports;
    private final Set<String> open;
    private final long patienceMillis;
    private final ExecutorService threads;

    Destinations(Resolver resolver, WebhooksConfig config) {
        this.resolver = resolver;
        this.ports = config.ports();
        this.open = config.openHosts().orElse(Set.of());
        this.patienceMillis = config.connectWithin().toMillis();
        // A thread for each that is out: a name server that hangs delays nobody else's.
        this.threads = new ThreadPoolExecutor(
                0,
                config.mostAtOnce(),
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Destinations::thread);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "webhook-names");
        thread.setDaemon(true);
        return thread;
    }

    /** Says no where a request would be refused later, as far as can be seen now. */
    void require(String url) {
        var destination = read(url);
        try {
            addresses(destination).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Unsendable unsendable) throw refused(unsendable.failure());
            throw e;
        }
    }

    private Destination read(String url) {
        var destination = Destination.of(url)
                .orElseThrow(
                        () -> invalid("This is no address that can be read without doubt: https, a host's name, a path."
                                + " No user, no fragment, nothing but ASCII."));
        if (open.contains(destination.host())) return destination;
        if (!destination.secure()) throw invalid("Changes are sent by https only.");
        if (!destination.hasPublicName()) throw invalid("Name the host by its public name in DNS, not by an address.");
        if (!ports.contains(destination.port())) {
            throw invalid("Changes are not sent to port " + destination.port() + ". Allowed here: " + ports + ".");
        }
        return destination;
    }

    private static Refusal invalid(String why) {
        return Refusal.invalid("webhook-address", why);
    }

    private static Refusal refused(Failure failure) {
        return failure == Failure.UNSAFE_ADDRESS
                ? invalid("The host's name does not lead to a public address.")
                : invalid("The host's name cannot be found now. If it is right, try again.");
    }

    /** Where to connect to. Fails with {@link Unsendable} when it may not be, or is not known. */
    CompletableFuture<Checked> check(String url) {
        try {
            var destination = read(url);
            return addresses(destination).thenApply(found -> new Checked(destination, found));
        } catch (Refusal refusal) { // allowed when it was named, and not any more
            return CompletableFuture.failedFuture(new Unsendable(Failure.UNSAFE_ADDRESS));
        }
    }

    /** @param addresses all of them may be sent to */
    record Checked(Destination destination, List<InetAddress> addresses) {}

    /** One bad address among good ones is a trap, so that all have to be good. */
    private CompletableFuture<List<InetAddress>> addresses(Destination destination) {
        return found(destination.host()).thenApply(addresses -> {
            var safe = open.contains(destination.host()) || addresses.stream().noneMatch(SpecialAddresses::contain);
            if (!safe) throw new Unsendable(Failure.UNSAFE_ADDRESS);
            return addresses;
        });
    }

    private CompletableFuture<List<InetAddress>> found(String host) {
        return asked(host).orTimeout(patienceMillis, TimeUnit.MILLISECONDS).exceptionally(e -> {
            if (e instanceof TimeoutException) throw new Unsendable(Failure.UNKNOWN_HOST);
            throw e instanceof CompletionException completion ? completion : new CompletionException(e);
        });
    }

    private CompletableFuture<List<InetAddress>> asked(String host) {
        try {
            return CompletableFuture.supplyAsync(() -> resolved(host), threads);
        } catch (RejectedExecutionException full) {
            return CompletableFuture.failedFuture(new Unsendable(Failure.UNKNOWN_HOST));
        }
    }

    private List<InetAddress> resolved(String host) {
        try {
            return resolver.resolve(host);
        } catch (UnknownHostException e) {
            throw new Unsendable(Failure.UNKNOWN_HOST);
        }
    }

    @PreDestroy
    void end() {
        threads.shutdownNow();
    }
}
