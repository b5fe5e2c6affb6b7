package org.barnstorm.access;

import static org.barnstorm.access.Attempt.act;
import static org.barnstorm.access.Attempt.get;
import static org.barnstorm.access.Attempt.patch;
import static org.barnstorm.access.Attempt.post;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.barnstorm.testing.TestStack;

/** Webhooks of the program that was let in: others may look at them and end them. */
final class WebhookSituations {
    /** Nobody listens there, and nothing is sent in these tests. */
    private static final String ADDRESS = "http://" + TestStack.OPEN_HOST + ":9/hook";

    private WebhookSituations() {}

    static Map<String, Function<Scene, Attempt>> all() {
        return Map.of(
                "createWebhook",
                scene -> {
                    makeRoom(scene);
                    return post("/webhooks", wanted(scene));
                },
                "listWebhooks",
                scene -> {
                    made(scene);
                    return get("/webhooks?group=" + scene.town);
                },
                "getWebhook",
                scene -> get("/webhooks/" + made(scene)),
                "editWebhook",
                scene -> {
                    var path = "/webhooks/" + made(scene);
                    return patch(path, scene.etag(path), Map.of("active", false));
                },
                "rotateWebhookSecret",
                scene -> act("post", "/webhooks/" + made(scene) + "/secret"),
                "pingWebhook",
                scene -> act("post", "/webhooks/" + made(scene) + "/ping"),
                "replayWebhook",
                scene -> post("/webhooks/" + made(scene) + "/replay", Map.of("dead", true)),
                "listDeliveries",
                scene -> {
                    var id = made(scene);
                    scene.letIn().act("/webhooks/{id}/ping", id).statusCode(201);
                    return get("/webhooks/" + id + "/deliveries");
                },
                "endWebhook",
                scene -> act("delete", "/webhooks/" + made(scene)));
    }

    private static Map<String, Object> wanted(Scene scene) {
        return Map.of("group", scene.town, "url", ADDRESS, "types", List.of("task"));
    }

    private static String made(Scene scene) {
        makeRoom(scene);
        return scene.letIn()
                .post("/webhooks", wanted(scene))
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** One has only so many. */
    private static void makeRoom(Scene scene) {
        List<String> live = scene.letIn()
                .get("/webhooks?limit=200&group=" + scene.town)
                .statusCode(200)
                .extract()
                .path("items.findAll { it.status != 'ENDED' }.id");
        if (live.size() < 10) return;
        live.forEach(id -> scene.letIn().delete("/webhooks/{id}", id).statusCode(200));
    }
}
