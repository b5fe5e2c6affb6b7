package org.barnstorm.chaos.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * Sends each request twice at the same moment with one key, to two replicas: new tasks, offers, and answers to those
 * offers. Whatever the order, both are told of one and the same thing (I-15).
 */
final class Pairs {
    /** Of the keys of one run, so that the suite can count them in the database. */
    private static final String KEYS = "pair-";

    private final Office office;
    private final AtomicInteger next = new AtomicInteger();

    Pairs(Office office) {
        this.office = office;
    }

    List<Runnable> workers() {
        var workers = new ArrayList<Runnable>();
        for (var i = 0; i < office.plan().threads(); i++) workers.add(new Couple(i));
        return workers;
    }

    /** Two senders who start together. */
    private final class Couple implements Runnable {
        private final CyclicBarrier start = new CyclicBarrier(2);
        private final ExecutorService other = Executors.newSingleThreadExecutor();
        private final Courier one;
        private final Courier two;

        Couple(int number) {
            one = new Courier(office, new Random(office.plan().seed() + number));
            two = new Courier(office, new Random(office.plan().seed() - number));
        }

        @Override
        public void run() {
            try (one;
                    two) {
                for (var i = next.getAndIncrement(); i < office.plan().count(); i = next.getAndIncrement()) pair(i);
            } finally {
                other.shutdown();
            }
        }

        /** Every third offer is answered by another pair. */
        private void pair(int i) {
            var plan = office.plan();
            var lead = plan.leads().get(i % plan.leads().size());
            if (i % 2 == 0) {
                send(i, Verb.CREATE.on("", lead, Organiser.wanted(plan, 1, 48)), (all, none) -> {});
                return;
            }
            var task = plan.tasks().get(i % plan.tasks().size());
            var person = plan.people().get(i % plan.people().size());
            var offered = send(
                    i,
                    Verb.OFFER.on(task, lead, Map.of("memberId", person.member())),
                    (delivery, key) -> record(Op.of(Verb.OFFER, task, person, delivery), key));
            if (offered == null) return;
            var hold = Hold.of(new Post(task, 1, true, false), person, offered);
            send(
                    -i,
                    Verb.DECLINE.on(hold.id(), person, Map.of()),
                    (delivery, key) -> record(Op.of(Verb.DECLINE, hold, delivery), key));
        }

        /** Sends it from both sides; answers what both were told, or null. */
        private Reply send(int number, Call call, BiConsumer<Delivery, String> history) {
            var key = KEYS + office.plan().seed() + "-" + number;
            var keyed = call.once(key);
            var theirs = other.submit(() -> together(two, 1, keyed));
            try {
                var first = together(one, 0, keyed);
                var second = theirs.get(2, TimeUnit.MINUTES);
                history.accept(first, key);
                history.accept(second, key);
                return compare(number, first, second);
            } catch (InterruptedException | BrokenBarrierException | ExecutionException | TimeoutException e) {
                throw new IllegalStateException("Pair " + number, e);
            }
        }

        private Delivery together(Courier courier, int replica, Call call)
                throws InterruptedException, BrokenBarrierException {
            start.await();
            return courier.deliver(call, replica, sending -> {});
        }

        private void record(Op op, String key) {
            office.recorder().write(op.keyed(key));
        }

        private Reply compare(int number, Delivery mine, Delivery theirs) {
            var same = mine.ok()
                    && theirs.ok()
                    && mine.last().status() == theirs.last().status()
                    && mine.last().id().equals(theirs.last().id());
            office.tally().count(same ? "pairs" : "pairs that differ");
            if (same) return mine.last();
            office.tally().violation("Pair " + number + ": " + mine.last() + " and " + theirs.last());
            return null;
        }
    }
}
