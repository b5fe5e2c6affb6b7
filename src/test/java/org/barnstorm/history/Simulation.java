package org.barnstorm.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.UUID;
import org.barnstorm.history.SimulatedTask.Hold;
import org.barnstorm.history.SimulatedTask.Naming;
import org.barnstorm.history.SimulatedTask.Result;

/**
 * Many clients at one task that does everything right: an operation takes effect at a random moment between its invocation
 * and its answer, answers get lost, the service is killed, leases run out and are swept late.
 */
final class Simulation implements Naming {
    /**
     * @param operations about how many
     * @param lease how long one lasts; an operation takes about 20. {@link Long#MAX_VALUE} for ever
     * @param unknown the share of operations that get no answer
     * @param kills the share of operations at which the service is killed
     * @param waiters whether the service itself gives free places to others
     */
    record Setting(
            int people, int capacity, int operations, long lease, double unknown, double kills, boolean waiters) {}

    private record Event(long at, long order, Runnable what) {}

    private static final long TIMEOUT = 60;
    private static final long SLACK = 3;

    private final Random random;
    private final Setting setting;
    private final UUID task;
    private final SimulatedTask service;
    private final SimulatedClients clients;
    private final PriorityQueue<Event> agenda =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
    private final Map<Long, Operation> operations = new HashMap<>();
    private long now = 1_000;
    private long order;
    private long number;
    private int epoch;

    private Simulation(Setting setting, Random random) {
        this.random = random;
        this.setting = setting;
        this.task = id();
        this.service = new SimulatedTask(setting.capacity(), setting.lease());
        this.clients = new SimulatedClients(task, setting.people(), random);
    }

    static Specimen run(Setting setting, Random random) {
        return new Simulation(setting, random).run();
    }

    private Specimen run() {
        for (var client : clients.names()) later(random.nextInt(40), () -> act(client));
        later(random.nextInt(60), this::sweep);
        while (!agenda.isEmpty()) {
            var next = agenda.poll();
            now = next.at();
            next.what().run();
        }
        var shortest = setting.lease() == Long.MAX_VALUE ? Duration.ofDays(365) : Duration.ofNanos(setting.lease());
        var facts = new TaskFacts(setting.capacity(), shortest, !setting.waiters());
        return new Specimen(task, facts, List.copyOf(operations.values()), service.rows(task), service.taken());
    }

    private void later(long wait, Runnable what) {
        agenda.add(new Event(now + wait, order++, what));
    }

    private void act(String client) {
        if (operations.size() >= setting.operations()) return;
        if (random.nextDouble() < setting.kills()) epoch++;
        var ask = clients.next(client);
        var asked = new Operation(++number, client, ask, now, Outcome.UNKNOWN);
        operations.put(asked.number(), asked);
        if (random.nextDouble() < setting.unknown()) {
            losing(asked);
            later(TIMEOUT + random.nextInt(20), () -> act(client));
            return;
        }
        var started = epoch;
        var answer = random.nextInt(15);
        later(random.nextInt(15), () -> {
            if (started != epoch) return; // killed before
            var result = effect(asked.ask());
            var told = told(ask, result);
            later(answer, () -> {
                if (started == epoch) answered(asked, result, told);
            });
        });
        later(30 + random.nextInt(30), () -> act(client));
    }

    /** The answer never comes; the request may, even long after its client has given up. */
    private void losing(Operation asked) {
        if (random.nextInt(3) == 0) return;
        var late = random.nextInt(3) == 0 ? 400 : 50;
        later(random.nextInt(late), () -> effect(asked.ask()));
    }

    private Result effect(Ask ask) {
        var result = random.nextInt(30) == 0 && !ask.verb().reads()
                ? new Result(409, "busy", null, 0)
                : service.on(ask, now, this);
        if (setting.waiters() && service.taken() < setting.capacity() && random.nextInt(3) == 0) {
            var waiter = clients.anybody();
            if (service.own(waiter) == null) service.begin(waiter, "OFFERED", now, this);
        }
        return result;
    }

    /** What the answer says is decided when it takes effect, and arrives later. */
    private Answer told(Ask ask, Result result) {
        if (!result.ok()) return Answer.EMPTY;
        if (result.hold() == null) return Answer.taken(result.taken());
        var hold = result.hold();
        clients.learn(hold.id, hold.member, hold.fence, hold.state, random.nextInt(8) == 0);
        var state = random.nextInt(6) == 0 && !ask.verb().reads() ? null : hold.state;
        return Answer.hold(hold.id, hold.member, hold.fence, state, lease(hold));
    }

    private Lease lease(Hold hold) {
        if (random.nextInt(4) == 0 || !Verb.hasLease(hold.state)) return null;
        if (hold.leaseUntil == Long.MAX_VALUE) return Lease.ENDLESS;
        return new Lease(hold.leaseUntil - random.nextLong(SLACK), hold.leaseUntil + random.nextLong(SLACK));
    }

    private void answered(Operation asked, Result result, Answer told) {
        var outcome =
                result.ok() ? new Outcome.Ok(now, 200, told) : new Outcome.Fail(now, result.status(), result.code());
        operations.put(
                asked.number(), new Operation(asked.number(), asked.client(), asked.ask(), asked.invoked(), outcome));
        if (told.hold() != null) clients.learn(told.hold(), told.member(), told.fence(), told.state(), true);
    }

    private void sweep() {
        service.sweep(now, 1 + random.nextInt(2));
        if (operations.size() < setting.operations()) later(10 + random.nextInt(60), this::sweep);
    }

    @Override
    public UUID hold() {
        return id();
    }

    @Override
    public long fence(long last) {
        return last + 1;
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** Settings of every kind: short and long, calm and wild. */
    static Setting any(Random random, int most) {
        var endless = random.nextBoolean();
        return new Setting(
                2 + random.nextInt(5),
                1 + random.nextInt(3),
                3 + random.nextInt(most - 2),
                endless ? Long.MAX_VALUE : 40 + random.nextInt(300),
                random.nextInt(3) == 0 ? 0 : random.nextDouble() * 0.3,
                random.nextInt(3) == 0 ? 0.1 : 0,
                random.nextInt(10) == 0);
    }

    /** What a setting of every kind makes, many times. */
    static List<Specimen> many(int count, int most, Random random) {
        var all = new ArrayList<Specimen>(count);
        for (var i = 0; i < count; i++) all.add(run(any(random, most), random));
        return all;
    }
}
