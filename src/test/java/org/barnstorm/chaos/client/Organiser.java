package org.barnstorm.chaos.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Opens tasks where others are used up, cancels some of those, and offers places to one person or to several. */
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
        if (slot != null) {
            fill(slot);
            return;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20 + random.nextInt(80)));
        var post = storm.board().any(random);
        if (post == null) return;
        if (post.hot() && random.nextInt(3) == 0) offerToSeveral(post);
        else offer(post, random.nextInt(office.plan().people().size()));
    }

    private void fill(int slot) {
        var post = open(storm.board().isHot(slot));
        if (post == null) { // refused, or the run is over
            storm.board().stillVacant(slot);
            return;
        }
        var before = storm.board().fill(slot, post);
        if (before != null && random.nextInt(10) == 0) cancel(before);
    }

    private Post open(boolean hot) {
        var places = 1 + random.nextInt(4);
        var brief = random.nextBoolean();
        var made = deliver(Verb.CREATE.on("", who, wanted(office.plan(), places, brief)));
        if (!made.ok()) return null;
        var id = made.last().id();
        var post = hot ? Post.hot(id, places, brief, random.nextBoolean()) : Post.cold(id, places, brief);
        office.recorder().write(Op.of(Verb.CREATE, About.making(post), made));
        var published = deliver(Verb.PUBLISH.on(id, who));
        office.recorder().write(Op.of(Verb.PUBLISH, About.task(id), published));
        return published.ok() ? post : null;
    }

    /**
     * What one sends to make a task that anybody can do from home.
     *
     * @param brief the shortest lease that there is; a trigger in the suite's database makes it one of seconds
     */
    static Map<String, Object> wanted(Plan plan, int places, boolean brief) {
        var wanted = new HashMap<String, Object>();
        wanted.put("group", plan.group());
        wanted.put("title", "Leaflets in Hanover");
        wanted.put("remote", true);
        wanted.put("effortMinutes", 60);
        wanted.put("capacity", places);
        wanted.put("leaseHours", brief ? 1 : 48);
        return wanted;
    }

    private void cancel(Post post) {
        office.recorder().write(Op.of(Verb.CANCEL, About.task(post.id()), deliver(Verb.CANCEL.on(post.id(), who))));
    }

    private void offer(Post post, int number) {
        var person = office.plan().people().get(number);
        var offered = deliver(Verb.OFFER.on(post.id(), who, Map.of("memberId", person.member())));
        office.recorder().write(Op.of(Verb.OFFER, About.place(post.id(), person), offered));
        if (offered.ok()) storm.inbox(storm.threadOf(number)).add(Hold.of(post, person, offered.last()));
    }

    private void offerToSeveral(Post post) {
        var several = new ArrayList<>(office.plan()
                .people()
                .subList(0, Math.min(office.plan().people().size(), 40)));
        Collections.shuffle(several, random);
        offerToSeveral(office, courier, post, who, several.subList(0, Math.min(several.size(), 1 + random.nextInt(8))));
    }

    /** In the order given, which is nobody else's. */
    static List<Hold> offerToSeveral(Office office, Courier courier, Post post, Someone who, List<Someone> people) {
        var ids = people.stream().map(Someone::member).toList();
        var call = Verb.OFFER.on(post.id(), who, Map.of("memberIds", ids));
        var delivery = courier.deliver(call.once(UUID.randomUUID().toString()));
        var items = delivery.last().body().path("items");
        var holds = new ArrayList<Hold>();
        for (var i = 0; i < people.size(); i++) {
            var about = About.place(post.id(), people.get(i));
            var item = items.path(i);
            var op = delivery.ok() ? Op.of(Verb.OFFER, about, item, delivery) : Op.of(Verb.OFFER, about, delivery);
            office.recorder().write(op);
            if (op.isOk())
                holds.add(
                        new Hold(post, people.get(i), op.told().id(), op.told().fence()));
        }
        return holds;
    }

    private Delivery deliver(Call call) {
        return courier.deliver(call.once(UUID.randomUUID().toString()));
    }
}
