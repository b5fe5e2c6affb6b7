package org.barnstorm.task.series;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.barnstorm.group.Groups;
import org.barnstorm.mandate.Probation;
import org.barnstorm.task.Instances;

/** Makes the tasks of a series, as far ahead as the movement wants. Works under the lock of the series. */
@ApplicationScoped
class SeriesMaker {
    private final SeriesRepository series;
    private final Instances instances;
    private final Probation probation;
    private final Groups groups;
    private final SeriesConfig config;
    private final MeterRegistry meters;
    private final Clock clock;

    SeriesMaker(
            SeriesRepository series,
            Instances instances,
            Probation probation,
            Groups groups,
            SeriesConfig config,
            MeterRegistry meters,
            Clock clock) {
        this.series = series;
        this.instances = instances;
        this.probation = probation;
        this.groups = groups;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    /** Until when there should be tasks. */
    Instant horizon() {
        return clock.instant().plus(config.horizon());
    }

    /**
     * Makes what is missing between now and the horizon. Times that went by while nobody looked are not made up for.
     *
     * @return how many tasks it made
     */
    int makeAhead(Series of) {
        var now = clock.instant();
        var content = of.content();
        var when = content.recurrence();
        var opening = opening(of);
        var group = groups.withId(of.groupId()).path();
        var begin = when.local(now).minusDays(1); // a clock that is changed moves a time by less
        var made = instances.made(of.id(), begin);
        var count = 0;
        Instant next = null;
        for (var times = when.from(begin).iterator(); times.hasNext() && next == null; ) {
            var time = times.next();
            if (of.isBeyondEnd(time)) break;
            var moment = when.at(time);
            if (!of.wants(time) || !moment.isAfter(now) || made.contains(time)) continue;
            if (moment.isAfter(horizon()) || count == config.most()) {
                next = moment;
            } else {
                instances.make(of.id(), time, content.task(group, time), of.createdBy(), opening);
                count++;
            }
        }
        series.madeUntil(of, next);
        series.getEntityManager().refresh(of);
        count("made", count);
        return count;
    }

    /** Its tasks are looked at until whoever made it on probation has served that, also when their mandate has ended. */
    private Instances.Opening opening(Series of) {
        if (!of.content().publish()) return Instances.Opening.DRAFT;
        return of.isOnProbation() && !probation.hasServed(of.createdBy(), groups.withId(of.groupId()))
                ? Instances.Opening.REVIEWED
                : Instances.Opening.OPEN;
    }

    /** For the metric: what became of tasks of series. */
    void count(String result, int count) {
        meters.counter("barnstorm.series.tasks", "result", result).increment(count);
    }
}
