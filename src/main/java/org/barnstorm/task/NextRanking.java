package org.barnstorm.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which of the tasks that somebody can take are best for them now: a sum of five marks between 0 and 1, each with its
 * weight. {@code docs/next.md} says why they are as they are.
 */
final class NextRanking {
    /** Nobody reads more. */
    static final int MOST = 20;
    /** More of one group come after what others have, so that there is something to choose from. */
    static final int OF_ONE_GROUP = 5;

    /** What counts, in hundredths. */
    enum Weight {
        PLACE(35),
        URGENCY(25),
        TIME(15),
        FIT(15),
        GAP(10);

        final int hundredths;

        Weight(int hundredths) {
            this.hundredths = hundredths;
        }
    }

    /** So far away, a place counts half. */
    private static final double HALF_AS_NEAR_KM = 5;
    /** What needs no way counts like a place at that distance, and what does not say where like one at this. */
    private static final double REMOTE_IS_LIKE_KM = 5;

    private static final double UNKNOWN_IS_LIKE_KM = 20;
    /** So long before it begins, work is half as urgent. */
    private static final double HALF_AS_SOON_HOURS = 48;
    /** What can be done at any time is as urgent as what begins in so many hours. */
    private static final double ANY_TIME_IS_LIKE_HOURS = 14 * 24;

    private final Seeker seeker;
    private final Map<UUID, Gap> gaps;

    /** @param gaps of the groups of the tasks; a group that is missing lacks nobody */
    NextRanking(Seeker seeker, Map<UUID, Gap> gaps) {
        this.seeker = seeker;
        this.gaps = gaps;
    }

    /** The best first; of equals, the older one. The same whatever the order in which they come. */
    List<Candidate> best(Collection<Candidate> tasks) {
        var ranked = ranked(tasks);
        var first = new ArrayList<Candidate>();
        var later = new ArrayList<Candidate>();
        var ofGroup = new HashMap<UUID, Integer>();
        for (var task : ranked) {
            var many = ofGroup.merge(task.groupId(), 1, Integer::sum) > OF_ONE_GROUP;
            (many ? later : first).add(task);
        }
        first.addAll(later);
        return List.copyOf(first.subList(0, Math.min(MOST, first.size())));
    }

    /** All of them, by their marks alone. */
    List<Candidate> ranked(Collection<Candidate> tasks) {
        record Marked(Candidate task, double score) {}
        return tasks.stream()
                .map(task -> new Marked(task, score(task)))
                .sorted(Comparator.comparingDouble(Marked::score).reversed().thenComparing(marked -> marked.task()
                        .id()))
                .map(Marked::task)
                .toList();
    }

    /** Between 0 and 100. */
    double score(Candidate task) {
        var sum = 0.0;
        for (var weight : Weight.values()) sum += weight.hundredths * mark(weight, task);
        return sum;
    }

    /** Between 0 and 1. */
    double mark(Weight weight, Candidate task) {
        return switch (weight) {
            case PLACE -> place(task);
            case URGENCY -> urgency(task);
            case TIME -> time(task);
            case FIT -> fit(task);
            case GAP -> gaps.getOrDefault(task.groupId(), Gap.NONE).share();
        };
    }

    /** The nearer the better; the same for all when nobody knows where the person is. */
    private double place(Candidate task) {
        if (seeker.position() == null) return 0;
        var km = task.kmFrom(seeker.position());
        if (km == null) km = task.remote() ? REMOTE_IS_LIKE_KM : UNKNOWN_IS_LIKE_KM;
        return fading(km, HALF_AS_NEAR_KM);
    }

    /** The sooner and the emptier, the more it needs somebody. */
    private double urgency(Candidate task) {
        var open = (double) task.free() / task.capacity();
        return open * fading(hoursUntil(task), HALF_AS_SOON_HOURS);
    }

    private double hoursUntil(Candidate task) {
        if (task.startsAt() == null) return ANY_TIME_IS_LIKE_HOURS;
        var minutes = Duration.between(seeker.now(), task.startsAt()).toMinutes();
        return Math.max(0, minutes) / 60.0;
    }

    /** The more of the time that they have is put to use, the better. */
    private double time(Candidate task) {
        if (seeker.minutes() == null) return 0;
        return Math.min(1, (double) task.effortMinutes() / seeker.minutes());
    }

    /** Asked in person, or one of few who can, or one of the group whose work it is. */
    private double fit(Candidate task) {
        if (task.invited()) return 1;
        var learnt = task.requiredCourseId() == null ? 0 : 0.6;
        var own = seeker.groups().contains(task.groupId()) ? 0.4 : 0;
        return learnt + own;
    }

    /** 1 at nothing, a half at {@code half}, and never quite 0. */
    private static double fading(double value, double half) {
        return half / (half + value);
    }
}
