package org.barnstorm.access;

import static org.barnstorm.access.Attempt.act;
import static org.barnstorm.access.Attempt.get;
import static org.barnstorm.access.Attempt.patch;
import static org.barnstorm.access.Attempt.post;

import java.util.Map;
import java.util.function.Function;

/** Campaigns of the town. */
final class CampaignSituations {
    private CampaignSituations() {}

    static Map<String, Function<Scene, Attempt>> all() {
        return Map.of(
                "createCampaign",
                scene -> post("/campaigns", wanted(scene)),
                "listCampaigns",
                scene -> {
                    made(scene);
                    return get("/groups/" + scene.town + "/campaigns");
                },
                "getCampaign",
                scene -> get("/campaigns/" + made(scene)),
                "editCampaign",
                scene -> {
                    var path = "/campaigns/" + made(scene);
                    return patch(path, scene.etag(path), Map.of("goal", "500 signatures."));
                },
                "endCampaign",
                scene -> act("post", "/campaigns/" + made(scene) + "/end"));
    }

    private static String made(Scene scene) {
        return scene.keeper()
                .post("/campaigns", wanted(scene))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> wanted(Scene scene) {
        return Map.of("group", scene.town, "name", "Warm homes");
    }
}
