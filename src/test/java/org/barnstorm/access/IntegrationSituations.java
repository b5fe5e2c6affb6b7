package org.barnstorm.access;

import static org.barnstorm.access.Attempt.act;
import static org.barnstorm.access.Attempt.get;
import static org.barnstorm.access.Attempt.post;

import java.util.Map;
import java.util.function.Function;
import org.barnstorm.testing.Integrators;

/** Programs that are let in, and what those who follow get. */
final class IntegrationSituations {
    private IntegrationSituations() {}

    static Map<String, Function<Scene, Attempt>> all() {
        return Map.of(
                "readChanges",
                scene -> {
                    scene.open();
                    return get("/changes?types=task,membership&limit=500&group=" + scene.town);
                },
                "streamChanges",
                scene -> get("/changes/stream?seconds=1&group=" + scene.town),
                "createIntegration",
                scene -> post("/integrations", Integrators.wanted(Integrators.freshClient(), scene.town, "tasks:read")),
                "listIntegrations",
                scene -> {
                    made(scene);
                    return get("/integrations?group=" + scene.town);
                },
                "getIntegration",
                scene -> get("/integrations/" + made(scene)),
                "endIntegration",
                scene -> act("post", "/integrations/" + made(scene) + "/end"),
                "createSandbox",
                scene -> act("post", "/sandboxes"),
                "getSandbox",
                scene -> get("/sandboxes/mine"),
                "deleteSandbox",
                scene -> act("delete", "/sandboxes/mine"));
    }

    private static String made(Scene scene) {
        return Integrators.bind(scene.keeper(), Integrators.freshClient(), scene.town, "tasks:read", "changes:read");
    }
}
