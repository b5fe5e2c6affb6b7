package org.barnstorm.access;

import static java.util.Map.entry;
import static org.barnstorm.access.Attempt.act;
import static org.barnstorm.access.Attempt.get;
import static org.barnstorm.access.Attempt.post;
import static org.barnstorm.access.Attempt.put;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.barnstorm.testing.Lessons;
import org.barnstorm.testing.Person;

/** The situations of what people learn. */
final class TrainingSituations {
    private TrainingSituations() {}

    static Map<String, Function<Scene, Attempt>> all() {
        var all = new HashMap<>(content());
        all.putAll(learning());
        all.putAll(reviewing());
        all.putAll(quizzes());
        all.putAll(proofs());
        return all;
    }

    private static Map<String, Function<Scene, Attempt>> content() {
        return Map.of(
                "listCourseVersions",
                scene -> get("/courses/" + course(scene) + "/versions"),
                "getCourseDraft",
                scene -> get("/courses/" + course(scene) + "/draft"),
                "putCourseDraft",
                scene -> put(
                        "/courses/" + scene.course() + "/draft", Map.of("modules", List.of(Lessons.reading("one")))),
                "publishCourse",
                scene -> {
                    var course = scene.course();
                    Lessons.write(scene.keeper(), course, Lessons.reading("one"))
                            .statusCode(201);
                    return post("/courses/" + course + "/versions", "\"0\"", Map.of());
                });
    }

    private static Map<String, Function<Scene, Attempt>> learning() {
        return Map.of(
                "listMyEnrolments",
                scene -> enrolled(scene, course(scene), (learner, id) -> get("/me/enrolments")),
                "enrol",
                scene -> post("/courses/" + course(scene) + "/enrolments", Map.of("group", scene.town)),
                "listMyCatchUps",
                scene -> {
                    var course = course(scene);
                    return enrolled(scene, course, (learner, id) -> {
                        Lessons.done(learner, id, "one").statusCode(200);
                        Lessons.write(scene.keeper(), course, Lessons.reading("two"))
                                .statusCode(200);
                        Lessons.publish(scene.keeper(), course, true);
                        return get("/me/catch-ups");
                    });
                },
                "getEnrolment",
                scene -> enrolled(scene, course(scene), (learner, id) -> get("/enrolments/" + id)),
                "getLesson",
                scene -> enrolled(scene, course(scene), (learner, id) -> get("/enrolments/" + id + "/steps/one")),
                "finishStep",
                scene -> enrolled(
                        scene, course(scene), (learner, id) -> act("post", "/enrolments/" + id + "/steps/one/done")),
                "submitAssignment",
                scene -> enrolled(
                        scene,
                        course(scene, Lessons.assignment("plan")),
                        (learner, id) -> put(
                                "/enrolments/" + id + "/steps/plan/submission",
                                Map.of("link", "https://docs.example.org/plan"))),
                "completeEnrolment",
                scene -> enrolled(scene, course(scene), (learner, id) -> {
                    Lessons.done(learner, id, "one").statusCode(200);
                    return act("post", "/enrolments/" + id + "/complete");
                }),
                "leaveCourse",
                scene -> enrolled(scene, course(scene), (learner, id) -> act("delete", "/enrolments/" + id)));
    }

    private static Map<String, Function<Scene, Attempt>> reviewing() {
        return Map.of(
                "listTrainingReviews",
                scene -> submitted(scene, id -> get("/groups/" + scene.town + "/training-reviews")),
                "acceptStep",
                scene -> submitted(scene, id -> act("post", "/enrolments/" + id + "/steps/plan/accept")),
                "returnStep",
                scene -> submitted(
                        scene, id -> post("/enrolments/" + id + "/steps/plan/return", Map.of("comment", "Who first?"))),
                "confirmEnrolment",
                scene -> {
                    var course = Lessons.course(
                            scene.keeper(), scene.town, Map.of("completion", "CONFIRMED"), Lessons.reading("one"));
                    return enrolled(scene, course, (learner, id) -> {
                        Lessons.done(learner, id, "one").statusCode(200);
                        return act("post", "/enrolments/" + id + "/confirm");
                    });
                });
    }

