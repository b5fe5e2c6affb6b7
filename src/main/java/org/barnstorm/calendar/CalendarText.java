package org.barnstorm.calendar;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.text.ICalWriter;
import biweekly.property.Classification;
import biweekly.property.Geo;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.UtcOffset;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.regex.Pattern;
import org.barnstorm.platform.GeoPoint;
import org.barnstorm.task.Appointment;

/**
 * Writes a calendar as iCalendar (RFC 5545 and 7986). All times are UTC: each occurrence of a series is an entry of its own
 * with the moments that its task has, so that no program computes with a zone. The same calendar is always the same text.
 */
final class CalendarText {
    private static final String PROGRAM = "-//Barnstorm//Calendars 1//EN";
    private static final String OFFERED = "It is offered to you: accept or decline it.";
    private static final String SIGN_IN = "Sign in to see where, and to take a place.";

    /** With the offset, without which an hour of autumn is told twice. */
    private static final DateTimeFormatter WALL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT);

    /** RFC 5545 has no way to write most of these (section 3.1, CONTROL), and titles of tasks can have them. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");

    private CalendarText() {}

    static String of(Feed feed) {
        var calendar = new ICalendar();
        calendar.setProductId(PROGRAM);
        calendar.setUid(feed.id().toString());
        var name = name(feed);
        calendar.setName(name);
        refresh(calendar, feed);
        feed.changedAt().ifPresent(changed -> calendar.setLastModified(Date.from(changed)));
        // What programs read that are older than RFC 7986.
        calendar.addExperimentalProperty("X-WR-CALNAME", VObjectPropertyValues.escape(name));
        feed.entries().forEach(entry -> calendar.addEvent(event(entry, feed)));
        if (feed.entries().isEmpty()) calendar.addComponent(something());
        return Folding.fold(write(calendar));
    }

    /** RFC 7986 wants to be told the type (section 5.7), which the library leaves out. */
    private static void refresh(ICalendar calendar, Feed feed) {
        var minutes = Math.toIntExact(feed.refresh().toMinutes());
        var interval = new Duration.Builder().minutes(minutes).build();
        calendar.setRefreshInterval(interval).setParameter("VALUE", "DURATION");
        calendar.addExperimentalProperty("X-PUBLISHED-TTL", interval.toString());
    }

    /** A calendar has at least one component (RFC 5545, section 3.6), and this one means nothing. */
    private static VTimezone something() {
        var standard = new StandardTime();
        standard.setDateStart(new DateTimeComponents(1970, 1, 1, 0, 0, 0, false));
        standard.setTimezoneOffsetFrom(new UtcOffset(0));
        standard.setTimezoneOffsetTo(new UtcOffset(0));
        var zone = new VTimezone("Etc/UTC");
        zone.addStandardTime(standard);
        return zone;
    }

    private static String name(Feed feed) {
        if (feed.detail() == Detail.TIMES) return "Appointments";
        return feed.isOwn() ? "My commitments" : line(feed.group());
    }

    private static VEvent event(Appointment entry, Feed feed) {
        var event = new VEvent();
        event.setUid(entry.id().toString());
        // Without a METHOD this is when it changed last (RFC 5545, section 3.8.7.2), and the same however often one
        // asks.
        event.setDateTimeStamp(Date.from(entry.changedAt()));
        event.setLastModified(Date.from(entry.changedAt()));
        event.setSequence((int) Math.min(entry.sequence(), Integer.MAX_VALUE));
        event.setDateStart(Date.from(entry.startsAt()));
        event.setDateEnd(Date.from(entry.endsAt()));
        event.setStatus(status(entry));
        // What others may do takes none of one's time.
        event.setTransparency(!feed.isOwn() || entry.state() == Appointment.State.CANCELLED);
        if (feed.isOwn()) event.setClassification(Classification.PRIVATE);
        say(entry, feed, event);
        return event;
    }

    private static void say(Appointment entry, Feed feed, VEvent event) {
        if (feed.detail() == Detail.TIMES) {
            event.setSummary("Busy");
            return;
        }
        event.setSummary(entry.title() == null ? "Called off" : line(entry.title()));
        event.setDescription(description(entry, feed));
        if (feed.detail() == Detail.PLACES && entry.place() != null) {
            if (entry.place().name() != null)
                event.setLocation(line(entry.place().name()));
            var point = entry.place().location();
            if (point != null) event.setGeo(geo(point));
        }
    }

    private static String description(Appointment entry, Feed feed) {
        var when = wall(entry.startsAt(), entry.zone()) + " to " + wall(entry.endsAt(), entry.zone()) + ", "
                + entry.zone();
        var lines = line(feed.groups().get(entry.groupId())) + "\n" + when;
        return switch (entry.state()) {
            case TENTATIVE -> lines + "\n" + OFFERED;
            case CONFIRMED -> feed.isOwn() ? lines : lines + "\n" + SIGN_IN;
            case CANCELLED -> lines;
        };
    }

    private static String wall(Instant moment, ZoneId zone) {
        return WALL.format(moment.atZone(zone));
    }

    private static Status status(Appointment entry) {
        return switch (entry.state()) {
            case TENTATIVE -> Status.tentative();
            case CONFIRMED -> Status.confirmed();
            case CANCELLED -> Status.cancelled();
        };
    }

    private static Geo geo(GeoPoint point) {
        return new Geo(
                GeoPoint.latitude(point).doubleValue(),
                GeoPoint.longitude(point).doubleValue());
    }

    private static String line(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }

    /** In lines as long as they are: the library would fold them by characters, and the standard counts bytes. */
    private static String write(ICalendar calendar) {
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException("In memory nothing fails", e);
        }
        return text.toString();
    }
}
