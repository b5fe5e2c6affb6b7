package org.barnstorm.bench;

import java.time.Duration;
import java.util.function.Supplier;

/** So many clients, each of which sends its next request when it has the answer to the last: how much the service can do. */
final class ClosedLoop implements Feed {
    private final int clients;
    private final Supplier<Shot> shots;
    private final long end;
    private int left;
    private int inFlight;

    ClosedLoop(int clients, Duration time, Supplier<Shot> shots) {
        this(clients, time, Integer.MAX_VALUE, shots);
    }

    /** @param most requests are sent, all in all */
    ClosedLoop(int clients, Duration time, int most, Supplier<Shot> shots) {
        this.clients = clients;
        this.shots = shots;
        this.left = most;
        this.end = System.nanoTime() + time.toNanos();
    }

    @Override
    public long due(long now) {
        return inFlight < clients && !over(now) ? now : NOT_YET;
    }

    @Override
    public Shot take() {
        inFlight++;
        left--;
        return shots.get();
    }

    @Override
    public void answered() {
        inFlight--;
    }

    @Override
    public boolean over(long now) {
        return now >= end || left == 0;
    }
}
