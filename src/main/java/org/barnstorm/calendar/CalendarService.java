package org.barnstorm.calendar;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.security.Link;
import org.barnstorm.platform.time.Timestamps;

/** Making, re-linking and revoking calendars: everybody their own. */
@ApplicationScoped
@Transactional
class CalendarService {
    static final int MOST = 20;

    private final CalendarRepository calendars;
    private final Groups groups;
    private final Journal journal;
    private final CalendarConfig config;
    private final RandomGenerator chance;
    private final MeterRegistry meters;
    private final Clock clock;

    CalendarService(
            CalendarRepository calendars,
            Groups groups,
            Journal journal,
            CalendarConfig config,
            RandomGenerator chance,
            MeterRegistry meters,
            Clock clock) {
        this.calendars = calendars;
        this.groups = groups;
        this.journal = journal;
        this.config = config;
        this.chance = chance;
        this.meters = meters;
        this.clock = clock;
    }

    CalendarView make(Caller caller, NewCalendar wanted) {
        var group = wanted.requireSensible().group() == null ? null : groups.at(wanted.group());
        var address = address();
        if (calendars.live(caller.memberId()) >= MOST) {
            throw Refusal.conflict(
                    "too-many-calendars",
                    "You have " + MOST + " calendars with a link, as many as there can be. Revoke one first.");
        }
        var link = Link.random(chance);
        var calendar = new Calendar(
                caller.memberId(), group == null ? null : group.id(), wanted.detail(), link, Timestamps.now(clock));
        calendars.persist(calendar);
        record("calendar.made", calendar);
        return view(calendar, address + CalendarPages.address(link));
    }

    CalendarView show(Caller caller, UUID id) {
        return view(own(caller, calendars.findById(id)), null);
    }

    Slice<CalendarView> mine(Caller caller, Window window) {
        return Slice.of(
                window,
                calendars.of(caller.memberId(), window),
                each -> List.of(each.id().toString()),
                each -> view(each, null));
    }

    CalendarView rotate(Caller caller, UUID id) {
        var calendar = own(caller, calendars.lock(id).orElse(null));
        var address = address();
        var link = Link.random(chance);
        calendar.rotate(link, Timestamps.now(clock));
        record("calendar.rotated", calendar);
        return view(calendar, address + CalendarPages.address(link));
    }

    /** Revoked again, it stays as it is. */
    CalendarView revoke(Caller caller, UUID id) {
        var calendar = own(caller, calendars.lock(id).orElse(null));
        if (!calendar.isRevoked()) {
            calendar.revoke(Timestamps.now(clock));
            record("calendar.revoked", calendar);
        }
        return view(calendar, null);
    }

    private static Calendar own(Caller caller, Calendar calendar) {
        if (calendar == null || !calendar.memberId().equals(caller.memberId())) throw Refusal.notFound("calendar");
        return calendar;
    }

    private String address() {
        return config.address()
                .orElseThrow(() -> Refusal.conflict(
                        "calendars-off",
                        "This service does not know its own public address, so that it can make no links. Ask whoever runs"
                                + " it."));
    }

    /** It concerns a person and no group, also when a group's tasks are in it: whom else does it matter what one follows? */
    private void record(String type, Calendar calendar) {
        meters.counter("barnstorm.calendars", "act", type.substring(type.indexOf('.') + 1))
                .increment();
        journal.append(new Event(type, calendar.id(), null, null, calendar.memberId(), null)
                .with("detail", calendar.detail()));
    }

    private CalendarView view(Calendar calendar, String link) {
        var group = calendar.groupId() == null
                ? null
                : groups.withId(calendar.groupId()).path();
        return CalendarView.of(calendar, group, link);
    }
}
