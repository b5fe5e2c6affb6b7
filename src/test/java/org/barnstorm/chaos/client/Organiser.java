package org.barnstorm.chaos.client;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Opens tasks where others are used up, cancels some of those, and offers places to people. */
final class Organiser implements Runnable {
    private final Storm storm;
    private final Office office;
    private final Someone who;
    private final Random random;
    private final Courier courier;

    Organiser(Storm storm, Someone who, int number) {
        this.storm = storm;
        this.office = storm.office();
        this.who = who;
        this.random = storm.random(10_000 + number);
        this.courier = new Courier(office, random);
    }

    @Override
    public void run() {
        try (courier) {
            while (!office.over()) step();
        }
    }

    private void step() {
        var slot = storm.board().vacancy();
        if (slot != null) fill(slot);
        else offer();
    }

    private void fill(int slot) {
        var post = open(storm.board().isHot(slot));
        if (post == null) {
            storm.board().stillVacant(slot);
            return;
        }
        var before = storm.board().fill(slot, post);
        if (before != null && random.nextInt(10) == 0) cancel(before);
    }

    private Post open(boolean hot) {
        var places = 1 + random.nextInt(4);
        var brief = random.nextBoolean();
        var wanted = wanted(office.plan(), places, new Post(null, places, hot, brief).leaseHours());
        var made = deliver(Verb.CREATE.on("", who, wanted));
        if (!made.ok()) return null;
        var post = new Post(made.last().id(), places, hot, brief);
        var published = deliver(Verb.PUBLISH.on(post.id(), who));
        office.recorder().write(Op.of(Verb.CREATE, post.id(), null, made).making(post));
        office.recorder().write(Op.of(Verb.PUBLISH, post.id(), null, published));
        return published.ok() ? post : null;
    }

    /** What one sends to make a task that anybody can do from home. */
    static Map<String, Object> wanted(Plan plan, int places, int leaseHours) {
        var wanted = new HashMap<String, Object>();
        wanted.put("group", plan.group());
        wanted.put("title", "Leaflets in Hanover");
        wanted.put("remote", true);
        wanted.put("effortMinutes", 60);
        wanted.put("capacity", places);
        wanted.put("leaseHours", leaseHours);
        return wanted;
    }

    private void cancel(Post post) {
        office.recorder().write(Op.of(Verb.CANCEL, post.id(), null, deliver(Verb.CANCEL.on(post.id(), who))));
    }

    private void offer() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5 + random.nextInt(20)));
        var post = storm.board().any(random);
        if (post == null) return;
        var number = random.nextInt(office.plan().people().size());
        var person = office.plan().people().get(number);
        var offered = deliver(Verb.OFFER.on(post.id(), who, Map.of("memberId", person.member())));
        office.recorder().write(Op.of(Verb.OFFER, post.id(), person, offered));
        if (offered.ok()) storm.inbox(storm.threadOf(number)).add(Hold.of(post, person, offered.last()));
    }

    private Delivery deliver(Call call) {
        return courier.deliver(call.once(UUID.randomUUID().toString()));
    }
}
