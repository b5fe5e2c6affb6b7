package org.barnstorm.osdi;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.barnstorm.platform.paging.Leaf;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.time.Span;
import org.barnstorm.platform.time.Timestamps;

/**
 * The part of OData's filters that our data can answer: comparisons of one field with one quoted value, joined by {@code and}.
 * All else is refused, for a filter that is ignored shows more than was asked for.
 */
record Filter(UUID only, Map<Filter.Time, Span> times) {
    static final int LONGEST = 500;

    private static final Pattern COMPARISON =
            Pattern.compile("\\s*(\\w+)\\s+(\\w+)\\s+'((?:[^']|'')*+)'\\s*(?:(and)\\s|$)");
    private static final UUID NOTHING = new UUID(0, 0);

    /** What of a thing is a moment. */
    enum Time {
        CREATED("created_date"),
        MODIFIED("modified_date"),
        START("start_date");

        private final String field;

        Time(String field) {
            this.field = field;
        }
    }

    /** Which fields a list can be filtered by. */
    enum Fields {
        COMMON("identifier, created_date, modified_date"),
        OF_EVENTS("identifier, created_date, modified_date, start_date");

        private final String names;

        Fields(String names) {
            this.names = names;
        }

        private boolean has(Time time) {
            return time != Time.START || this == OF_EVENTS;
        }
    }

    /** @param text null for none */
    static Filter read(String text, Fields fields) {
        var filter = new Filter(null, Map.of());
        if (text == null) return filter;
        var comparison = COMPARISON.matcher(text);
        var position = 0;
        while (comparison.find(position) && comparison.start() == position) {
            filter = filter.and(comparison.group(1), comparison.group(2), comparison.group(3), fields);
            position = comparison.end();
            if (comparison.group(4) == null) return filter;
        }
        throw refused("Write comparisons joined by 'and', as in: modified_date gt '2026-11-21'.", fields);
    }

    private Filter and(String field, String operator, String quoted, Fields fields) {
        var value = quoted.replace("''", "'");
        if (field.equals("identifier")) return withIdentifier(operator, value, fields);
        for (var time : Time.values()) {
            if (time.field.equals(field) && fields.has(time)) return with(time, span(operator, value, fields));
        }
        var why = field.startsWith("email") || field.startsWith("phone")
                ? " Addresses and numbers are shown to nobody."
                : "";
        throw refused("This list has no filter by " + field + "." + why, fields);
    }

    private Filter withIdentifier(String operator, String value, Fields fields) {
        if (!operator.equals("eq")) throw refused("Identifiers can be compared with eq only.", fields);
        var id = Identifiers.id(value).orElse(NOTHING); // those of other systems are not kept: nothing has one
        return new Filter(only == null || only.equals(id) ? id : NOTHING, times);
    }

    private Filter with(Time time, Span span) {
        var both = new EnumMap<Time, Span>(Time.class);
        both.putAll(times);
        both.merge(time, span, Span::and);
        return new Filter(only, both);
    }

    private static Span span(String operator, String value, Fields fields) {
        var moment = moment(value, fields);
        var after = moment.plus(1, ChronoUnit.MICROS);
        var always = Span.ALWAYS;
        return switch (operator) {
            case "eq" -> new Span(moment, after);
            case "gt" -> new Span(after, always.until());
            case "ge" -> new Span(moment, always.until());
            case "lt" -> new Span(always.from(), moment);
            case "le" -> new Span(always.from(), after);
            default -> throw refused("Times can be compared with eq, gt, ge, lt and le.", fields);
        };
    }

    /** A day begins at midnight, UTC. */
    private static Instant moment(String value, Fields fields) {
        try {
            var moment = value.contains("T")
                    ? OffsetDateTime.parse(value).toInstant()
                    : LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
            var known = moment.isAfter(Span.ALWAYS.from()) && moment.isBefore(Span.ALWAYS.until());
            if (known) return Timestamps.kept(moment);
        } catch (DateTimeException e) {
            // said below
        }
        throw refused("A time is written as 2026-11-21 or 2026-11-21T09:30:00Z.", fields);
    }

    private static Refusal refused(String why, Fields fields) {
        return Refusal.malformed(
                "unsupported-filter", why + " Fields that can be filtered by here: " + fields.names + ".");
    }

    Leaf leaf(int page, int size) {
        return new Leaf(page, size, only, time(Time.CREATED), time(Time.MODIFIED), time(Time.START));
    }

    private Span time(Time time) {
        return times.getOrDefault(time, Span.ALWAYS);
    }
}
