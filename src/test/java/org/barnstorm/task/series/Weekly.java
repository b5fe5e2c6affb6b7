package org.barnstorm.task.series;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;

/** Series to test with: a phone bank once a week, made through the API. Its zone is UTC unless a test says otherwise. */
final class Weekly {
    /** The first time: the day after tomorrow, so that there are four within four weeks. */
    static final LocalDateTime FIRST = day(2);

    private Weekly() {}

    /** Six in the evening, so many days from now. */
    static LocalDateTime day(int days) {
        return LocalDateTime.ofInstant(Instant.now().truncatedTo(DAYS), ZoneOffset.UTC)
                .plusDays(days)
                .plusHours(18);
    }

    /** The time of the n-th week, beginning with 0. */
    static LocalDateTime week(int n) {
        return FIRST.plusWeeks(n);
    }

    static String instant(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC).toString();
    }

    /** As JSON has it: always with seconds. */
    static String json(LocalDateTime time) {
        return time + ":00";
    }

    static Map<String, Object> phoneBank(String group) {
        return new HashMap<>(Map.of(
                "group",
                group,
                "rrule",
                "FREQ=WEEKLY",
                "start",
                json(FIRST),
                "zone",
                "UTC",
                "durationMinutes",
                120,
                "publish",
                true,
                "content",
                Map.of("title", "Ring ten members", "capacity", 5, "remote", true, "effortMinutes", 90)));
    }

    static Map<String, Object> phoneBank(String group, String field, Object value) {
        var wanted = phoneBank(group);
        wanted.put(field, value);
        return wanted;
    }

    static UUID make(Person organiser, String group) {
        return make(organiser, phoneBank(group));
    }

    static UUID make(Person organiser, Map<String, ?> wanted) {
        return UUID.fromString(
                organiser.post("/series", wanted).statusCode(201).extract().path("id"));
    }

    /** The tasks to come, in the order of the rule. */
    static List<UUID> tasks(Person organiser, UUID series) {
        return organiser
                .get("/series/{id}", series)
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("upcoming.taskId", UUID.class);
    }

    /** All times for which there is a task, cancelled ones too. */
    static List<LocalDateTime> made(UUID series) {
        return Sql.column(
                LocalDateTime.class, "select occurrence from task where series_id = ? order by occurrence", series);
    }

    static Duration toFirst() {
        return Duration.between(Instant.now(), FIRST.toInstant(ZoneOffset.UTC));
    }
}
