package org.barnstorm.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Kills servers at random moments, and starts them again as whoever runs them would. */
final class Saboteur {
    private final Stack stack;
    private final Random random;
    private final List<Kill> kills = new ArrayList<>();

    Saboteur(Stack stack, long seed) {
        this.stack = stack;
        this.random = new Random(seed);
    }

    /**
     * The next in turn, a while after everything was up again: now a replica, now PostgreSQL, now and then both.
     *
     * @param calm at most so many seconds during which everything is left alone before
     */
    void strike(int calm) throws InterruptedException {
        Thread.sleep(300 + random.nextInt(calm * 1_000));
        var number = kills.size();
        var replica = stack.replica(number / 2 % 2);
        if (number % 10 == 9) both(replica);
        else if (number % 2 == 0) service(replica);
        else postgres();
    }

    private void service(Replica replica) {
        kills.add(new Kill("replica", replica.number(), System.nanoTime()));
        replica.kill();
        replica.start();
        replica.awaitReady();
    }

    private void postgres() {
        kills.add(new Kill("PostgreSQL", -1, System.nanoTime()));
        stack.postgres().kill();
        stack.postgres().start();
    }

    private void both(Replica replica) {
        kills.add(new Kill("both", replica.number(), System.nanoTime()));
        replica.kill();
        stack.postgres().kill();
        stack.postgres().start();
        replica.start();
        replica.awaitReady();
    }

    List<Kill> kills() {
        return kills;
    }

    /** Of services, alone or together with PostgreSQL. */
    long services() {
        return kills.stream().filter(kill -> kill.replica() >= 0).count();
    }

    long databases() {
        return kills.stream().filter(kill -> !kill.what().equals("replica")).count();
    }
}
