package org.barnstorm.access;

import static java.util.Map.entry;
import static org.barnstorm.access.Attempt.act;
import static org.barnstorm.access.Attempt.csv;
import static org.barnstorm.access.Attempt.get;
import static org.barnstorm.access.Attempt.patch;
import static org.barnstorm.access.Attempt.post;
import static org.barnstorm.access.Attempt.put;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.barnstorm.testing.KindsOfWork;
import org.barnstorm.testing.Person;

/** How the situation of each row is prepared, afresh for each cell, and what is tried in it. */
final class Situations {
    private static final Map<String, Function<Scene, Attempt>> ALL = new HashMap<>();

    static {
        ALL.putAll(groups());
        ALL.putAll(memberships());
        ALL.putAll(decisions());
        ALL.putAll(training());
        ALL.putAll(TrainingSituations.all());
        ALL.putAll(mandates());
        ALL.putAll(tasks());
        ALL.putAll(needs());
        ALL.putAll(templates());
        ALL.putAll(series());
        ALL.putAll(assignments());
        ALL.putAll(changes());
        ALL.putAll(results());
        ALL.putAll(undoing());
        ALL.putAll(waitLists());
        ALL.putAll(passingOn());
        ALL.putAll(next());
        ALL.put("readJournal", scene -> get("/journal?group=" + scene.town));
    }

    private Situations() {}

    static Attempt prepare(String row, Scene scene) {
        var situation = ALL.get(row);
        if (situation == null) throw new AssertionError("Nothing says how to try " + row);
        return situation.apply(scene);
    }

    private static Map<String, Function<Scene, Attempt>> groups() {
        return Map.ofEntries(
                entry("getMe", scene -> get("/me")),
                entry("editMe", scene -> patch("/me", null, Map.of("language", "en"))),
                entry("listGroups", scene -> get("/groups?under=" + scene.town)),
                entry("getGroup", scene -> get("/groups/" + scene.town)),
                entry("createGroup", scene -> post("/groups", group(scene.town + "." + scene.fresh()))),
                entry("createGroup/movement", scene -> post("/groups", group(scene.freshMovement()))),
                entry(
                        "importGroups",
                        scene -> csv(
                                "/groups/import?mode=atomic",
                                "path,name\n" + scene.town + "." + scene.fresh() + ",New\n")),
                entry("editGroup", scene -> {
                    var path = "/groups/" + scene.freshGroup();
                    return patch(path, scene.etag(path), Map.of("name", "Renamed"));
                }));
    }

    private static Map<String, Function<Scene, Attempt>> memberships() {
        return Map.of(
                "joinGroup",
                scene -> act("put", "/groups/" + scene.freshGroup() + "/membership"),
                "joinGroup/invitation",
                scene -> {
                    var invited = scene.newcomer();
                    scene.keeper()
                            .post("/groups/{path}/members", Map.of("memberId", invited.id()), scene.closed)
                            .statusCode(201);
                    return act("put", "/groups/" + scene.closed + "/membership").about(invited);
                },
                "leaveGroup",
                scene -> {
                    var group = scene.freshGroup();
                    var leaver = scene.newcomer();
                    leaver.put("/groups/{path}/membership", group).statusCode(200);
                    return act("delete", "/groups/" + group + "/membership").about(leaver);
                },
                "listMembers",
                scene -> get("/groups/" + scene.town + "/members"),
                "inviteMember",
                scene -> {
                    var invited = scene.newcomer();
                    return post("/groups/" + scene.town + "/members", to(invited))
                            .about(invited);
                });
    }

    private static Map<String, Function<Scene, Attempt>> decisions() {
        return Map.of(
                "approveMembership",
                scene -> requested(scene, "approve"),
                "declineMembership",
                scene -> requested(scene, "decline"),
                "endMembership",
                scene -> {
                    var member = scene.freshMember();
                    return act("post", "/memberships/" + scene.membership(member) + "/end")
                            .about(member);
                });
    }

    private static Map<String, Function<Scene, Attempt>> training() {
        return Map.of(
                "listCourses",
                scene -> {
                    scene.course();
                    return get("/courses?group=" + scene.town);
                },
                "getCourse",
                scene -> get("/courses/" + scene.course()),
                "createCourse",
                scene -> post("/courses", Map.of("group", scene.town, "title", "Calls", "description", "How.")),
                "editCourse",
                scene -> {
                    var path = "/courses/" + scene.course();
                    return patch(path, scene.etag(path), Map.of("title", "Renamed"));
                },
                "recordCompletion",
                scene -> {
                    var learner = scene.freshMember();
                    var body = Map.of("memberId", learner.id(), "group", scene.town);
                    return post("/courses/" + scene.course() + "/completions", body)
                            .about(learner);
                },
                "listQualifications",
                scene -> {
                    var learner = scene.freshMember();
                    scene.qualify(learner);
                    return get("/qualifications?member=" + learner.id()).about(learner);
                });
    }

