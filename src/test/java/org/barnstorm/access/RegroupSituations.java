package org.barnstorm.access;

import static org.barnstorm.access.Attempt.act;
import static org.barnstorm.access.Attempt.get;
import static org.barnstorm.access.Attempt.post;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.barnstorm.testing.Person;

/** How groups are certified, split and merged. */
final class RegroupSituations {
    private RegroupSituations() {}

    static Map<String, Function<Scene, Attempt>> all() {
        var all = new HashMap<String, Function<Scene, Attempt>>();
        all.putAll(certifications());
        all.putAll(plans());
        all.putAll(planned());
        return all;
    }

    private static Map<String, Function<Scene, Attempt>> certifications() {
        return Map.of(
                "getCertification",
                scene -> get("/groups/" + scene.town + "/certification"),
                "listCertifications",
                scene -> get("/groups/" + scene.town + "/certifications"));
    }

    private static Map<String, Function<Scene, Attempt>> plans() {
        return Map.of(
                "planSplit",
                scene -> {
                    var group = scene.freshGroup();
                    var member = memberOf(scene, group);
                    return post("/groups/" + group + "/split", split(scene, member))
                            .about(member);
                },
                "planMerge",
                scene -> {
                    var group = scene.freshGroup();
                    var body = Map.of("into", scene.town, "effectiveAt", inThreeWeeks());
                    return post("/groups/" + group + "/merge", body).about(memberOf(scene, group));
                });
    }

    private static Map<String, Function<Scene, Attempt>> planned() {
        return Map.of(
                "listMoves",
                scene -> {
                    var member = planned(scene).member();
                    return get("/groups/" + scene.town + "/moves").about(member);
                },
                "getMove",
                scene -> {
                    var planned = planned(scene);
                    return get("/moves/" + planned.id()).about(planned.member());
                },
                "listMovePeople",
                scene -> {
                    var planned = planned(scene);
                    return get("/moves/" + planned.id() + "/people").about(planned.member());
                },
                "cancelMove",
                scene -> {
                    var planned = planned(scene);
                    return act("post", "/moves/" + planned.id() + "/cancel").about(planned.member());
                },
                "listMyMoves",
                scene -> get("/me/moves").about(planned(scene).member()),
                "declineMove",
                scene -> {
                    var planned = planned(scene);
                    return act("post", "/moves/" + planned.id() + "/decline").about(planned.member());
                });
    }

    /** A split and the only one whom it names. */
    private record Planned(String id, Person member) {}

    private static Planned planned(Scene scene) {
        var group = scene.freshGroup();
        var member = memberOf(scene, group);
        String id = scene.keeper()
                .post("/groups/{path}/split", split(scene, member), group)
                .statusCode(201)
                .extract()
                .path("id");
        return new Planned(id, member);
    }

    private static Person memberOf(Scene scene, String group) {
        var member = scene.newcomer();
        member.put("/groups/{path}/membership", group).statusCode(200);
        return member;
    }

    private static Map<String, Object> split(Scene scene, Person member) {
        return Map.of(
                "into",
                scene.town + "." + scene.fresh(),
                "name",
                "Fresh",
                "memberIds",
                List.of(member.id()),
                "effectiveAt",
                inThreeWeeks());
    }

    private static String inThreeWeeks() {
        return Instant.now().plus(Duration.ofDays(21)).toString();
    }
}
