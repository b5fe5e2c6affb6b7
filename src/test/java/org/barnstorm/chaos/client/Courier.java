package org.barnstorm.chaos.client;

import java.io.Closeable;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.barnstorm.chaos.client.Reply.Fate;

/**
 * Sends one thread's requests as docs/api.md tells clients to: who is told to come back does so after the given time, who
 * gets no answer asks the other replica with the same key.
 */
final class Courier implements Closeable {
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final Office office;
    private final Wire[] wires;
    private final Random random;

    Courier(Office office, Random random) {
        this.office = office;
        this.random = random;
        var ports = office.plan().replicas();
        this.wires = new Wire[ports.size()];
        for (var i = 0; i < wires.length; i++) {
            wires[i] = new Wire(i, ports.get(i), office.plan().timeoutMillis());
        }
    }

    /** Once, whatever comes back. */
    Reply once(int replica, Call call) {
        var reply = wires[replica].send(call, office.tokens().of(call.who()));
        office.tally().saw(call, reply);
        return reply;
    }

    Delivery deliver(Call call) {
        return deliver(call, random.nextInt(wires.length), sending -> {});
    }

    /** Until it is answered, or the clients are told to end. */
    Delivery deliver(Call call, int first, Consumer<Reply> each) {
        var began = System.nanoTime();
        var doubt = false;
        for (var replica = first; ; ) {
            var reply = once(replica, call);
            if (reply.fate() != Fate.NOT_SENT) each.accept(reply);
            var busy = reply.code().equals("busy");
            if (reply.fate() == Fate.ANSWERED && reply.status() < 500 && !busy) {
                return new Delivery(began, reply, doubt);
            }
            if (office.over() || tired(began) || (reply.inDoubt() && !call.repeatable())) {
                return new Delivery(began, reply, doubt);
            }
            doubt |= reply.inDoubt();
            if (!busy) replica = (replica + 1) % wires.length;
            pause(reply);
        }
    }

    private boolean tired(long began) {
        if (System.nanoTime() - began < PATIENCE_NANOS) return false;
        office.tally().count("gave up");
        return true;
    }

    /** As long as we are told, and up to a third more, so that not everybody comes back at once. */
    private void pause(Reply reply) {
        var millis = reply.retryAfter() > 0 ? reply.retryAfter() * 1000L : 20;
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis + random.nextInt((int) millis / 3 + 1)));
    }

    @Override
    public void close() {
        for (var wire : wires) wire.close();
    }
}
