package org.barnstorm.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;

/**
 * Requests that come when people send them, whether or not the service is ready: an answer that is late counts from when
 * the request should have been sent, so that a slow second is felt by all who came in it (no coordinated omission).
 */
final class OpenModel implements Feed {
    private static final double SECOND = 1e9;

    /** Arrivals of one kind. */
    private abstract static class Stream {
        long next;

        abstract Shot take();
    }

    private final List<Stream> streams = new ArrayList<>();
    private final Random random = new Random(7);
    private final long begin;
    private final long end;

    OpenModel(Duration time) {
        this.begin = System.nanoTime();
        this.end = begin + time.toNanos();
    }

    long begin() {
        return begin;
    }

    /** Independent people: gaps between arrivals are exponential, so that requests also come in bunches. */
    OpenModel with(double perSecond, LongFunction<Shot> shotAt) {
        if (perSecond > 0)
            streams.add(new Stream() {
                {
                    next = begin + gap();
                }

                @Override
                Shot take() {
                    var shot = shotAt.apply(next);
                    next += gap();
                    return shot;
                }

                private long gap() {
                    return (long) (-Math.log(1 - random.nextDouble()) / perSecond * SECOND);
                }
            });
        return this;
    }

    /** All of these at the same moment. */
    OpenModel burst(long at, List<Shot> shots) {
        var left = shots.iterator();
        streams.add(new Stream() {
            {
                next = at;
            }

            @Override
            Shot take() {
                var shot = left.next();
                if (!left.hasNext()) next = NOT_YET;
                return shot;
            }
        });
        return this;
    }

    @Override
    public long due(long now) {
        var first = NOT_YET;
        for (var stream : streams) first = Math.min(first, stream.next);
        return first < end ? first : NOT_YET;
    }

    @Override
    public Shot take() {
        var first = streams.get(0);
        for (var stream : streams) {
            if (stream.next < first.next) first = stream;
        }
        return first.take();
    }

    @Override
    public boolean over(long now) {
        return now >= end || due(now) == NOT_YET;
    }
}
