package org.barnstorm.chaos.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One thread's people: they claim, extend, give back, complete, accept, decline, forget, and look whether it is still theirs. */
final class Volunteer implements Runnable {
    private static final int MOST_HOLDS = 40;

    private final Storm storm;
    private final Office office;
    private final int number;
    private final Random random;
    private final Courier courier;
    private final List<Hold> holds = new ArrayList<>();

    Volunteer(Storm storm, int number) {
        this.storm = storm;
        this.office = storm.office();
        this.number = number;
        this.random = storm.random(number);
        this.courier = new Courier(office, random);
    }

    @Override
    public void run() {
        try (courier) {
            while (!office.over()) step();
        }
    }

    private void step() {
        var offer = storm.inbox(number).poll();
        if (offer != null) answer(offer);
        else if (random.nextInt(MOST_HOLDS) < holds.size()) act(holds.remove(random.nextInt(holds.size())));
        else claim();
    }

    private void claim() {
        storm.pace().await();
        var who = person();
        var post = storm.board().pick(random);
        if (post == null) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            return;
        }
        // Not one operation with several sendings: each may take a place of its own, if the lease of the first ran out.
        var delivery = courier.deliver(Verb.CLAIM.on(post.id(), who), replica(), sending -> office.recorder()
                .write(Op.of(Verb.CLAIM, post.id(), who, sending)));
        if (!delivery.ok()) return;
        var hold = Hold.of(post, who, delivery.last());
        holds.add(hold);
        if (random.nextInt(20) == 0) look(hold, 1 - delivery.last().replica());
    }

    /** Mostly one's own people; some belong to all threads, as if they tapped on two phones. */
    private Someone person() {
        var people = office.plan().people();
        var threads = office.plan().threads();
        var shared = Math.max(1, people.size() / 10);
        if (random.nextInt(10) == 0) return people.get(random.nextInt(shared));
        var own = Math.max(1, people.size() / threads);
        return people.get((number + threads * random.nextInt(own)) % people.size());
    }

    private int replica() {
        return random.nextInt(office.plan().replicas().size());
    }

    private void act(Hold hold) {
        switch (random.nextInt(10)) {
            case 0 -> look(hold, replica());
            case 1, 2 -> forget(hold);
            case 3 -> extend(hold);
            case 4, 5, 6 -> complete(hold);
            default -> send(Verb.RELEASE, hold, Map.of("fence", hold.fence()));
        }
    }

    private void extend(Hold hold) {
        send(Verb.EXTEND, hold, Map.of("fence", hold.fence()));
        holds.add(hold);
    }

    private void answer(Hold offer) {
        if (random.nextInt(3) == 0) {
            send(Verb.DECLINE, offer, Map.of());
        } else if (send(Verb.ACCEPT, offer, null)) {
            holds.add(offer);
        }
    }

    private void complete(Hold hold) {
        var body = Map.of("fence", hold.fence(), "outcome", Map.of("code", "doors-knocked", "quantity", 42));
        if (send(Verb.COMPLETE, hold, body)) storm.done().add(hold);
    }

    /** A short lease will run out; the place of a long one would be lost for the others. */
    private void forget(Hold hold) {
        if (hold.post().brief()) office.tally().count("forgotten");
        else send(Verb.RELEASE, hold, Map.of("fence", hold.fence()));
    }

    /** Whatever became of it since, a hold that was acknowledged is there for every later reader (I-05). */
    private void look(Hold hold, int replica) {
        if (office.plan().replicas().size() < 2) return;
        var reply = courier.once(replica, Verb.READ.on(hold.id(), hold.who()));
        office.recorder().write(Op.of(Verb.READ, hold, reply));
        if (reply.status() == 404) office.tally().violation("acknowledged and then absent: " + hold);
        else if (reply.ok() && reply.body().path("fence").asLong() != hold.fence()) {
            office.tally().violation("another fence than the acknowledged one: " + hold + " " + reply.body());
        }
        holds.add(hold);
    }

    private boolean send(Verb verb, Hold hold, Map<String, ?> body) {
        var call = body == null ? verb.on(hold.id(), hold.who()) : verb.on(hold.id(), hold.who(), body);
        var delivery = courier.deliver(call.once(UUID.randomUUID().toString()));
        office.recorder().write(Op.of(verb, hold, delivery));
        return delivery.ok();
    }
}
