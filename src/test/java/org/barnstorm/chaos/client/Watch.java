package org.barnstorm.chaos.client;

import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Takes and gives back a place of its own at one replica, twenty times a second and whatever it is told: shows when a
 * replica takes writes again, which clients who wait as they are told see later.
 */
final class Watch implements Runnable {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Office office;
    private final int replica;
    private final Post task;
    private final Someone who;
    private final Courier courier;

    Watch(Office office, int replica) {
        this.office = office;
        this.replica = replica;
        this.task = new Post(office.plan().tasks().get(replica), 1, true, false);
        this.who = office.plan().leads().get(replica);
        this.courier = new Courier(office, new Random(replica));
    }

    @Override
    public void run() {
        try (courier) {
            while (!office.over()) {
                look();
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void look() {
        var claimed = courier.once(replica, Verb.CLAIM.on(task.id(), who));
        if (claimed.fate() == Reply.Fate.NOT_SENT) return;
        office.recorder().write(Op.of(Verb.CLAIM, task.id(), who, claimed));
        if (!claimed.ok()) return;
        var hold = Hold.of(task, who, claimed);
        var fence = Map.of("fence", hold.fence());
        var released = courier.once(
                replica,
                Verb.RELEASE.on(hold.id(), who, fence).once(UUID.randomUUID().toString()));
        office.recorder().write(Op.of(Verb.RELEASE, hold, released));
    }
}
