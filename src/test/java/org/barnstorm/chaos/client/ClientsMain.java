package org.barnstorm.chaos.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The clients' process. It is told on its input what to do, {@code run <file with a plan>} and {@code stop}, and says on
 * its output how far it is, {@code attempts <number>}, and at the end {@code done}. It ends with its input.
 */
public final class ClientsMain {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BufferedReader orders;

    private ClientsMain(BufferedReader orders) {
        this.orders = orders;
    }

    public static void main(String[] args) throws Exception {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        new ClientsMain(in).obey();
    }

    private void obey() throws IOException, InterruptedException {
        for (var order = orders.readLine(); order != null; order = orders.readLine()) {
            if (order.startsWith("run ")) run(Path.of(order.substring(4)));
        }
        System.exit(0); // whoever still waits for an answer waits in vain
    }

    private void run(Path file) throws IOException, InterruptedException {
        var plan = JSON.readValue(file.toFile(), Plan.class);
        var tally = new Tally();
        try (var recorder = new Recorder(Path.of(plan.history()))) {
            var office = new Office(plan, new Tokens(plan.tokens()), tally, recorder, new CountDownLatch(1));
            var threads = start(office, tally);
            await(office, threads);
        }
        JSON.writeValue(Path.of(plan.history() + ".summary").toFile(), tally.summary());
        say("done");
    }

    private static List<Thread> start(Office office, Tally tally) {
        var workers =
                switch (office.plan().kind()) {
                    case STORM -> new Storm(office).workers();
                    case TANGLE -> new Tangle(office).workers();
                    case PAIRS -> new Pairs(office).workers();
                    case OPEN_LOOP -> new OpenLoop(office).workers();
                    case STUCK -> new Stuck(office).workers();
                };
        var threads = new ArrayList<Thread>();
        for (var worker : workers) {
            var thread = new Thread(worker, worker.getClass().getSimpleName() + "-" + threads.size());
            thread.setUncaughtExceptionHandler((failed, e) -> {
                e.printStackTrace();
                tally.violation("The client " + failed.getName() + " failed: " + e);
            });
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        return threads;
    }

    /** Until all have done what they had to, or we are told to stop. */
    private void await(Office office, List<Thread> threads) throws InterruptedException {
        var listener = new Thread(() -> awaitStop(office), "orders");
        listener.setDaemon(true);
        listener.start();
        for (var thread : threads) {
            while (thread.isAlive()) {
                thread.join(TimeUnit.MILLISECONDS.toMillis(250));
                say("attempts " + office.tally().attempts());
            }
        }
        if (!office.over()) say("idle"); // the suite answers with stop, which ends the listener
        listener.join();
    }

    private void awaitStop(Office office) {
        try {
            var order = orders.readLine();
            if (order == null) System.exit(0);
            office.end().countDown();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(String what) {
        System.out.println(what);
    }
}
