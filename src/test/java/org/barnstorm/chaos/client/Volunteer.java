package org.barnstorm.chaos.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One thread's people: they claim, wait, accept, decline, extend, give back, hand over, complete, forget, and look whether
 * it is still theirs.
 */
final class Volunteer implements Runnable {
    private static final int MOST_HOLDS = 40;
    private static final int LONGEST_LINE = 4;

    /** A place that somebody named this person for. */
    record Handed(Hold from, Someone to) {}

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
        var handed = offer == null ? storm.handed(number).poll() : null;
        if (offer != null) answer(offer);
        else if (handed != null) takeOver(handed);
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
                .write(Op.of(Verb.CLAIM, About.place(post.id(), who), sending)));
        if (delivery.ok()) got(Hold.of(post, who, delivery.last()), delivery.last());
        else if (post.awaited() && delivery.last().code().equals("task-full")) await(post, who);
    }

    /** A claim by somebody who was offered the place meanwhile, by an organiser or from the wait list, shows the offer. */
    private void got(Hold hold, Reply reply) {
        if (reply.text("status").equals("OFFERED")) {
            answer(hold);
            return;
        }
        holds.add(hold);
        if (random.nextInt(20) == 0) look(hold, 1 - reply.replica());
    }

    /** Whoever would be far back in the line leaves it again, so that lines end soon after the storm. */
    private void await(Post post, Someone who) {
        if (random.nextInt(3) > 0) return;
        var first = random.nextInt(4) == 0 ? Verb.LEAVE : Verb.WAIT;
        if (queue(first, post, who).body().path("ahead").asInt() > LONGEST_LINE) queue(Verb.LEAVE, post, who);
    }

    private Reply queue(Verb verb, Post post, Someone who) {
        var delivery = courier.deliver(verb.on(post.id(), who));
        office.recorder().write(Op.of(verb, About.place(post.id(), who), delivery));
        return delivery.last();
    }

    /** Mostly one's own people; some belong to all threads, as if they tapped on two phones. */
    private Someone person() {
        var people = office.plan().people();
        var shared = Math.max(1, people.size() / 10);
        if (random.nextInt(10) == 0) return people.get(random.nextInt(shared));
        return storm.personOf(number, random);
    }

    private int replica() {
        return random.nextInt(office.plan().replicas().size());
    }

    private void act(Hold hold) {
        switch (random.nextInt(12)) {
            case 0 -> look(hold, replica());
            case 1, 2 -> forget(hold);
            case 3 -> extend(hold);
            case 4 -> hand(hold);
            case 5, 6, 7 -> complete(hold);
            default -> release(hold);
        }
    }

    private void release(Hold hold) {
        send(Verb.RELEASE, hold, About.hold(hold).sending(hold.fence()), Map.of("fence", hold.fence()));
    }

    private void extend(Hold hold) {
        send(Verb.EXTEND, hold, About.hold(hold).sending(hold.fence()), Map.of("fence", hold.fence()));
        holds.add(hold);
    }

    /** Names somebody, and goes on with it: whoever is quicker has it. */
    private void hand(Hold hold) {
        var thread = random.nextInt(office.plan().threads());
        var to = storm.personOf(thread, random);
        holds.add(hold);
        if (to.equals(hold.who())) return;
        var body = Map.of("fence", hold.fence(), "memberId", to.member());
        if (send(Verb.HAND, hold, About.hold(hold).to(to).sending(hold.fence()), body)
                .ok()) {
            storm.handed(thread).add(new Handed(hold, to));
        }
    }

    private void takeOver(Handed handed) {
        var from = handed.from();
        var call = Verb.TAKE_OVER.on(from.id(), handed.to());
        var delivery = courier.deliver(call.once(UUID.randomUUID().toString()));
        office.recorder().write(Op.of(Verb.TAKE_OVER, About.hold(from).to(handed.to()), delivery));
        if (delivery.ok()) holds.add(Hold.of(from.post(), handed.to(), delivery.last()));
    }

    private void answer(Hold offer) {
        if (random.nextInt(3) == 0) {
            send(Verb.DECLINE, offer, About.hold(offer), Map.of());
        } else if (send(Verb.ACCEPT, offer, About.hold(offer), null).ok()) {
            holds.add(offer);
        }
    }

    private void complete(Hold hold) {
        var body = Map.of("fence", hold.fence(), "outcome", Map.of("code", "doors-knocked", "quantity", 42));
        var about = About.hold(hold).sending(hold.fence());
        if (send(Verb.COMPLETE, hold, about, body).ok()) storm.done().add(hold);
    }

    /** A short lease will run out; the place of a long one would be lost for the others. */
    private void forget(Hold hold) {
        if (hold.post().brief()) office.tally().count("forgotten");
        else release(hold);
    }

    /** Whatever became of it since, a hold that was acknowledged is there for every later reader (I-05). */
    private void look(Hold hold, int replica) {
        holds.add(hold);
        if (office.plan().replicas().size() < 2) return;
        var reply = courier.once(replica, Verb.READ.on(hold.id(), hold.who()));
        office.recorder().write(Op.of(Verb.READ, About.hold(hold), reply));
        if (reply.status() == 404) office.tally().violation("acknowledged and then absent: " + hold);
        else if (reply.ok() && reply.body().path("fence").asLong() != hold.fence()) {
            office.tally().violation("another fence than the acknowledged one: " + hold + " " + reply.body());
        }
    }

    private Delivery send(Verb verb, Hold hold, About about, Map<String, ?> body) {
        var call = body == null ? verb.on(hold.id(), hold.who()) : verb.on(hold.id(), hold.who(), body);
        var delivery = courier.deliver(call.once(UUID.randomUUID().toString()));
        office.recorder().write(Op.of(verb, about, delivery));
        return delivery;
    }
}
