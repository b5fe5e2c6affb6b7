package org.barnstorm.testing;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Live sessions and practicals to test with, made through the API. */
public final class RealLife {
    private static final int HOUR = 3600;

    private RealLife() {}

    /** What one sends to plan a session that began a minute ago, with so many places. */
    public static Map<String, Object> session(String group, String module, int capacity) {
        return session(group, module, capacity, Instant.now().minusSeconds(60));
    }

    /** The same at another time. */
    public static Map<String, Object> session(String group, String module, int capacity, Instant start) {
        var wanted = new HashMap<String, Object>();
        wanted.put("group", group);
        wanted.put("module", module);
        wanted.put("startsAt", start.toString());
        wanted.put("endsAt", start.plusSeconds(2 * HOUR).toString());
        wanted.put("link", "https://meet.example.org/evening");
        wanted.put("capacity", capacity);
        return wanted;
    }

    /** The id of a new session. */
    public static String plan(Person trainer, String course, Map<String, Object> wanted) {
        return trainer.post("/courses/{id}/live-sessions", wanted, course)
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The task of a session. */
    public static UUID task(Person trainer, String session) {
        return UUID.fromString(trainer.get("/live-sessions/{id}", session)
                .statusCode(200)
                .extract()
                .path("task.id"));
    }

    public static ValidatableResponse attendance(Person trainer, String session, Person who, String status) {
        return trainer.replace("/live-sessions/{id}/attendees/{member}", Map.of("status", status), session, who.id());
    }

    /** So many results of a kind of work. */
    public static Map<String, Object> work(String kind, int results) {
        return Map.of("work", Map.of("kind", kind, "results", results));
    }

    public static Map<String, Object> signOffs(int days) {
        return Map.of("signOffs", days);
    }

    /** Says what makes a practical done, of which nobody has said it. */
    public static ValidatableResponse rule(Person lead, String course, String module, Map<String, ?> content) {
        return lead.request()
                .contentType(ContentType.JSON)
                .header("If-None-Match", "*")
                .body(content)
                .put("/courses/{id}/practicals/{module}", course, module)
                .then();
    }

    public static ValidatableResponse signOff(Person mentor, String course, String module, Person learner) {
        return mentor.post("/courses/{id}/sign-offs", Map.of("memberId", learner.id(), "module", module), course);
    }

    /** A trainer says that somebody completed a course. */
    public static void qualify(Person trainer, Person whom, String course, String group) {
        trainer.post("/courses/{id}/completions", Map.of("memberId", whom.id(), "group", group), course)
                .statusCode(201);
    }

    /** A kind of work whose results close it. */
    public static void kind(Person lead, String group, String code) {
        var outcomes = List.of(KindsOfWork.outcome("doors-knocked", "CLOSES", false));
        KindsOfWork.make(lead, group, code, Map.of("label", "It is " + code, "outcomes", outcomes))
                .statusCode(201);
    }

    /** The id of a hold of work of this kind that is done and waits to be verified. */
    public static UUID done(Person organiser, Person worker, String group, String kind) {
        return Work.done(worker, Work.open(organiser, Work.leaflets(group, "kind", kind)));
    }
}