    private static Map<String, Function<Scene, Attempt>> mandates() {
        return Map.of(
                "listMandates", scene -> get("/mandates?group=" + scene.town),
                "listMyMandates", scene -> get("/me/mandates"),
                "getMandate",
                        scene -> {
                            var holder = scene.freshMember();
                            return get("/mandates/" + scene.mandate(holder)).about(holder);
                        },
                "grantMandate", scene -> grant(scene.freshMember(), "VERIFIER", scene.town),
                "grantMandate/first-lead", scene -> grant(scene.newcomer(), "LEAD", scene.leaderless()),
                "revokeMandate",
                        scene -> {
                            var holder = scene.freshMember();
                            var path = "/mandates/" + scene.mandate(holder) + "/revoke";
                            return post(path, Map.of("reason", "Moved away.")).about(holder);
                        });
    }

    private static Map<String, Function<Scene, Attempt>> tasks() {
        return Map.ofEntries(
                entry("listTasks", scene -> listed(scene, "OPEN", scene.open())),
                entry("listTasks/draft", scene -> listed(scene, "DRAFT", scene.draft())),
                entry("listTasks/closed", scene -> listed(scene, "CLOSED", close(scene, scene.open()))),
                entry("getTask", scene -> get("/tasks/" + scene.open())),
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

    private static Map<String, Function<Scene, Attempt>> changes() {
        return Map.of(
                "getChanges",
                scene -> {
                    var holder = scene.freshMember();
                    return get("/assignments/" + scene.claim(holder, scene.open()) + "/changes")
                            .about(holder);
                },
                "acknowledgeChanges",
                scene -> taken(scene, "acknowledge", Map.of("fence", 1)));
    }

    private static Map<String, Function<Scene, Attempt>> assignments() {
        return Map.ofEntries(
                entry("claimTask", scene -> act("put", "/tasks/" + scene.open() + "/claim")),
                entry("claimTask/draft", scene -> act("put", "/tasks/" + scene.draft() + "/claim")),
                entry("listMyAssignments", scene -> {
                    var holder = scene.freshMember();
                    scene.claim(holder, scene.open());
                    return get("/me/assignments").about(holder);
                }),
                entry("releaseClaim", scene -> held(scene, task -> act("delete", "/tasks/" + task + "/claim?fence=1"))),
                entry("listAssignments", scene -> held(scene, task -> get("/tasks/" + task + "/assignments"))),
                entry("offerPlace", scene -> {
                    var member = scene.freshMember();
                    return post("/tasks/" + scene.open() + "/assignments", to(member))
                            .about(member);
                }),
                entry("getAssignment", scene -> {
                    var holder = scene.freshMember();
                    return get("/assignments/" + scene.claim(holder, scene.open()))
                            .about(holder);
                }),
                entry("acceptAssignment", scene -> offered(scene, "accept", null)),
                entry("declineAssignment", scene -> offered(scene, "decline", Map.of("reason", "No time."))),
                entry("extendAssignment", scene -> taken(scene, "extend", Map.of("fence", 1))),
                entry("releaseAssignment", scene -> taken(scene, "release", Map.of("fence", 1))),
                entry(
                        "completeAssignment",
                        scene -> taken(scene, "complete", Map.of("fence", 1, "outcome", Map.of("code", "done")))),
                entry("verifyAssignment", scene -> finished(scene, "verify", null)),
                entry("rejectAssignment", scene -> finished(scene, "reject", Map.of("reason", "Another street."))));
    }

    private static Map<String, Function<Scene, Attempt>> passingOn() {
        return Map.ofEntries(
                entry("offerPlace/several", scene -> {
                    var member = scene.freshMember();
                    return post("/tasks/" + scene.open() + "/assignments", Map.of("memberIds", List.of(member.id())))
                            .about(member);
                }),
                entry("offerPlace/office", scene -> post("/tasks/" + scene.open() + "/assignments", scene.verifier())),
                entry("acceptAssignment/office", scene -> {
                    var verifier = scene.freshMember();
                    scene.mandate(verifier);
                    return on(scene.waiting(), "accept", null).about(verifier);
                }),
                entry("listMyOffices", scene -> {
                    var verifier = scene.freshMember();
                    scene.mandate(verifier);
                    scene.waiting();
                    return get("/me/offices").about(verifier);
                }),
                entry("moveAssignment", scene -> {
                    var body = Map.of("memberId", scene.freshMember().id(), "reason", "Ill.");
                    return taken(scene, "move", body);
                }),
                entry("offerHandover", scene -> {
                    var body =
                            Map.of("fence", 1, "memberId", scene.freshMember().id());
                    return taken(scene, "handover", body);
                }),
                entry("withdrawHandover", scene -> {
                    var holder = scene.freshMember();
                    var hold = scene.handed(holder, scene.freshMember());
                    return act("delete", "/assignments/" + hold + "/handover?fence=1")
                            .about(holder);
                }),
                entry("acceptHandover", scene -> handed(scene, "accept")),
                entry("declineHandover", scene -> handed(scene, "decline")),
                entry("listMyHandovers", scene -> {
                    var named = scene.freshMember();
                    scene.handed(scene.freshMember(), named);
                    return get("/me/handovers").about(named);
                }));
    }

    private static Attempt handed(Scene scene, String verb) {
        var named = scene.freshMember();
        return on(scene.handed(scene.freshMember(), named), "handover/" + verb, null)
                .about(named);
    }

    private static Map<String, Function<Scene, Attempt>> results() {
        return Map.of(
                "listTaskKinds",
                scene -> {
                    scene.kind();
                    return get("/groups/" + scene.town + "/task-kinds");
                },
                "getTaskKind",
                scene -> get("/groups/" + scene.town + "/task-kinds/" + scene.kind()),
                "putTaskKind",
                scene -> put("/groups/" + scene.town + "/task-kinds/" + scene.fresh(), KindsOfWork.canvass()),
                "saveProgress",
                scene -> {
                    var holder = scene.freshMember();
                    var path = "/assignments/" + scene.claim(holder, scene.open()) + "/progress";
                    return put(path, Map.of("fence", 1, "done", List.of())).about(holder);
                },
                "listVerifications",
                scene -> {
                    var holder = scene.freshMember();
                    scene.done(holder);
                    return get("/groups/" + scene.town + "/verifications").about(holder);
                },
                "reportNoShow",
                scene -> {
                    var holder = scene.freshMember();
                    return on(scene.claim(holder, scene.begun()), "no-show", null)
                            .about(holder);
                });
    }

    private static Map<String, Function<Scene, Attempt>> undoing() {
        return Map.of(
                "previewUndo",
                scene -> {
                    var holder = scene.freshMember();
                    scene.claim(holder, scene.open());
                    return get(scene.undo(holder)).about(holder);
                },
                "undoWork",
                scene -> {
                    var holder = scene.freshMember();
                    scene.claim(holder, scene.open());
                    String expected = scene.keeper()
                            .get(scene.undo(holder))
                            .statusCode(200)
                            .extract()
                            .path("expected");
                    var body = Map.of(
                            "memberId",
                            holder.id(),
                            "since",
                            Scene.LONG_AGO,
                            "reason",
                            "Made up.",
                            "expected",
                            expected);
                    return post("/groups/" + scene.town + "/undo", body).about(holder);
                });
    }

    private static Map<String, Function<Scene, Attempt>> waitLists() {
        return Map.of(
                "joinWaitList", scene -> act("put", "/tasks/" + scene.full() + "/waitlist"),
                "leaveWaitList", scene -> waiting(scene, task -> act("delete", "/tasks/" + task + "/waitlist")),
                "listWaitList", scene -> waiting(scene, task -> get("/tasks/" + task + "/waitlist")),
                "listMyWaits", scene -> waiting(scene, task -> get("/me/waitlist")),
                "listMyCalls", scene -> get("/me/calls"));
    }

    private static Attempt waiting(Scene scene, Function<String, Attempt> attempt) {
        var member = scene.freshMember();
        var task = scene.full();
        member.put("/tasks/{id}/waitlist", task).statusCode(200);
        return attempt.apply(task).about(member);
    }

    private static Map<String, Function<Scene, Attempt>> next() {
        return Map.of(
                "suggestNext",
                scene -> {
                    scene.open();
                    return get("/me/next");
                },
                "claimNext",
                scene -> {
                    scene.open();
                    return post("/me/next/claim", Map.of());
                },
                "getEligibility",
                scene -> get("/tasks/" + scene.open() + "/eligibility"),
                "getEligibility/draft",
                scene -> get("/tasks/" + scene.draft() + "/eligibility"),
                "showBoard",
                scene -> {
                    scene.open();
                    return get("/groups/" + scene.town + "/board");
                });
    }

    private static Map<String, Object> group(String path) {
        return Map.of("path", path, "name", "New");
    }

    private static Map<String, Object> guests(Scene scene) {
        return Map.of("memberIds", List.of(scene.freshMember().id()));
    }

    private static Map<String, Object> to(Person member) {
        return Map.of("memberId", member.id());
    }

    private static Attempt requested(Scene scene, String verb) {
        var person = scene.newcomer();
        return act("post", "/memberships/" + scene.request(person) + "/" + verb).about(person);
    }

    private static Attempt grant(Person to, String role, String group) {
        return post("/mandates", Map.of("memberId", to.id(), "group", group, "role", role))
                .about(to);
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

    private static Attempt held(Scene scene, Function<String, Attempt> attempt) {
        var holder = scene.freshMember();
        var task = scene.open();
        scene.claim(holder, task);
        return attempt.apply(task).about(holder);
    }

    private static Attempt offered(Scene scene, String verb, Map<String, ?> body) {
        var member = scene.freshMember();
        return on(scene.offer(member), verb, body).about(member);
    }

    private static Attempt taken(Scene scene, String verb, Map<String, ?> body) {
        var holder = scene.freshMember();
        return on(scene.claim(holder, scene.open()), verb, body).about(holder);
    }

    private static Attempt finished(Scene scene, String verb, Map<String, ?> body) {
        var holder = scene.freshMember();
        return on(scene.done(holder), verb, body).about(holder);
    }

    private static Attempt on(String assignment, String verb, Map<String, ?> body) {
        var path = "/assignments/" + assignment + "/" + verb;
        return body == null ? act("post", path) : post(path, body);
    }
}
