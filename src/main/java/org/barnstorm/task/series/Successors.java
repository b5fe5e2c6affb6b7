package org.barnstorm.task.series;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * When a series goes on by another rule: which new occurrence stands for which old one. One on the same day does; else, if
 * both come equally often, the one that is as many steps away. A weekly Tuesday that becomes a Wednesday thus moves by a
 * day each week, and a week that was left out stays left out.
 */
final class Successors {
    private final Recurrence old;
    private final LocalDateTime from;
    private final Recurrence next;

    /** @param from the first occurrence of the old rule that is replaced */
    Successors(Recurrence old, LocalDateTime from, Recurrence next) {
        this.old = old;
        this.from = from;
        this.next = next;
    }

    /** For each of these old occurrences the new one, if there is any; no new one twice. */
    Map<LocalDateTime, LocalDateTime> of(Collection<LocalDateTime> replaced) {
        Map<LocalDateTime, LocalDateTime> found = new LinkedHashMap<>();
        if (replaced.isEmpty()) return found;
        var sorted = new TreeSet<>(replaced);
        var last = sorted.last();
        var olds = old.from(from).takeWhile(time -> !time.isAfter(last)).toList();
        var news = next.from(next.start()).limit(olds.size()).toList();
        var sameSpan = next.from(next.start())
                .takeWhile(time -> !time.toLocalDate().isAfter(last.toLocalDate()))
                .toList();
        Set<LocalDateTime> used = new HashSet<>();
        for (var time : sorted) onTheSameDay(time, sameSpan, used, found);
        if (!old.hasRhythmOf(next)) return found;
        for (var time : sorted) asManySteps(time, olds, news, used, found);
        return found;
    }

    private static void onTheSameDay(
            LocalDateTime time,
            List<LocalDateTime> news,
            Set<LocalDateTime> used,
            Map<LocalDateTime, LocalDateTime> found) {
        news.stream()
                .filter(candidate -> candidate.toLocalDate().equals(time.toLocalDate()) && !used.contains(candidate))
                .findFirst()
                .ifPresent(candidate -> take(time, candidate, used, found));
    }

    private static void asManySteps(
            LocalDateTime time,
            List<LocalDateTime> olds,
            List<LocalDateTime> news,
            Set<LocalDateTime> used,
            Map<LocalDateTime, LocalDateTime> found) {
        var step = olds.indexOf(time);
        if (found.containsKey(time) || step < 0 || step >= news.size() || used.contains(news.get(step))) return;
        take(time, news.get(step), used, found);
    }

    private static void take(
            LocalDateTime time,
            LocalDateTime candidate,
            Set<LocalDateTime> used,
            Map<LocalDateTime, LocalDateTime> found) {
        used.add(candidate);
        found.put(time, candidate);
    }
}
