package org.barnstorm.access;

import static org.barnstorm.access.Attempt.get;
import static org.barnstorm.access.Attempt.post;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.barnstorm.testing.Work;

/** The façade for clients of OSDI, over what is in the town. */
final class OsdiSituations {
    private OsdiSituations() {}

    static Map<String, Function<Scene, Attempt>> all() {
        Map<String, Function<Scene, Attempt>> all = new HashMap<>();
        all.put("osdiEntryPoint", scene -> get("/osdi/v1"));
        all.put("osdiListPeople", scene -> get("/osdi/v1/people?per_page=1"));
        all.put(
                "osdiShowPerson",
                scene -> get("/osdi/v1/people/" + scene.freshMember().id()));
        all.put("osdiSignUp", scene -> {
            var email = Map.of("address", scene.fresh() + "." + scene.town + "@example.org");
            return post("/osdi/v1/people", Map.of("person", Map.of("email_addresses", List.of(email))));
        });
        all.put("osdiListTags", scene -> get("/osdi/v1/tags"));
        all.put("osdiShowTag", scene -> get("/osdi/v1/tags/" + campaign(scene)));
        all.put("osdiListEvents", scene -> get("/osdi/v1/events"));
        all.put("osdiShowEvent", scene -> get("/osdi/v1/events/" + event(scene)));
        all.put("osdiListAttendances", scene -> get("/osdi/v1/events/" + event(scene) + "/attendances"));
        all.put("osdiShowAttendance", scene -> {
            var event = event(scene);
            return get("/osdi/v1/events/" + event + "/attendances/" + Work.claim(scene.freshMember(), event));
        });
        all.put("osdiRecordAttendance", scene -> {
            var member = "barnstorm:" + scene.freshMember().id();
            return post(
                    "/osdi/v1/events/" + event(scene) + "/attendances",
                    Map.of("person", Map.of("identifiers", List.of(member))));
        });
        return all;
    }

    private static UUID event(Scene scene) {
        var wanted = new HashMap<>(scene.task());
        var start = Instant.now().plus(7, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        wanted.put("remote", false);
        wanted.put("place", Map.of("name", "The Level"));
        wanted.put("startsAt", start.toString());
        wanted.put("endsAt", start.plus(1, ChronoUnit.HOURS).toString());
        return Work.open(scene.keeper(), wanted);
    }

    private static String campaign(Scene scene) {
        return scene.keeper()
                .post("/campaigns", Map.of("group", scene.town, "name", "Warm homes"))
                .statusCode(201)
                .extract()
                .path("id");
    }
}
