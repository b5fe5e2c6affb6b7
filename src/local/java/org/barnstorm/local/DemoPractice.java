package org.barnstorm.local;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Learning in real life: a live session that one can join, and a practical that the volunteer has begun. */
final class DemoPractice {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final Function<String, DemoApi> as;
    private final String town;
    private final String course;

    DemoPractice(Function<String, DemoApi> as, String town, String course) {
        this.as = as;
        this.town = town;
        this.course = "/courses/" + course;
    }

    void make() {
        session();
        rules();
        practical();
    }

    /** The next Thursday that is not today. */
    private void session() {
        var thursday = LocalDate.now(ZONE).with(TemporalAdjusters.next(DayOfWeek.THURSDAY));
        var start = thursday.atTime(LocalTime.of(18, 30)).atZone(ZONE).toInstant();
        as.apply("trainer")
                .post(
                        course + "/live-sessions",
                        "session-" + thursday,
                        Map.of(
                                "group",
                                town,
                                "module",
                                "evening",
                                "startsAt",
                                start.toString(),
                                "endsAt",
                                start.plusSeconds(2 * 3600).toString(),
                                "place",
                                Map.of("name", "Hanover Community Centre, Southover Street"),
                                "link",
                                "https://meet.example.org/listening",
                                "capacity",
                                12));
    }

    /** One verified evening at the doors is the practical; six in half a year keep the qualification. */
    private void rules() {
        var lead = as.apply("local-lead");
        if (lead.get(course + "/practicals").path("items").isEmpty()) {
            lead.put(course + "/practicals/walk", Map.of("work", Map.of("kind", "canvass", "results", 1)));
        }
        if (!lead.exists(course + "/renewal"))
            lead.put(course + "/renewal", Map.of("work", Map.of("kind", "canvass", "results", 6, "months", 6)));
    }

    private void practical() {
        var tasks = as.apply("organiser").get("/tasks?mine=true").path("items");
        StreamSupport.stream(tasks.spliterator(), false)
                .filter(task -> task.path("kind").asText().equals("canvass"))
                .forEach(task ->
                        as.apply("volunteer").put("/tasks/" + task.path("id").asText() + "/claim"));
    }
}
