package org.barnstorm.local;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Something at a time and a place for the whole movement, and the volunteer's calendars that have it. */
final class DemoCalendar {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final Function<String, DemoApi> as;
    private final String town;
    private final Progress progress;

    DemoCalendar(Function<String, DemoApi> as, String town, Progress progress) {
        this.as = as;
        this.town = town;
        this.progress = progress;
    }

    void make() {
        var saturday = LocalDate.now(ZONE).with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        var lead = as.apply("local-lead");
        var task = lead.post("/tasks", "stall-" + saturday, stall(saturday));
        var path = "/tasks/" + task.path("id").asText();
        if (task.path("status").asText().equals("DRAFT")) lead.post(path + "/publish");
        as.apply("volunteer").put(path + "/claim");
        calendar("of the volunteer's commitments", Map.of("detail", "PLACES"));
        calendar("of the town", Map.of("group", town, "detail", "TITLES"));
    }

    /** The link is told once; a start after an interrupted one has no more to say. */
    private void calendar(String what, Map<String, ?> wanted) {
        var made = as.apply("volunteer").post("/me/calendars", "calendar-" + wanted.get("detail"), wanted);
        if (made.hasNonNull("link"))
            progress.say("Calendar %s: %s", what, made.path("link").asText());
    }

    private Map<String, Object> stall(LocalDate day) {
        var wanted = new HashMap<String, Object>();
        wanted.put("group", town);
        wanted.put("title", "Stall on the Level");
        wanted.put("instructions", "Come for an hour or for three.");
        wanted.put("capacity", 8);
        wanted.put("effortMinutes", 60);
        wanted.put("startsAt", moment(day, 10));
        wanted.put("endsAt", moment(day, 13));
        wanted.put("audience", Map.of("who", "MOVEMENT"));
        var point = Map.of("type", "Point", "coordinates", List.of(-0.1344, 50.8304));
        wanted.put("place", Map.of("name", "The Level, by the fountains", "location", point));
        return wanted;
    }

    private static String moment(LocalDate day, int hour) {
        return LocalDateTime.of(day, LocalTime.of(hour, 0))
                .atZone(ZONE)
                .toInstant()
                .toString();
    }
}
