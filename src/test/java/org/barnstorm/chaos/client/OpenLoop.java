package org.barnstorm.chaos.client;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * People who do not know of each other: so many requests a second, however slow the answers are, each timed from when it
 * was due. They come once and do not repeat.
 */
final class OpenLoop {
    private final Office office;

    OpenLoop(Office office) {
        this.office = office;
    }

    List<Runnable> workers() {
        var workers = new ArrayList<Runnable>();
        for (var i = 0; i < office.plan().replicas().size(); i++) workers.add(new Stream(i));
        return workers;
    }

    /** What comes to one replica. */
    private final class Stream implements Runnable {
        private final int replica;
        private final Random random;
        private final Deque<Courier> idle = new ConcurrentLinkedDeque<>();

        Stream(int replica) {
            this.replica = replica;
            this.random = new Random(office.plan().seed() + replica);
        }

        @Override
        public void run() {
            var pool = Executors.newCachedThreadPool();
            var step = TimeUnit.SECONDS.toNanos(1) / office.plan().rate();
            for (var due = System.nanoTime(); !office.over(); due += step) {
                LockSupport.parkNanos(due - System.nanoTime());
                send(pool, due);
            }
            end(pool);
            idle.forEach(Courier::close);
        }

        private void send(ExecutorService pool, long due) {
            var people = office.plan().people();
            var tasks = office.plan().tasks();
            var who = people.get(random.nextInt(people.size()));
            var task = random.nextInt(3) == 0 ? tasks.get(random.nextInt(tasks.size())) : null;
            pool.execute(() -> {
                var courier = idle.poll();
                if (courier == null) courier = new Courier(office, new Random());
                if (task == null) me(courier, who, due);
                else claim(courier, who, task, due);
                idle.push(courier);
            });
        }

        private void me(Courier courier, Someone who, long due) {
            var answer = courier.once(replica, Verb.ME.on("", who));
            office.recorder().write(Op.of(Verb.ME, null, who, answer).due(due));
        }

        private void claim(Courier courier, Someone who, UUID task, long due) {
            var claimed = courier.once(replica, Verb.CLAIM.on(task, who));
            office.recorder().write(Op.of(Verb.CLAIM, task, who, claimed).due(due));
            if (!claimed.ok()) return;
            var hold = Hold.of(new Post(task, 1, true, false), who, claimed);
            var release = Verb.RELEASE.on(hold.id(), who, Map.of("fence", hold.fence()));
            office.recorder().write(Op.of(Verb.RELEASE, hold, courier.once(replica, release)));
        }

        private void end(ExecutorService pool) {
            pool.shutdown();
            try {
                if (!pool.awaitTermination(2L * office.plan().timeoutMillis(), TimeUnit.MILLISECONDS)) {
                    office.tally().violation("requests that never ended");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
