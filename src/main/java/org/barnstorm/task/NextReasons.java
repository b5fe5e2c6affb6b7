package org.barnstorm.task;

import static org.barnstorm.task.NextReason.Code.ANY_TIME;
import static org.barnstorm.task.NextReason.Code.FITS_TIME;
import static org.barnstorm.task.NextReason.Code.GROUP_LACKS_PEOPLE;
import static org.barnstorm.task.NextReason.Code.INVITED;
import static org.barnstorm.task.NextReason.Code.NEAR;
import static org.barnstorm.task.NextReason.Code.OWN_GROUP;
import static org.barnstorm.task.NextReason.Code.PLACES_OPEN;
import static org.barnstorm.task.NextReason.Code.QUALIFIED;
import static org.barnstorm.task.NextReason.Code.REMOTE;
import static org.barnstorm.task.NextReason.Code.STARTS;
import static org.barnstorm.task.NextReason.Code.UNDER_WAY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in words why a task is suggested to somebody. Only what is true and counts for it is said. */
final class NextReasons {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final int WEEK = 7;
    /** Below this distance tenths of a kilometre are of interest. */
    private static final int SHORT_WAY_KM = 10;

    private NextReasons() {}

    static List<NextReason> of(Candidate task, Seeker seeker, Gap gap) {
        var reasons = new ArrayList<NextReason>();
        if (task.invited()) reasons.add(new NextReason(INVITED, "you were asked in person"));
        addPlace(reasons, task, seeker);
        reasons.add(time(task, seeker.now()));
        reasons.add(new NextReason(PLACES_OPEN, places(task)));
        if (seeker.minutes() != null) {
            var text = "takes " + task.effortMinutes() + " of your " + seeker.minutes() + " minutes";
            reasons.add(new NextReason(FITS_TIME, text));
        }
        if (task.requiredCourseId() != null) reasons.add(new NextReason(QUALIFIED, "you took the course it needs"));
        if (seeker.groups().contains(task.groupId()))
            reasons.add(new NextReason(OWN_GROUP, "belongs to a group of yours"));
        addGap(reasons, task, gap);
        return List.copyOf(reasons);
    }

    private static void addPlace(List<NextReason> reasons, Candidate task, Seeker seeker) {
        if (task.remote()) reasons.add(new NextReason(REMOTE, "can be done from anywhere"));
        var km = task.kmFrom(seeker.position());
        if (km != null)
            reasons.add(new NextReason(NEAR, distance(km) + (seeker.atHome() ? " from your home" : " from you")));
    }

    private static String distance(double km) {
        if (km < 1) return "less than 1 km";
        return km < SHORT_WAY_KM ? String.format(Locale.ROOT, "%.1f km", km) : Math.round(km) + " km";
    }

    private static NextReason time(Candidate task, Instant now) {
        if (task.startsAt() == null) return new NextReason(ANY_TIME, "can be done at any time");
        if (task.startsAt().isAfter(now))
            return new NextReason(STARTS, "starts " + when(task.startsAt(), task.zone(), now));
        return new NextReason(UNDER_WAY, "has begun, and ends " + when(task.endsAt(), task.zone(), now));
    }

    /** As people there would say it today. */
    static String when(Instant moment, ZoneId zone, Instant now) {
        var there = moment.atZone(zone);
        var today = LocalDate.ofInstant(now, zone);
        return day(there.toLocalDate(), today) + " at " + HOUR.format(there);
    }

    private static String day(LocalDate day, LocalDate today) {
        var ahead = ChronoUnit.DAYS.between(today, day);
        if (ahead == 0) return "today";
        if (ahead == 1) return "tomorrow";
        if (ahead < WEEK) return "on " + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return "on " + (day.getYear() == today.getYear() ? DAY : DAY_AND_YEAR).format(day);
    }

    private static String places(Candidate task) {
        if (task.capacity() == 1) return "its only place is still open";
        if (task.taken() == 0) return "all " + task.capacity() + " places are still open";
        return task.free() + " of " + task.capacity() + " places are still open";
    }

    /** Only if there is more to the group's lack than this task. */
    private static void addGap(List<NextReason> reasons, Candidate task, Gap gap) {
        if (gap.places() <= task.capacity() || gap.share() < 0.5) return;
        var text = gap.free() + " of " + gap.places() + " places in the group's newest tasks are open";
        reasons.add(new NextReason(GROUP_LACKS_PEOPLE, text));
    }
}
