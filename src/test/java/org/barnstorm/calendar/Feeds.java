package org.barnstorm.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Work;

/** Calendars as programs follow them, and work to be in them. */
final class Feeds {
    static final String ADDRESS = "https://barnstorm.example.org";
    static final Instant SATURDAY = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(20));

    private static final Map<String, Object> LEVEL = Map.of(
            "name",
            "Level, by the cafe",
            "location",
            Map.of("type", "Point", "coordinates", List.of(-0.13412, 50.83123)));

    private Feeds() {}

    static String own(Person person, Detail detail) {
        return made(person, Map.of("detail", detail));
    }

    static String group(Person person, String group) {
        return made(person, Map.of("group", group, "detail", Detail.TITLES));
    }

    private static String made(Person person, Map<String, ?> wanted) {
        String link =
                person.post("/me/calendars", wanted).statusCode(201).extract().path("link");
        assertThat(link).matches(ADDRESS + "/calendars/[A-Za-z0-9_-]{32}\\.ics");
        return link;
    }

    static Response get(String link) {
        return given().get(path(link));
    }

    static String path(String link) {
        return link.substring(ADDRESS.length());
    }

    static String text(String link) {
        var answer = get(link);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("text/calendar; charset=utf-8");
        return Folded.open(new String(answer.asByteArray(), StandardCharsets.UTF_8));
    }

    static ICalendar read(String link) {
        var calendar = Biweekly.parse(text(link)).first();
        if (calendar.getEvents().isEmpty()) return calendar; // the library does not count what an empty one has
        assertThat(calendar.validate(ICalVersion.V2_0))
                .as("%s", calendar.validate(ICalVersion.V2_0))
                .isEmpty();
        return calendar;
    }

    static List<VEvent> events(String link) {
        return read(link).getEvents();
    }

    /** The only entry. */
    static VEvent entry(String link) {
        var events = events(link);
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    static List<String> titles(String link) {
        return events(link).stream().map(event -> event.getSummary().getValue()).toList();
    }

    /** What one sends to make a task on a Saturday at a place. */
    static Map<String, Object> saturday(String group, String title, String audience) {
        var wanted = new HashMap<>(Work.leaflets(group));
        wanted.put("title", title);
        wanted.put("instructions", "The key is under the mat, ring Ada.");
        wanted.put("remote", false);
        wanted.put("place", LEVEL);
        wanted.put("capacity", 5);
        wanted.put("startsAt", SATURDAY.toString());
        wanted.put("endsAt", SATURDAY.plus(Duration.ofHours(2)).toString());
        wanted.put("zone", "Europe/London");
        wanted.put("audience", Map.of("who", audience));
        return wanted;
    }
}
