package org.barnstorm.local;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Where the demo accounts stand on the ladder: each has a next step of another kind in {@code GET /me/path}. */
final class DemoLadder {
    private final Function<String, DemoApi> as;
    private final String movement;
    private final String town;

    DemoLadder(Function<String, DemoApi> as, String movement, String town) {
        this.as = as;
        this.movement = movement;
        this.town = town;
    }

    void make() {
        oneModuleLeft();
        oneVouch();
        workForWhoIsTrained();
        runsOutSoon();
        waitsForTheLeadAbove();
    }

    /** The volunteer: finish module 3, and you can organise in Brighton. */
    private void oneModuleLeft() {
        var course = course("Organiser 101");
        publish(
                "local-lead",
                course,
                "organiser",
                reading("ask", "How to ask somebody to come along"),
                reading("plan", "How to plan an evening"),
                reading("follow-up", "What to do the day after"));
        var volunteer = as.apply("volunteer");
        var enrolment = enrol("volunteer", course, "organiser");
        for (var module : List.of("ask", "plan")) volunteer.post(enrolment + "/steps/" + module + "/done");
    }

    private void oneVouch() {
        as.apply("local-lead")
                .post(
                        "/groups/" + town + "/vouches",
                        "ladder-vouch",
                        Map.of("memberId", as.apply("volunteer").memberId()));
    }

    /** What "On the doorstep" opens. */
    private void workForWhoIsTrained() {
        var lead = as.apply("local-lead");
        var task = lead.post(
                "/tasks",
                "ladder-task",
                Map.of(
                        "group",
                        town,
                        "title",
                        "Knock on doors in Kemptown",
                        "capacity",
                        4,
                        "place",
                        Map.of("name", "St George's Church, Kemptown"),
                        "effortMinutes",
                        120,
                        "kind",
                        "canvass",
                        "requiredCourseId",
                        course("On the doorstep").substring("/courses/".length())));
        // A start that was interrupted may have published it already.
        if (task.path("status").asText().equals("DRAFT")) {
            lead.post("/tasks/" + task.path("id").asText() + "/publish");
        }
    }

    /** The organiser has something to renew. */
    private void runsOutSoon() {
        var lead = as.apply("local-lead");
        var wanted = Map.of(
                "group", town, "title", "First aid", "description", "What to do until help comes.", "validMonths", 12);
        var course = "/courses/"
                + lead.post("/courses", "ladder-first-aid", wanted).path("id").asText();
        publish("local-lead", course, "first-aid", reading("breathing", "Is somebody breathing?"));
        var today = LocalDate.now(ZoneId.of("Europe/London"));
        as.apply("trainer")
                .post(
                        course + "/completions",
                        "ladder-first-aid-" + today,
                        Map.of(
                                "memberId",
                                as.apply("organiser").memberId(),
                                "group",
                                town,
                                "completedAt",
                                today.minusMonths(12).plusDays(20) + "T12:00:00Z"));
    }

    /** The local lead did all of a course that the national lead confirms; the national lead could take it. */
    private void waitsForTheLeadAbove() {
        as.apply("national-lead").put("/groups/" + movement + "/membership");
        var wanted = Map.of(
                "group",
                movement,
                "title",
                "Growing leaders",
                "description",
                "How to find who is ready for more, and how to let go.",
                "completion",
                "CONFIRMED");
        var course = "/courses/"
                + as.apply("national-lead")
                        .post("/courses", "ladder-leaders", wanted)
                        .path("id")
                        .asText();
        publish("national-lead", course, "leaders", reading("letting-go", "How to let go"));
        var enrolment = enrol("local-lead", course, "leaders");
        as.apply("local-lead").post(enrolment + "/steps/letting-go/done");
    }

    /** The path of a course of the town that other demo data made. */
    private String course(String title) {
        var courses = as.apply("local-lead").get("/courses?group=" + town).path("items");
        return StreamSupport.stream(courses.spliterator(), false)
                .filter(each -> each.path("title").asText().equals(title))
                .map(each -> "/courses/" + each.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    @SafeVarargs
    private void publish(String author, String course, String key, Map<String, ?>... modules) {
        var api = as.apply(author);
        var all = new ArrayList<Map<String, ?>>();
        for (var module : modules) all.add(module);
        if (!api.exists(course + "/draft")) api.put(course + "/draft", Map.of("modules", all));
        if (api.get(course + "/versions").path("items").isEmpty()) {
            api.post(course + "/versions", "ladder-" + key + "-1", api.get(course + "/draft"), Map.of());
        }
    }

    /** The path of the enrolment. */
    private String enrol(String learner, String course, String key) {
        var enrolment =
                as.apply(learner).post(course + "/enrolments", "ladder-" + key + "-" + learner, Map.of("group", town));
        return "/enrolments/" + enrolment.path("id").asText();
    }

    private static Map<String, ?> reading(String key, String title) {
        return Map.of(
                "key",
                key,
                "kind",
                "READING",
                "title",
                title,
                "minutes",
                10,
                "refresher",
                true,
                "text",
                "Read this with somebody, and talk about it for as long as it took.");
    }
}
