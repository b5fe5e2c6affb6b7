package org.barnstorm.chaos.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Many who claim the first task without ever waiting as they are told, and a few who only want to read or to work on
 * tasks of their own at the same replica (T-11).
 */
final class Stuck {
    private static final int REPLICA = 0;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Office office;

    Stuck(Office office) {
        this.office = office;
    }

    List<Runnable> workers() {
        var workers = new ArrayList<Runnable>();
        for (var i = 0; i < office.plan().threads(); i++) workers.add(rude(i));
        for (var i = 1; i < office.plan().tasks().size(); i++) workers.add(bystander(i));
        return workers;
    }

    private Runnable rude(int number) {
        var task = office.plan().tasks().get(0);
        var who = office.plan().people().get(number);
        return () -> {
            try (var courier = new Courier(office, new Random(number))) {
                while (!office.over()) send(courier, Verb.CLAIM, task, who, Verb.CLAIM.on(task, who));
            }
        };
    }

    private Runnable bystander(int number) {
        var task = office.plan().tasks().get(number);
        var people = office.plan().people();
        var who = people.get(people.size() - number);
        return () -> {
            try (var courier = new Courier(office, new Random(number))) {
                while (!office.over()) {
                    goOn(courier, task, who);
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        };
    }

    private void goOn(Courier courier, UUID task, Someone who) {
        send(courier, Verb.ME, null, who, Verb.ME.on("", who));
        send(courier, Verb.LOOK, task, who, Verb.LOOK.on(task, who));
        var claimed = send(courier, Verb.CLAIM, task, who, Verb.CLAIM.on(task, who));
        if (!claimed.ok()) return;
        var hold = Hold.of(new Post(task, 1, true, false), who, claimed);
        var release = Verb.RELEASE.on(hold.id(), who, Map.of("fence", hold.fence()));
        office.recorder().write(Op.of(Verb.RELEASE, hold, courier.once(REPLICA, release)));
    }

    private Reply send(Courier courier, Verb verb, UUID task, Someone who, Call call) {
        var reply = courier.once(REPLICA, call);
        office.recorder().write(Op.of(verb, task, who, reply));
        return reply;
    }
}
