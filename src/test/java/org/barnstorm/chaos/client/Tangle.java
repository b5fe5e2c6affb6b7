package org.barnstorm.chaos.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Leads who offer each other places, one by one and many at once, claim, move, and judge each other's work, all on the same few tasks and each in an
 * order of their own: what deadlocks if two transactions lock the same rows in different orders (T-14).
 */
final class Tangle {
    private static final int KNOWN = 16;

    private final Office office;
    private final Board board;
    /** Holds that somebody heard of last, in no order. */
    private final Hold[] known = new Hold[KNOWN];

    Tangle(Office office) {
        this.office = office;
        this.board = new Board(office.plan().hotTasks(), office.plan().coldTasks());
    }

    List<Runnable> workers() {
        var storm = new Storm(office, board);
        var workers = new ArrayList<Runnable>();
        for (var i = 0; i < office.plan().threads(); i++) workers.add(new Lead(i));
        workers.add(new Organiser(storm, office.plan().leads().get(0), 0));
        return workers;
    }

    /** Somebody who may do everything, to everybody. */
    private final class Lead implements Runnable {
        private final Someone who;
        private final Random random;
        private final Courier courier;

        Lead(int number) {
            who = office.plan().leads().get(number % office.plan().leads().size());
            random = new Random(office.plan().seed() * 31 + number);
            courier = new Courier(office, random);
        }

        @Override
        public void run() {
            try (courier) {
                while (!office.over()) step();
            }
        }

        private void step() {
            var post = board.pick(random);
            if (post == null) return;
            switch (random.nextInt(10)) {
                case 0, 1 -> claim(post);
                case 2, 3 -> offer(post);
                case 4 -> offerToSeveral(post);
                default -> act(known[random.nextInt(KNOWN)]);
            }
        }

        private void claim(Post post) {
            if (post == null) return;
            var delivery =
                    courier.deliver(Verb.CLAIM.on(post.id(), who), random.nextInt(2), sending -> office.recorder()
                            .write(Op.of(Verb.CLAIM, About.place(post.id(), who), sending)));
            if (delivery.ok()) keep(Hold.of(post, who, delivery.last()));
        }

        private void offer(Post post) {
            var other = anybody();
            var offered = send(Verb.OFFER.on(post.id(), who, Map.of("memberId", other.member())));
            office.recorder().write(Op.of(Verb.OFFER, About.place(post.id(), other), offered));
            if (offered.ok()) keep(Hold.of(post, other, offered.last()));
        }

        private void offerToSeveral(Post post) {
            var several = new ArrayList<>(office.plan().leads());
            Collections.shuffle(several, random);
            Organiser.offerToSeveral(office, courier, post, who, several).forEach(this::keep);
        }

        private Someone anybody() {
            var leads = office.plan().leads();
            return leads.get(random.nextInt(leads.size()));
        }

        /** By the person who has it, or by another lead, who may judge it or give the place to somebody else. */
        private void act(Hold hold) {
            if (hold == null) return;
            var about = About.hold(hold);
            var fenced = about.sending(hold.fence());
            var fence = Map.of("fence", hold.fence());
            var outcome = Map.of("fence", hold.fence(), "outcome", Map.of("code", "doors-knocked"));
            var id = hold.id();
            var holder = hold.who();
            switch (random.nextInt(9)) {
                case 0 -> record(Verb.ACCEPT, about, Verb.ACCEPT.on(id, holder));
                case 1 -> record(Verb.DECLINE, about, Verb.DECLINE.on(id, holder, Map.of()));
                case 2, 3 -> record(Verb.RELEASE, fenced, Verb.RELEASE.on(id, holder, fence));
                case 4, 5 -> record(Verb.COMPLETE, fenced, Verb.COMPLETE.on(id, holder, outcome));
                case 6 -> move(hold);
                case 7 -> judge(hold, about);
                default -> reject(hold, about);
            }
        }

        /** Mostly against it: a verified place is taken for good. */
        private void judge(Hold hold, About about) {
            if (random.nextInt(5) > 0) reject(hold, about);
            else record(Verb.VERIFY, about, Verb.VERIFY.on(hold.id(), who));
        }

        private void reject(Hold hold, About about) {
            record(Verb.REJECT, about, Verb.REJECT.on(hold.id(), who, Map.of("reason", "Not there.")));
        }

        private void move(Hold hold) {
            var to = anybody();
            var body = Map.of("memberId", to.member(), "reason", "They live nearer.");
            var moved = record(Verb.MOVE, About.hold(hold).to(to), Verb.MOVE.on(hold.id(), who, body));
            if (moved.ok()) keep(Hold.of(hold.post(), to, moved.last()));
        }

        private void keep(Hold hold) {
            known[random.nextInt(KNOWN)] = hold;
        }

        private Delivery send(Call call) {
            return courier.deliver(call.once(UUID.randomUUID().toString()));
        }

        private Delivery record(Verb verb, About about, Call call) {
            var delivery = send(call);
            office.recorder().write(Op.of(verb, about, delivery));
            return delivery;
        }
    }
}
