package org.barnstorm.chaos.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Leads who offer each other places, claim, judge each other's work and cancel, all on the same few tasks and each in an
 * order of their own: what deadlocks if two transactions lock the same rows in different orders (T-14).
 */
final class Tangle {
    private static final int KNOWN = 64;

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
            var post = board.any(random);
            var hold = known[random.nextInt(KNOWN)];
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> claim(post);
                case 3, 4, 5 -> offer(post);
                default -> act(hold);
            }
        }

        private void claim(Post post) {
            if (post == null) return;
            var delivery =
                    courier.deliver(Verb.CLAIM.on(post.id(), who), random.nextInt(2), sending -> office.recorder()
                            .write(Op.of(Verb.CLAIM, post.id(), who, sending)));
            if (delivery.ok()) keep(Hold.of(post, who, delivery.last()));
        }

        private void offer(Post post) {
            var other = office.plan()
                    .leads()
                    .get(random.nextInt(office.plan().leads().size()));
            if (post == null) return;
            var offered = send(Verb.OFFER.on(post.id(), who, Map.of("memberId", other.member())));
            office.recorder().write(Op.of(Verb.OFFER, post.id(), other, offered));
            if (offered.ok()) keep(Hold.of(post, other, offered.last()));
        }

        /** By the person who has it, or by another lead, who may only judge. */
        private void act(Hold hold) {
            if (hold == null) return;
            var outcome = Map.of("fence", hold.fence(), "outcome", Map.of("code", "doors-knocked"));
            switch (random.nextInt(8)) {
                case 0 -> record(Verb.ACCEPT, hold, send(Verb.ACCEPT.on(hold.id(), hold.who())));
                case 1 -> record(Verb.DECLINE, hold, send(Verb.DECLINE.on(hold.id(), hold.who(), Map.of())));
                case 2, 3 ->
                    record(
                            Verb.RELEASE,
                            hold,
                            send(Verb.RELEASE.on(hold.id(), hold.who(), Map.of("fence", hold.fence()))));
                case 4, 5 -> record(Verb.COMPLETE, hold, send(Verb.COMPLETE.on(hold.id(), hold.who(), outcome)));
                case 6 -> record(Verb.VERIFY, hold, send(Verb.VERIFY.on(hold.id(), who)));
                default ->
                    record(Verb.REJECT, hold, send(Verb.REJECT.on(hold.id(), who, Map.of("reason", "Not there."))));
            }
        }

        private void keep(Hold hold) {
            known[random.nextInt(KNOWN)] = hold;
        }

        private Delivery send(Call call) {
            return courier.deliver(call.once(UUID.randomUUID().toString()));
        }

        private void record(Verb verb, Hold hold, Delivery delivery) {
            office.recorder().write(Op.of(verb, hold, delivery));
        }
    }
}
