package org.barnstorm.chaos.client;

import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Judges what others say is done; now and then two of them judge the same. */
final class Verifier implements Runnable {
    private static final Map<String, String> WHY = Map.of("reason", "The sheet is for another street.");

    private final Storm storm;
    private final Office office;
    private final Someone who;
    private final Random random;
    private final Courier courier;

    Verifier(Storm storm, Someone who, int number) {
        this.storm = storm;
        this.office = storm.office();
        this.who = who;
        this.random = storm.random(20_000 + number);
        this.courier = new Courier(office, random);
    }

    @Override
    public void run() {
        try (courier) {
            while (!office.over()) {
                var next = storm.done().poll();
                if (next == null) LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
                else judge(next);
            }
        }
    }

    private void judge(Hold hold) {
        if (random.nextInt(10) == 0) storm.done().add(hold);
        // A verified place is taken for good: in the hot tasks it would soon be the last one.
        var verb = hold.post().hot() || random.nextInt(3) == 0 ? Verb.REJECT : Verb.VERIFY;
        var call = verb == Verb.VERIFY ? verb.on(hold.id(), who) : verb.on(hold.id(), who, WHY);
        var delivery = courier.deliver(call.once(UUID.randomUUID().toString()));
        office.recorder().write(Op.of(verb, hold, delivery));
    }
}
