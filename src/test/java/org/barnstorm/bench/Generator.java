package org.barnstorm.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sends requests over many connections from one thread and times the answers: it shares the machine with what it
 * measures, so it must be cheap. A usual HTTP client costs as much for each request as the service does.
 */
final class Generator implements AutoCloseable {
    private static final long HANGING = Duration.ofSeconds(15).toNanos();
    private static final long LONGEST_NAP_MILLIS = 100;

    /** A request that is due, with the moment from which its answer is timed. */
    record Ticket(Feed.Shot shot, long due) {}

    private final Selector selector = Selector.open();
    private final List<Connection> connections = new ArrayList<>();
    private final ArrayDeque<Connection> idle = new ArrayDeque<>();
    private final ArrayDeque<Ticket> waiting = new ArrayDeque<>();

    Generator(InetSocketAddress server, int size) throws IOException {
        for (var i = 0; i < size; i++) {
            var connection = new Connection(server, selector);
            connections.add(connection);
            idle.add(connection);
        }
    }

    void run(Feed feed) throws IOException {
        run(feed, () -> {}, Duration.ofDays(1));
    }

    /** Sends what the feed has until it is over and everything is answered; {@code report} is called now and then. */
    void run(Feed feed, Runnable report, Duration every) throws IOException {
        var now = System.nanoTime();
        var nextReport = now + every.toNanos();
        while (!feed.over(now) || !waiting.isEmpty() || idle.size() < connections.size()) {
            sendWhatIsDue(feed, now);
            selector.select(key -> read(feed, key), nap(feed.due(now), now));
            now = System.nanoTime();
            if (feed.over(now)) dropWhatWaits(now);
            if (now < nextReport) continue;
            report.run();
            nextReport += every.toNanos();
            giveUp(feed, now);
        }
    }

    private void sendWhatIsDue(Feed feed, long now) throws IOException {
        for (var due = feed.due(now); due <= now; due = feed.due(now)) waiting.add(new Ticket(feed.take(), due));
        while (!waiting.isEmpty() && !idle.isEmpty()) idle.poll().send(waiting.poll());
    }

    /** What the service has not kept up with is counted, not sent for minutes after the end. */
    private void dropWhatWaits(long now) {
        for (var ticket : waiting) ticket.shot().score().count(Score.NOT_SENT, now - ticket.due());
        waiting.clear();
    }

    private static long nap(long due, long now) {
        return due == Feed.NOT_YET
                ? LONGEST_NAP_MILLIS
                : Math.max(1, Math.min(LONGEST_NAP_MILLIS, TimeUnit.NANOSECONDS.toMillis(due - now)));
    }

    private void read(Feed feed, SelectionKey key) {
        var connection = (Connection) key.attachment();
        var answered = connection.read();
        if (answered == null) return;
        answered.ticket()
                .shot()
                .score()
                .count(answered.outcome(), System.nanoTime() - answered.ticket().due());
        idle.add(connection);
        feed.answered();
    }

    /** Counts requests that hang, and frees their connections. */
    private void giveUp(Feed feed, long now) throws IOException {
        for (var connection : connections) {
            var ticket = connection.abandon(now - HANGING);
            if (ticket == null) continue;
            ticket.shot().score().count("no answer", now - ticket.due());
            idle.add(connection);
            feed.answered();
        }
    }

    @Override
    public void close() throws IOException {
        for (var connection : connections) connection.close();
        selector.close();
    }
}
