package org.barnstorm.access;

import static java.util.Map.entry;
import static org.barnstorm.access.Attempt.act;
import static org.barnstorm.access.Attempt.get;
import static org.barnstorm.access.Attempt.post;
import static org.barnstorm.access.Attempt.put;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.barnstorm.testing.Person;

/** Situations of places in tasks: how people come by them, what they do with them, and what others do about it. */
final class PlaceSituations {
    private PlaceSituations() {}

    static Map<String, Function<Scene, Attempt>> all() {
        var all = new HashMap<String, Function<Scene, Attempt>>();
        all.putAll(changes());
        all.putAll(assignments());
        all.putAll(passingOn());
        all.putAll(results());
        all.putAll(undoing());
        all.putAll(waitLists());
        all.putAll(next());
        return all;
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
                entry("claimTask/invited", scene -> {
                    var guest = scene.freshMember();
                    return act("put", "/tasks/" + scene.onlyFor(guest) + "/claim")
                            .about(guest);
                }),
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

    private static Map<String, Object> to(Person member) {
        return Map.of("memberId", member.id());
    }
}
