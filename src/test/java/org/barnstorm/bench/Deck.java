package org.barnstorm.bench;

import java.util.concurrent.atomic.AtomicInteger;

/** Claims that nobody has made yet: of each person, in scattered order, one after another, each on a task of their town. */
final class Deck {
    private static final int SCATTER = 7_919;

    private final World world;
    private final int first;
    private final int people;
    private final AtomicInteger dealt = new AtomicInteger();

    /** @param first the number of the first member whose claims these are; members of other decks are others */
    Deck(World world, int first, int people) {
        this.world = world;
        this.first = first;
        this.people = people;
    }

    /** A member and a task by their numbers. */
    record Claim(int member, int task) {}

    Claim deal() {
        var number = dealt.getAndIncrement();
        var round = number / people;
        if (round >= world.tasksInTown()) {
            throw new IllegalStateException("Everybody has claimed everything: -Dbench.tasks must be larger");
        }
        // 64 bits, as the product does not fit into 32. SCATTER is a prime: each member comes once in each round.
        var member = first + (int) ((long) (number % people) * SCATTER % people);
        var town = world.townOf(member);
        return new Claim(member, world.task(town, (member / world.plan().towns() + round) % world.tasksInTown()));
    }

    int dealt() {
        return dealt.get();
    }
}
