package org.barnstorm.access;

import static java.util.Map.entry;
import static org.barnstorm.access.Attempt.act;
import static org.barnstorm.access.Attempt.get;
import static org.barnstorm.access.Attempt.patch;
import static org.barnstorm.access.Attempt.post;
import static org.barnstorm.access.Attempt.put;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.barnstorm.testing.KindsOfWork;

/** Situations of tasks, and of what they are made from. */
final class TaskSituations {
    private TaskSituations() {}

    static Map<String, Function<Scene, Attempt>> all() {
        var all = new HashMap<String, Function<Scene, Attempt>>();
        all.putAll(tasks());
        all.putAll(needs());
        all.putAll(reviews());
        all.putAll(templates());
        all.putAll(series());
        all.putAll(kinds());
        return all;
    }

    private static Map<String, Function<Scene, Attempt>> tasks() {
        return Map.ofEntries(
                entry("listTasks", scene -> listed(scene, "OPEN", scene.open())),
                entry("listTasks/draft", scene -> listed(scene, "DRAFT", scene.draft())),
                entry("listTasks/closed", scene -> listed(scene, "CLOSED", close(scene, scene.open()))),
                entry("getTask", scene -> get("/tasks/" + scene.open())),
                entry("getTask/invited", scene -> {
                    var guest = scene.freshMember();
                    return get("/tasks/" + scene.onlyFor(guest)).about(guest);
                }),
                entry("getTask/draft", scene -> get("/tasks/" + scene.draft())),
                entry("getTask/closed", scene -> {
                    var holder = scene.freshMember();
                    var task = scene.open();
                    scene.claim(holder, task);
                    return get("/tasks/" + close(scene, task)).about(holder);
                }),
                entry("createTask", scene -> post("/tasks", scene.task())),
                entry("editTask", scene -> edit(scene, scene.open())),
                entry("editTask/draft", scene -> edit(scene, scene.draft())),
                entry("publishTask", scene -> act("post", "/tasks/" + scene.draft() + "/publish")),
                entry("closeTask", scene -> act("post", "/tasks/" + scene.open() + "/close")),
                entry("inviteToTask", scene -> put("/tasks/" + scene.open() + "/invitations", guests(scene))),
                entry("withdrawTaskInvitation", scene -> {
                    var guest = scene.freshMember();
                    return act("delete", "/tasks/" + scene.invited(guest) + "/invitations/" + guest.id());
                }),
                entry(
                        "listTaskInvitations",
                        scene -> get("/tasks/" + scene.invited(scene.freshMember()) + "/invitations")),
                entry("cancelTask", scene -> act("post", "/tasks/" + scene.open() + "/cancel")));
    }

    private static Map<String, Function<Scene, Attempt>> needs() {
        return Map.of(
                "getTask/waiting",
                scene -> get("/tasks/" + scene.waitingTask()),
                "setNeeds",
                scene -> put("/tasks/" + scene.draft() + "/needs", Map.of("taskIds", List.of(scene.open()))),
                "setNeeds/waiting",
                scene -> put("/tasks/" + scene.waitingTask() + "/needs", Map.of("taskIds", List.of())),
                "listNeeds",
                scene -> get("/tasks/" + scene.waitingTask() + "/needs"));
    }

    private static Map<String, Function<Scene, Attempt>> reviews() {
        return Map.of(
                "getTask/submitted",
                scene -> {
                    var author = scene.freshOrganiser();
                    return get("/tasks/" + scene.submitted(author)).about(author);
                },
                "getTaskReview",
                scene -> {
                    var author = scene.freshOrganiser();
                    return get("/tasks/" + scene.submitted(author) + "/review").about(author);
                },
                "listTaskReviews",
                scene -> {
                    var author = scene.freshOrganiser();
                    scene.submitted(author);
                    return get("/groups/" + scene.town + "/reviews").about(author);
                },
                "releaseTask",
                scene -> {
                    var author = scene.freshOrganiser();
                    var path = "/tasks/" + scene.submitted(author);
                    return new Attempt("post", path + "/release", null, null, scene.etag(path), author);
                },
                "returnTask",
                scene -> {
                    var author = scene.freshOrganiser();
                    return post("/tasks/" + scene.submitted(author) + "/return", Map.of("reason", "Say where."))
                            .about(author);
                });
    }

    private static Map<String, Function<Scene, Attempt>> templates() {
        return Map.of(
                "createTemplate",
                scene -> post("/templates", scene.template(scene.town, "Posters")),
                "listTemplates",
                scene -> {
                    scene.template(scene.town);
                    return get("/templates?group=" + scene.town);
                },
                "getTemplate",
                scene -> get("/templates/" + scene.template(scene.town)),
                "getTemplate/above",
                scene -> get("/templates/" + scene.template(scene.region)),
                "editTemplate",
                scene -> {
                    var path = "/templates/" + scene.template(scene.town);
                    return patch(path, scene.etag(path), Map.of("name", "Renamed"));
                },
                "retireTemplate",
                scene -> act("post", "/templates/" + scene.template(scene.town) + "/retire"),
                "retireTemplate/above",
                scene -> act("post", "/templates/" + scene.template(scene.region) + "/retire"),
                "createTaskFromTemplate",
                scene -> post("/templates/" + scene.template(scene.town) + "/tasks", Map.of("publish", true)),
                "createTaskFromTemplate/above",
                scene -> post("/templates/" + scene.template(scene.region) + "/tasks", Map.of("group", scene.town)));
    }

    private static Map<String, Function<Scene, Attempt>> series() {
        return Map.of(
                "createSeries",
                scene -> post("/series", scene.weekly()),
                "listSeries",
                scene -> {
                    scene.series();
                    return get("/series?group=" + scene.town);
                },
                "getSeries",
                scene -> get("/series/" + scene.series()),
                "editSeries",
                scene -> {
                    var path = "/series/" + scene.series();
                    return patch(
                            path + "?from=" + scene.firstTime(),
                            scene.etag(path),
                            Map.of("content", Map.of("title", "Posters")));
                },
                "skipOccurrence",
                scene -> post("/series/" + scene.series() + "/skip", Map.of("occurrence", scene.firstTime())),
                "endSeries",
                scene -> act("post", "/series/" + scene.series() + "/end"));
    }

    private static Map<String, Function<Scene, Attempt>> kinds() {
        return Map.of(
                "listTaskKinds",
                scene -> {
                    scene.kind();
                    return get("/groups/" + scene.town + "/task-kinds");
                },
                "getTaskKind",
                scene -> get("/groups/" + scene.town + "/task-kinds/" + scene.kind()),
                "putTaskKind",
                scene -> put("/groups/" + scene.town + "/task-kinds/" + scene.fresh(), KindsOfWork.canvass()));
    }

    private static Map<String, Object> guests(Scene scene) {
        return Map.of("memberIds", List.of(scene.freshMember().id()));
    }

    /** Lists of tasks are looked through for one that was just made: the first of its status is enough. */
    private static Attempt listed(Scene scene, String status, String task) {
        return get("/tasks?status=" + status + "&group=" + scene.town);
    }

    private static String close(Scene scene, String task) {
        scene.keeper().act("/tasks/{id}/close", task).statusCode(200);
        return task;
    }

    private static Attempt edit(Scene scene, String task) {
        var path = "/tasks/" + task;
        return patch(path, scene.etag(path), Map.of("title", "Renamed"));
    }
}
