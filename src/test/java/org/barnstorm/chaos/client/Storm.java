package org.barnstorm.chaos.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Volunteers, organisers and verifiers, all at once: the ordinary work of a movement, as fast as it is answered. */
final class Storm {
    private static final int ORGANISERS = 3;
    private static final int VERIFIERS = 2;

    private final Office office;
    private final Board board;
    private final Pace pace;
    private final List<Queue<Hold>> inboxes = new ArrayList<>();
    private final Queue<Hold> done = new ConcurrentLinkedQueue<>();

    Storm(Office office) {
        this(office, new Board(office.plan().hotTasks(), office.plan().coldTasks()));
    }

    Storm(Office office, Board board) {
        this.office = office;
        this.board = board;
        this.pace = new Pace(office.plan().rate());
        for (var i = 0; i < office.plan().threads(); i++) inboxes.add(new ConcurrentLinkedQueue<>());
    }

    List<Runnable> workers() {
        var workers = new ArrayList<Runnable>();
        var leads = office.plan().leads();
        for (var i = 0; i < office.plan().threads(); i++) workers.add(new Volunteer(this, i));
        for (var i = 0; i < ORGANISERS; i++) workers.add(new Organiser(this, leads.get(i % leads.size()), i));
        for (var i = 0; i < VERIFIERS; i++) workers.add(new Verifier(this, leads.get(i % leads.size()), i));
        for (var i = 0; i < office.plan().tasks().size(); i++) workers.add(new Watch(office, i));
        return workers;
    }

    Office office() {
        return office;
    }

    Pace pace() {
        return pace;
    }

    Board board() {
        return board;
    }

    /** Work that waits to be judged. */
    Queue<Hold> done() {
        return done;
    }

    /** Offers that wait for an answer by one thread's people. */
    Queue<Hold> inbox(int thread) {
        return inboxes.get(thread);
    }

    /** The thread whose person this is, counted in the order of the plan. */
    int threadOf(int person) {
        return person % inboxes.size();
    }

    /** Each thread has its own numbers, the same ones for the same seed. */
    Random random(int thread) {
        return new Random(office.plan().seed() * 1_000_003 + thread);
    }
}
