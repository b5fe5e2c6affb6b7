package org.barnstorm.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.security.Link;
import org.barnstorm.task.Appointment;
import org.barnstorm.task.Appointments;

/** What is behind a link, for whoever has it: what the calendar's owner may read now. Nobody is asked who they are. */
@ApplicationScoped
@Transactional
class CalendarReader {
    /** Of each kind of entry; programs choke on more, and nobody reads them. */
    private static final int MOST = 500;

    private final CalendarRepository calendars;
    private final Appointments appointments;
    private final Groups groups;
    private final CalendarConfig config;
    private final Clock clock;

    CalendarReader(
            CalendarRepository calendars,
            Appointments appointments,
            Groups groups,
            CalendarConfig config,
            Clock clock) {
        this.calendars = calendars;
        this.appointments = appointments;
        this.groups = groups;
        this.config = config;
        this.clock = clock;
    }

    Optional<Feed> read(Link link) {
        return calendars.behind(link).map(this::feed);
    }

    private Feed feed(Calendar calendar) {
        var entries = entries(calendar);
        var ids = Stream.concat(entries.stream().map(Appointment::groupId), Stream.ofNullable(calendar.groupId()))
                .collect(Collectors.toSet());
        // Nothing else is named where only times are to be said.
        var names = groups.names(calendar.detail() == Detail.TIMES ? Set.of() : ids);
        var group = calendar.groupId() == null ? null : names.get(calendar.groupId());
        return new Feed(calendar.id(), group, calendar.detail(), entries, names, config.refresh());
    }

    private List<Appointment> entries(Calendar calendar) {
        var since = clock.instant().minus(config.past());
        if (calendar.groupId() == null) return appointments.of(calendar.memberId(), since, MOST);
        return appointments.forEverybody(calendar.memberId(), groups.withId(calendar.groupId()), since, MOST);
    }
}