    private static Map<String, Function<Scene, Attempt>> quizzes() {
        return Map.of(
                "beginAttempt",
                scene -> enrolled(
                        scene, quiz(scene), (learner, id) -> act("put", "/enrolments/" + id + "/steps/check/attempt")),
                "getAttempt",
                scene -> attempted(scene, (learner, attempt) -> get("/attempts/" + attempt)),
                "answerQuestion",
                scene -> attempted(
                        scene,
                        (learner, attempt) ->
                                put("/attempts/" + attempt + "/answers/1", Map.of("text", "I would ask."))),
                "submitAttempt",
                scene -> attempted(scene, (learner, attempt) -> act("post", "/attempts/" + attempt + "/submit")),
                "markAttempt",
                scene -> attempted(scene, (learner, attempt) -> {
                    learner.act("/attempts/{id}/submit", attempt).statusCode(200);
                    var marks = List.of(Map.of("question", 1, "right", true));
                    return post("/attempts/" + attempt + "/marks", Map.of("marks", marks));
                }));
    }

    private static Map<String, Function<Scene, Attempt>> proofs() {
        return Map.ofEntries(
                entry("getQualification", scene -> qualified(scene, (learner, id) -> get("/qualifications/" + id))),
                entry(
                        "withdrawQualification",
                        scene -> qualified(
                                scene,
                                (learner, id) ->
                                        post("/qualifications/" + id + "/withdraw", Map.of("reason", "Was rude.")))),
                entry(
                        "issueCertificate",
                        scene -> qualified(
                                scene,
                                (learner, id) ->
                                        post("/qualifications/" + id + "/certificates", Map.of("showName", false)))),
                entry(
                        "listMyCertificates",
                        scene -> qualified(scene, (learner, id) -> {
                            certificate(learner, id);
                            return get("/me/certificates");
                        })),
                entry(
                        "revokeCertificate",
                        scene -> qualified(
                                scene, (learner, id) -> act("delete", "/certificates/" + certificate(learner, id)))));
    }

    private static String certificate(Person learner, String qualification) {
        return learner.post("/qualifications/{id}/certificates", Map.of("showName", false), qualification)
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String course(Scene scene) {
        return course(scene, Lessons.reading("one"));
    }

    private static String course(Scene scene, Map<String, Object> module) {
        return Lessons.course(scene.keeper(), scene.town, Map.of(), module);
    }

    private static String quiz(Scene scene) {
        return course(scene, Lessons.quiz("check", Lessons.question("FREE_TEXT", "What would you do?")));
    }

    private static Attempt enrolled(Scene scene, String course, BiFunction<Person, String, Attempt> attempt) {
        var learner = scene.freshMember();
        return attempt.apply(learner, Lessons.enrol(learner, course, scene.town))
                .about(learner);
    }

    private static Attempt submitted(Scene scene, Function<String, Attempt> attempt) {
        return enrolled(scene, course(scene, Lessons.assignment("plan")), (learner, id) -> {
            Lessons.submit(learner, id, "plan").statusCode(200);
            return attempt.apply(id);
        });
    }

    private static Attempt attempted(Scene scene, BiFunction<Person, String, Attempt> attempt) {
        return enrolled(
                scene, quiz(scene), (learner, id) -> attempt.apply(learner, Lessons.attempt(learner, id, "check")));
    }

    private static Attempt qualified(Scene scene, BiFunction<Person, String, Attempt> attempt) {
        return enrolled(scene, course(scene), (learner, id) -> {
            Lessons.done(learner, id, "one").statusCode(200);
            return attempt.apply(learner, Lessons.qualification(learner, id).toString());
        });
    }
}
