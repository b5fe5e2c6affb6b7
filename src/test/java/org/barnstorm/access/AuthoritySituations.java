package org.barnstorm.access;

import static org.barnstorm.access.Attempt.act;
import static org.barnstorm.access.Attempt.get;
import static org.barnstorm.access.Attempt.post;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How authority ends, rests and comes back; and who is trusted. */
final class AuthoritySituations {
    private AuthoritySituations() {}

    static Map<String, Function<Scene, Attempt>> all() {
        var all = new HashMap<String, Function<Scene, Attempt>>();
        all.putAll(endings());
        all.putAll(suspensions());
        all.putAll(trust());
        return all;
    }

    private static Map<String, Function<Scene, Attempt>> endings() {
        return Map.of(
                "previewRevocation",
                scene -> {
                    var holder = scene.freshMember();
                    return get("/mandates/" + scene.mandate(holder) + "/revocation-preview")
                            .about(holder);
                },
                "restoreMandate",
                scene -> restore(scene, true),
                "restoreMandate/from-above",
                scene -> restore(scene, false),
                "passOnMandate",
                scene -> {
                    var holder = scene.freshMember();
                    var path = "/mandates/" + scene.mandate(holder) + "/succession";
                    return post(path, Map.of("memberId", scene.newcomer().id(), "reason", "Moving."))
                            .about(holder);
                },
                "nameDeputy",
                scene -> {
                    var holder = scene.freshMember();
                    var path = "/mandates/" + scene.office(holder) + "/deputies";
                    return post(path, Map.of("memberId", scene.newcomer().id(), "until", scene.nextWeek()))
                            .about(holder);
                },
                "confirmMandate",
                scene -> {
                    var holder = scene.freshMember();
                    return act("post", "/mandates/" + scene.pending(holder) + "/confirm")
                            .about(holder);
                },
                "getMandateRules",
                scene -> get("/groups/" + scene.town + "/mandate-rules"),
                "setMandateRules",
                scene -> new Attempt(
                        "put",
                        "/groups/" + scene.freshGroup() + "/mandate-rules",
                        "application/json",
                        Map.of("twoPerson", List.of()),
                        null,
                        null),
                "listOrphans",
                scene -> {
                    scene.newcomer()
                            .put("/groups/{path}/membership", scene.freshGroup())
                            .statusCode(200);
                    return get("/groups/" + scene.town + "/orphans");
                },
                "listEntrustedTasks",
                scene -> get("/me/entrusted-tasks"));
    }

    /** Of somebody who resigned, or whom the lead of the movement revoked. */
    private static Attempt restore(Scene scene, boolean resigned) {
        var holder = scene.freshMember();
        var mandate = scene.mandate(holder);
        var by = resigned ? holder : scene.keeper();
        by.post("/mandates/{id}/revoke", Map.of("reason", "Moved away."), mandate)
                .statusCode(200);
        return act("post", "/mandates/" + mandate + "/restore").about(holder);
    }

    private static Map<String, Function<Scene, Attempt>> suspensions() {
        return Map.of(
                "previewSuspension",
                scene -> {
                    var whom = scene.freshMember();
                    return get("/groups/" + scene.town + "/suspension-preview?member=" + whom.id())
                            .about(whom);
                },
                "suspendMember",
                scene -> {
                    var whom = scene.freshMember();
                    return post("/groups/" + scene.town + "/suspensions", scene.suspension(whom))
                            .about(whom);
                },
                "listSuspensions",
                scene -> {
                    var whom = scene.freshMember();
                    scene.suspended(whom, scene.keeper());
                    return get("/groups/" + scene.town + "/suspensions").about(whom);
                },
                "getSuspension",
                scene -> {
                    var whom = scene.freshMember();
                    return get("/suspensions/" + scene.suspended(whom, scene.keeper()))
                            .about(whom);
                },
                "liftSuspension",
                scene -> {
                    var whom = scene.freshMember();
                    return act("post", "/suspensions/" + scene.suspended(whom, scene.freshLead()) + "/lift")
                            .about(whom);
                },
                "liftSuspension/from-above",
                scene -> {
                    var whom = scene.freshMember();
                    return act("post", "/suspensions/" + scene.suspended(whom, scene.keeper()) + "/lift")
                            .about(whom);
                });
    }

    private static Map<String, Function<Scene, Attempt>> trust() {
        return Map.of(
                "vouch",
                scene -> {
                    scene.vouching();
                    var whom = scene.freshMember();
                    return post("/groups/" + scene.town + "/vouches", Map.of("memberId", whom.id()))
                            .about(whom);
                },
                "listVouches",
                scene -> {
                    var voucher = scene.freshLead();
                    scene.vouched(voucher);
                    return get("/groups/" + scene.town + "/vouches").about(voucher);
                },
                "withdrawVouch",
                scene -> {
                    var voucher = scene.freshLead();
                    return act("post", "/vouches/" + scene.vouched(voucher) + "/withdraw")
                            .about(voucher);
                },
                "listMyVouches",
                scene -> {
                    var voucher = scene.freshLead();
                    scene.vouched(voucher);
                    return get("/me/vouches").about(voucher);
                },
                "getMyTrust",
                scene -> get("/me/trust?group=" + scene.town),
                "getMyBudgets",
                scene -> get("/me/budgets?group=" + scene.town));
    }
}
