package org.barnstorm.history;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** Collects the operations of many clients at once, in memory and, if there is one, in a log. */
public final class Recorder {
    private final HistoryLog log;
    /** By number. Those without an outcome yet are in it as unknown. */
    private final Map<Long, Operation> operations = new ConcurrentSkipListMap<>();
    /** Begins with the time, so that a client that was killed and begins again does not repeat its numbers. */
    private final AtomicLong number = new AtomicLong(System.nanoTime());

    /** In memory only. */
    public Recorder() {
        this(null);
    }

    /** Every line is in the file before anything is sent, and before anybody else learns of an answer. */
    public Recorder(HistoryLog log) {
        this.log = log;
    }

    /** To be called just before the request is sent. */
    public Pending invoke(String client, Ask ask) {
        var operation = new Operation(number.incrementAndGet(), client, ask, System.nanoTime(), Outcome.UNKNOWN);
        operations.put(operation.number(), operation);
        if (log != null) log.invoked(operation);
        return new Pending(this, operation);
    }

    Operation settle(Operation asked, Outcome outcome) {
        var settled = new Operation(asked.number(), asked.client(), asked.ask(), asked.invoked(), outcome);
        operations.put(settled.number(), settled);
        if (log != null) log.settled(settled);
        return settled;
    }

    /** What was recorded until now. */
    public History history() {
        return new History(new ArrayList<>(operations.values()));
    }
}
