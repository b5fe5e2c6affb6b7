package org.barnstorm.access;

import static org.barnstorm.access.Attempt.act;
import static org.barnstorm.access.Attempt.get;
import static org.barnstorm.access.Attempt.post;

import java.util.Map;
import java.util.function.Function;
import org.barnstorm.testing.Person;

/** The situations of calendars. */
final class CalendarSituations {
    private CalendarSituations() {}

    static Map<String, Function<Scene, Attempt>> all() {
        return Map.of(
                "makeCalendar",
                scene -> post("/me/calendars", Map.of("detail", "TIMES")),
                "makeCalendar/group",
                scene -> post("/me/calendars", Map.of("group", scene.town, "detail", "TITLES")),
                "listMyCalendars",
                scene -> {
                    var owner = scene.freshMember();
                    calendar(owner);
                    return get("/me/calendars").about(owner);
                },
                "rotateCalendar",
                scene -> {
                    var owner = scene.freshMember();
                    return act("post", "/me/calendars/" + calendar(owner) + "/rotate")
                            .about(owner);
                },
                "revokeCalendar",
                scene -> {
                    var owner = scene.freshMember();
                    return act("delete", "/me/calendars/" + calendar(owner)).about(owner);
                });
    }

    private static String calendar(Person owner) {
        return owner.post("/me/calendars", Map.of("detail", "TITLES"))
                .statusCode(201)
                .extract()
                .path("id");
    }
}
