package org.barnstorm.access;

import static org.barnstorm.access.Attempt.get;

import java.util.Map;
import java.util.function.Function;
import org.barnstorm.testing.Lessons;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;

/** What comes next for somebody, and what leads see of it. */
final class LadderSituations {
    private LadderSituations() {}

    static Map<String, Function<Scene, Attempt>> all() {
        return Map.of(
                "getMyPath",
                scene -> get("/me/path"),
                "listReadyPeople",
                scene -> {
                    var group = scene.freshGroup();
                    var whom = member(scene, group);
                    var course = Lessons.course(scene.keeper(), group, Map.of(), Lessons.reading("one"));
                    Lessons.done(whom, Lessons.enrol(whom, course, group), "one")
                            .statusCode(200);
                    return get("/groups/" + group + "/ready-people").about(whom);
                },
                "listQuietPeople",
                scene -> {
                    var group = scene.freshGroup();
                    var whom = member(scene, group);
                    var hold = Work.done(whom, Work.open(scene.keeper(), group, 1));
                    Sql.run(
                            "update assignment set held_at = held_at - interval '60 days',"
                                    + " completed_at = completed_at - interval '60 days' where id = ?",
                            hold);
                    return get("/groups/" + group + "/quiet-people").about(whom);
                },
                "listEndingMandates",
                scene -> {
                    var group = scene.freshGroup();
                    var whom = member(scene, group);
                    var mandate = Map.of(
                            "memberId", whom.id(), "group", group, "role", "VERIFIER", "until", scene.nextWeek());
                    scene.keeper().post("/mandates", mandate).statusCode(201);
                    return get("/groups/" + group + "/ending-mandates").about(whom);
                });
    }

    private static Person member(Scene scene, String group) {
        var member = scene.newcomer();
        member.put("/groups/{path}/membership", group).statusCode(200);
        return member;
    }
}
