package org.barnstorm.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A movement in which something is going on: the tree of the United Kingdom's 650 constituencies, people with authority
 * in Brighton Pavilion, and tasks to claim. All of it is made through the API by the demo accounts themselves.
 *
 * <p>The constituencies are from the Office for National Statistics, licensed under the Open Government Licence v3.
 */
final class DemoData {
    private static final String CONSTITUENCIES = "/demo/uk-constituencies-2024.csv";
    private static final String MOVEMENT = "uk";
    private static final String TOWN = "uk.south-east.brighton-pavilion";

    private final Ports ports;
    private final Progress progress;
    private final Map<String, DemoApi> people = new HashMap<>();

    DemoData(Ports ports, Progress progress) {
        this.ports = ports;
        this.progress = progress;
    }

    /** Makes what is missing; on every later start that is nothing. */
    void make() {
        if (as("organiser").get("/tasks?mine=true").path("items").size() > tasks().size()) return;
        progress.say("Making the demo data");
        tree();
        authority();
        training();
        var course = new DemoCourse(this::as, TOWN);
        course.make();
        canvassing();
        tasks().forEach(this::task);
        newOrganiser();
        new DemoCertification(this::as, TOWN).make();
        new DemoPractice(this::as, TOWN, course.id()).make();
        new DemoLadder(this::as, MOVEMENT, TOWN).make();
        new DemoCampaign(this::as, TOWN).make();
        new DemoCalendar(this::as, TOWN, progress).make();
        new DemoIntegration(this::as, TOWN).make();
        phoneBank();
        progress.say("Demo data is there: 663 groups, and tasks to claim in %s", TOWN);
    }

    private void tree() {
        var admin = as("admin");
        if (!admin.exists("/groups/" + MOVEMENT)) {
            admin.post(
                    "/groups",
                    "movement",
                    Map.of(
                            "path", MOVEMENT,
                            "name", "United Kingdom",
                            "joinPolicy", "OPEN",
                            "zone", "Europe/London"));
        }
        admin.postCsv("/groups/import?mode=atomic", constituencies());
    }

    private void authority() {
        for (var name : List.of("local-lead", "organiser", "trainer", "volunteer")) {
            as(name).put("/groups/" + TOWN + "/membership");
        }
        mandate("admin", "national-lead", "LEAD", MOVEMENT);
        var office = mandate("national-lead", "local-lead", "LEAD", TOWN);
        mandate("local-lead", "trainer", "TRAINER", TOWN);
        authorityForATime(office);
        vouching();
    }

    private String mandate(String from, String to, String role, String group) {
        return as(from).post(
                        "/mandates",
                        "mandate-" + to,
                        Map.of("memberId", as(to).memberId(), "group", group, "role", role))
                .path("id")
                .asText();
    }

    /** A deputy while the local lead is away, and a mandate that ends soon. */
    private void authorityForATime(String office) {
        var today = LocalDate.now(ZoneId.of("Europe/London"));
        as("local-lead")
                .post(
                        "/mandates/" + office + "/deputies",
                        "deputy-" + today,
                        Map.of(
                                "memberId", as("trainer").memberId(),
                                "until", today.plusDays(14) + "T00:00:00Z",
                                "capabilities", List.of("ASSIGNMENT_READ", "TASK_ASSIGN", "TASK_EDIT")));
        as("local-lead")
                .post(
                        "/mandates",
                        "ending-" + today,
                        Map.of(
                                "memberId",
                                as("volunteer").memberId(),
                                "group",
                                TOWN,
                                "capabilities",
                                List.of("MEMBER_READ"),
                                "until",
                                today.plusDays(10) + "T00:00:00Z"));
    }

    private void vouching() {
        as("local-lead")
                .put(
                        "/groups/" + TOWN + "/mandate-rules",
                        Map.of(
                                "twoPerson",
                                List.of(),
                                "vouching",
                                Map.of("needed", 3, "capabilities", List.of("TASK_CREATE", "TASK_EDIT"), "days", 90)));
    }

    /** The organiser was appointed by nobody: the course made them one. */
    private void training() {
        var course = as("local-lead")
                .post(
                        "/courses",
                        "course",
                        Map.of(
                                "group",
                                TOWN,
                                "title",
                                "Organiser 101",
                                "description",
                                "Three evenings: **listen**, ask, follow up.",
                                "validMonths",
                                24,
                                "award",
                                Map.of("role", "ORGANISER", "months", 12)));
        as("trainer")
                .post(
                        "/courses/" + course.path("id").asText() + "/completions",
                        "completion",
                        Map.of("memberId", as("organiser").memberId(), "group", TOWN));
    }

