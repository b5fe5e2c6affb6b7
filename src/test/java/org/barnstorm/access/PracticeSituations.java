package org.barnstorm.access;

import static org.barnstorm.access.Attempt.act;
import static org.barnstorm.access.Attempt.get;
import static org.barnstorm.access.Attempt.post;
import static org.barnstorm.access.Attempt.put;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.barnstorm.testing.Lessons;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.RealLife;
import org.barnstorm.testing.Work;

/** The situations of what people learn in real life. */
final class PracticeSituations {
    private PracticeSituations() {}

    static Map<String, Function<Scene, Attempt>> all() {
        var all = new HashMap<>(sessions());
        all.putAll(practicals());
        return all;
    }

    private static Map<String, Function<Scene, Attempt>> sessions() {
        return Map.of(
                "planLiveSession",
                scene -> post(
                        "/courses/" + course(scene) + "/live-sessions", RealLife.session(scene.town, "evening", 5)),
                "listLiveSessions",
                scene -> {
                    var course = course(scene);
                    RealLife.plan(scene.keeper(), course, RealLife.session(scene.town, "evening", 5));
                    return get("/courses/" + course + "/live-sessions");
                },
                "getLiveSession",
                scene -> get("/live-sessions/" + session(scene)),
                "cancelLiveSession",
                scene -> act("post", "/live-sessions/" + session(scene) + "/cancel"),
                "listAttendees",
                scene -> attended(scene, (guest, session) -> get("/live-sessions/" + session + "/attendees")),
                "recordAttendance",
                scene -> attended(
                        scene,
                        (guest, session) -> put(
                                "/live-sessions/" + session + "/attendees/" + guest.id(),
                                Map.of("status", "PRESENT"))));
    }

    private static Map<String, Function<Scene, Attempt>> practicals() {
        return Map.of(
                "getCourseRenewal",
                scene -> {
                    var course = course(scene);
                    scene.keeper()
                            .request()
                            .contentType("application/json")
                            .header("If-None-Match", "*")
                            .body(renewal(scene))
                            .put("/courses/{id}/renewal", course)
                            .then()
                            .statusCode(201);
                    return get("/courses/" + course + "/renewal");
                },
                "putCourseRenewal",
                scene -> put("/courses/" + course(scene) + "/renewal", renewal(scene)),
                "putPractical",
                scene -> put("/courses/" + practical(scene) + "/practicals/walk", RealLife.signOffs(2)),
                "listPracticals",
                scene -> get("/courses/" + signedOff(scene) + "/practicals"),
                "listMyPracticals",
                scene -> {
                    var learner = scene.freshMember();
                    Lessons.enrol(learner, practical(scene), scene.town);
                    return get("/me/practicals").about(learner);
                },
                "signOff",
                scene -> {
                    var course = signedOff(scene);
                    var mentor = scene.freshMember();
                    RealLife.qualify(scene.keeper(), mentor, course, scene.town);
                    var learner = scene.freshMember();
                    Lessons.enrol(learner, course, scene.town);
                    return post("/courses/" + course + "/sign-offs", Map.of("memberId", learner.id(), "module", "walk"))
                            .about(mentor);
                });
    }

    private static Map<String, Object> renewal(Scene scene) {
        return Map.of("work", Map.of("kind", scene.kind(), "results", 6, "months", 6));
    }

    private static String course(Scene scene) {
        return Lessons.course(scene.keeper(), scene.town, Map.of(), Lessons.live("evening"));
    }

    private static String session(Scene scene) {
        return RealLife.plan(scene.keeper(), course(scene), RealLife.session(scene.town, "evening", 5));
    }

    private static Attempt attended(Scene scene, BiFunction<Person, String, Attempt> attempt) {
        var guest = scene.freshMember();
        var session = session(scene);
        Work.claim(guest, RealLife.task(scene.keeper(), session));
        return attempt.apply(guest, session).about(guest);
    }

    private static String practical(Scene scene) {
        return Lessons.course(scene.keeper(), scene.town, Map.of(), Lessons.practical("walk"));
    }

    private static String signedOff(Scene scene) {
        var course = practical(scene);
        RealLife.rule(scene.keeper(), course, "walk", RealLife.signOffs(2)).statusCode(201);
        return course;
    }
}
