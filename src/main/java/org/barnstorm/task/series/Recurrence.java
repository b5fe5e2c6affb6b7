package org.barnstorm.task.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.barnstorm.platform.problem.Refusal;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * When something happens again: a rule of RFC 5545 from a first time, on the wall clock of a place. The library counts
 * days on that wall; which moment a time on it is, {@link #at} says.
 *
 * @param rrule without the name: {@code FREQ=WEEKLY;BYDAY=TU}
 * @param start the first occurrence
 */
record Recurrence(String rrule, LocalDateTime start, ZoneId zone) {
    static final int LONGEST = 500;

    /** More often than daily is no work for people; these also make sets too large to look at. */
    private static final Set<Freq> TOO_OFTEN = EnumSet.of(Freq.SECONDLY, Freq.MINUTELY, Freq.HOURLY);

    private static final int LONGEST_INTERVAL = 1000;

    /** How many times of one day a rule can name. */
    private static final int MOST_A_DAY = 24;

    /** How far a rule is looked at when it is checked: leap years are in it. */
    private static final int YEARS_LOOKED_AT = 9;

    private static final int YEARS_OF_REACH = 5;

    private static final int MOST_LOOKED_AT = 4000;

    /**
     * Checks a rule that somebody has sent.
     *
     * @param horizon how far ahead tasks are made
     * @param most how many there may be within any such time
     */
    static Recurrence checked(String rrule, LocalDateTime start, ZoneId zone, Duration horizon, int most) {
        var rule = read(rrule);
        requireSeldom(rule);
        var recurrence = new Recurrence(rule.toString(), start, zone);
        recurrence.requireStart();
        recurrence.requireAtMost(most, horizon);
        return recurrence;
    }

    /**
     * The moment of a time on the wall (RFC 5545 section 3.3.5). A time that the clock skips in spring is read with the
     * offset before the gap, so that it comes as much later; of a time that comes twice in autumn it is the first.
     */
    Instant at(LocalDateTime time) {
        return ZonedDateTime.of(time, zone).toInstant();
    }

    /** What the clock on the wall shows at a moment. */
    LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, zone);
    }

    /** All occurrences that are not before this time. */
    Stream<LocalDateTime> from(LocalDateTime time) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(occurrences(time), Spliterator.ORDERED), false);
    }

    /** Whether a time is near enough to be counted to. */
    boolean isWithinReach(Instant now, LocalDateTime time) {
        var today = local(now);
        return time.isAfter(today.minusYears(YEARS_OF_REACH)) && time.isBefore(today.plusYears(YEARS_OF_REACH));
    }

    boolean has(LocalDateTime time) {
        return from(time).findFirst().filter(time::equals).isPresent();
    }

    /** The same rule from one of its occurrences on: what is left of it, if it counts. */
    Recurrence remaining(LocalDateTime from) {
        var rule = read(rrule);
        if (rule.getCount() == null) return new Recurrence(rrule, from, zone);
        var past = (int) from(start).takeWhile(time -> time.isBefore(from)).count();
        rule.setCount(rule.getCount() - past);
        return new Recurrence(rule.toString(), from, zone);
    }

    /** Whether both come equally often, as every second week: then the third of one stands for the third of the other. */
    boolean hasRhythmOf(Recurrence other) {
        var own = read(rrule);
        var others = read(other.rrule);
        return own.getFreq() == others.getFreq() && own.getInterval() == others.getInterval();
    }

    private void requireStart() {
        var first = from(start).findFirst();
        if (first.filter(start::equals).isPresent()) return;
        var refusal = Refusal.invalid(
                "start-not-in-rule",
                "The first time is not one that the rule gives"
                        + first.map(time -> ": " + time + " is the next. Start then, or change the rule.")
                                .orElse(", and there is none after it. Change the rule."));
        throw first.isPresent() ? refusal.with("next", first.get().toString()) : refusal;
    }

    private void requireAtMost(int most, Duration horizon) {
        var within = new ArrayDeque<Instant>();
        var last = start.plusYears(YEARS_LOOKED_AT);
        for (var moment : (Iterable<Instant>) from(start)
                .takeWhile(time -> time.isBefore(last))
                .limit(MOST_LOOKED_AT)
                .map(this::at)::iterator) {
            within.add(moment);
            while (!within.getFirst().plus(horizon).isAfter(moment)) within.removeFirst();
            if (within.size() > most) throw tooOften(most, horizon);
        }
    }

    private static Refusal tooOften(int most, Duration horizon) {
        return Refusal.invalid(
                        "rrule-too-often",
                        "The rule makes more than " + most + " tasks within " + horizon.toDays()
                                + " days. Make one task with more places, or a rule that comes less often.")
                .with("most", most);
    }

    private Iterator<LocalDateTime> occurrences(LocalDateTime from) {
        var rule = read(rrule);
        var until = rule.getUntil() == null ? null : moment(rule.getUntil());
        // The library compares times on the wall with times on the wall; the moment itself is compared below.
        if (until != null) rule.setUntil(floating(local(until).plusDays(1)));
        return new Occurrences(rule, from, until);
    }

    /** RFC 5545 wants a moment in UTC; a date or a time without an offset is read on the wall of the place. */
    private Instant moment(DateTime until) {
        if (!until.isFloating()) return Instant.ofEpochMilli(until.getTimestamp());
        if (until.isAllDay()) return at(time(until).plusDays(1).minusSeconds(1));
        return at(time(until));
    }

    private static RecurrenceRule read(String rrule) {
        try {
            return new RecurrenceRule(rrule, RecurrenceRule.RfcMode.RFC5545_STRICT);
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
            throw invalid(e.getMessage());
        }
    }

    private static void requireSeldom(RecurrenceRule rule) {
        if (TOO_OFTEN.contains(rule.getFreq())) throw invalid("FREQ is DAILY, WEEKLY, MONTHLY or YEARLY here");
        if (rule.getInterval() > LONGEST_INTERVAL) throw invalid("INTERVAL is at most " + LONGEST_INTERVAL + " here");
        if (rule.hasPart(Part.BYSECOND)) throw invalid("BYSECOND is not used here; times are to the minute");
        if (parts(rule, Part.BYHOUR) * parts(rule, Part.BYMINUTE) > MOST_A_DAY)
            throw invalid("BYHOUR and BYMINUTE name more than " + MOST_A_DAY + " times of a day");
    }

    private static int parts(RecurrenceRule rule, Part part) {
        return rule.hasPart(part) ? rule.getByPart(part).size() : 1;
    }

    private static Refusal invalid(String why) {
        return Refusal.invalid("invalid-rrule", "This is not a rule that RFC 5545 section 3.3.10 has: " + why + ".");
    }

    private static DateTime floating(LocalDateTime time) {
        return new DateTime(
                time.getYear(),
                time.getMonthValue() - 1, // the library counts months like java.util.Calendar
                time.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond());
    }

    private static LocalDateTime time(DateTime time) {
        return LocalDateTime.of(
                time.getYear(),
                time.getMonth() + 1,
                time.getDayOfMonth(),
                time.getHours(),
                time.getMinutes(),
                time.getSeconds());
    }

    /** Looks one occurrence ahead. A rule that never comes again makes the library give up: then there is none. */
    private final class Occurrences implements Iterator<LocalDateTime> {
        private final RecurrenceRuleIterator found;
        private final Instant until;
        private LocalDateTime next;

        Occurrences(RecurrenceRule rule, LocalDateTime from, Instant until) {
            this.until = until;
            this.found = begin(rule, from);
            do next = advance();
            while (next != null && next.isBefore(from));
        }

        private RecurrenceRuleIterator begin(RecurrenceRule rule, LocalDateTime from) {
            try {
                var iterator = rule.iterator(floating(start));
                if (from.isAfter(start)) iterator.fastForward(floating(from));
                return iterator;
            } catch (IllegalArgumentException e) {
                return null;
            }
        }

        private LocalDateTime advance() {
            try {
                while (found != null && found.hasNext()) {
                    var time = time(found.nextDateTime());
                    if (until == null || !at(time).isAfter(until)) return time;
                }
                return null;
            } catch (IllegalArgumentException e) {
                return null;
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public LocalDateTime next() {
            var current = next;
            next = advance();
            return current;
        }
    }
}