    /** The whole movement counts doors in the same words. */
    private void canvassing() {
        var canvass = "/groups/" + MOVEMENT + "/task-kinds/canvass";
        if (as("national-lead").exists(canvass)) return;
        as("national-lead")
                .put(
                        canvass,
                        Map.of(
                                "label",
                                "Canvassing",
                                "outcomes",
                                List.of(
                                        outcome("doors-knocked", "The street is done", "CLOSES", true),
                                        outcome("not-ours", "Another group does this street", "CLOSES", false),
                                        outcome("nobody-home", "Nobody was home, try again", "REOPENS", false))));
    }

    private static Map<String, ?> outcome(String code, String label, String effect, boolean asksNumber) {
        return Map.of("code", code, "label", label, "effect", effect, "asksNumber", asksNumber);
    }

    /** The local lead looks at the organiser's first tasks; after these, nobody has to any more. */
    private void task(Map<String, ?> task) {
        var published = published("organiser", "task-" + tasks().indexOf(task), task);
        if (published.path("status").asText().equals("WAITING")) {
            as("local-lead")
                    .release(
                            "/tasks/" + published.path("id").asText(),
                            published.path("version").asLong());
        }
    }

    /** A start that was interrupted may have published it already. */
    private JsonNode published(String author, String key, Map<String, ?> task) {
        var made = as(author).post("/tasks", key, task);
        if (!made.path("status").asText().equals("DRAFT")) return made;
        return as(author).post("/tasks/" + made.path("id").asText() + "/publish");
    }

    /** The trainer organises, too, since this morning: their first task waits for the local lead. */
    private void newOrganiser() {
        as("local-lead")
                .post(
                        "/mandates",
                        "mandate-new-organiser",
                        Map.of("memberId", as("trainer").memberId(), "group", TOWN, "role", "ORGANISER"));
        published(
                "trainer",
                "task-new-organiser",
                Map.of(
                        "group",
                        TOWN,
                        "title",
                        "Stall at the Saturday market",
                        "instructions",
                        "Bring the banner and a table.",
                        "capacity",
                        4,
                        "place",
                        Map.of("name", "Upper Gardner Street"),
                        "effortMinutes",
                        180));
    }

    /** Every Tuesday evening, from a template that every group of the movement can use. Made last: its tasks say it is there. */
    private void phoneBank() {
        var content = Map.of(
                "title",
                "Ring ten members",
                "instructions",
                "Open the list, ring, **listen**, write down what they say.",
                "capacity",
                6,
                "remote",
                true,
                "effortMinutes",
                90,
                "steps",
                List.of("Open the list", "Ring", "Write down how it went"));
        var template = as("national-lead")
                .post(
                        "/templates",
                        "template",
                        Map.of("group", MOVEMENT, "name", "Phone bank", "durationMinutes", 120, "content", content));
        var tuesday = LocalDate.now(ZoneId.of("Europe/London")).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        as("organiser")
                .post(
                        "/series",
                        "series-" + tuesday,
                        Map.of(
                                "group",
                                TOWN,
                                "templateId",
                                template.path("id").asText(),
                                "rrule",
                                "FREQ=WEEKLY;BYDAY=TU",
                                "start",
                                tuesday + "T18:00",
                                "publish",
                                true));
    }

    private static List<Map<String, ?>> tasks() {
        return List.of(
                Map.of(
                        "group",
                        TOWN,
                        "title",
                        "Knock on doors in Hanover",
                        "instructions",
                        "Meet by the cafe. You get a street and a partner.",
                        "capacity",
                        5,
                        "place",
                        Map.of("name", "The Level, by the cafe, Union Road"),
                        "effortMinutes",
                        120,
                        "kind",
                        "canvass",
                        "steps",
                        List.of(
                                "Fetch your sheet at the cafe",
                                "Knock on every door of the street",
                                "Bring the sheet back"),
                        "verification",
                        Map.of("mode", "NEW_PEOPLE", "first", 3)),
                Map.of(
                        "group",
                        TOWN,
                        "title",
                        "Ring ten new members",
                        "instructions",
                        "Say hello, ask what they care about, write down what they say.",
                        "capacity",
                        3,
                        "remote",
                        true,
                        "effortMinutes",
                        40),
                Map.of(
                        "group",
                        TOWN,
                        "title",
                        "Translate the leaflet into French",
                        "capacity",
                        1,
                        "remote",
                        true,
                        "effortMinutes",
                        60));
    }

    private DemoApi as(String account) {
        return people.computeIfAbsent(account, name -> new DemoApi(ports, name));
    }

    private static String constituencies() {
        try (var file = DemoData.class.getResourceAsStream(CONSTITUENCIES)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
