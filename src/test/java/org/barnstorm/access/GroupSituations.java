package org.barnstorm.access;

import static java.util.Map.entry;
import static org.barnstorm.access.Attempt.act;
import static org.barnstorm.access.Attempt.csv;
import static org.barnstorm.access.Attempt.get;
import static org.barnstorm.access.Attempt.patch;
import static org.barnstorm.access.Attempt.post;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.barnstorm.testing.Person;

/** Situations of groups, of who belongs to them, and of what people learn and may do there. */
final class GroupSituations {
    private GroupSituations() {}

    static Map<String, Function<Scene, Attempt>> all() {
        var all = new HashMap<String, Function<Scene, Attempt>>();
        all.putAll(groups());
        all.putAll(memberships());
        all.putAll(decisions());
        all.putAll(training());
        all.putAll(mandates());
        return all;
    }

    private static Map<String, Function<Scene, Attempt>> groups() {
        return Map.ofEntries(
                entry("getAbout", scene -> get("/about")),
                entry("exportMe", scene -> get("/me/export")),
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

    private static Map<String, Object> group(String path) {
        return Map.of("path", path, "name", "New");
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
}
