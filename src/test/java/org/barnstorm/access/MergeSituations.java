package org.barnstorm.access;

import static org.barnstorm.access.Attempt.act;
import static org.barnstorm.access.Attempt.post;

import java.util.Map;
import java.util.function.Function;

/** The situations of merging two members: the other one is somebody who has done nothing yet. */
final class MergeSituations {
    private MergeSituations() {}

    static Map<String, Function<Scene, Attempt>> all() {
        return Map.of(
                "makeMergeCode",
                scene -> act("post", "/me/merge-code"),
                "previewAccountMerge",
                scene -> post("/me/merge/preview", Map.of("code", code(scene))),
                "mergeAccounts",
                scene -> post("/me/merge", Map.of("code", code(scene))));
    }

    private static String code(Scene scene) {
        return scene.newcomer().act("/me/merge-code").statusCode(200).extract().path("code");
    }
}
