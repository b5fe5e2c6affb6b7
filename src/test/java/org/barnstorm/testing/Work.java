package org.barnstorm.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Tasks to test with, made through the API. */
public final class Work {
    private Work() {}

    /** What one sends to make a task that anybody can do from home. */
    public static Map<String, Object> leaflets(String group) {
        var wanted = new HashMap<String, Object>();
        wanted.put("group", group);
        wanted.put("title", "Leaflets in Hanover");
        wanted.put("remote", true);
        wanted.put("effortMinutes", 60);
        return wanted;
    }

    /** The same with one more field, or another value of one. */
    public static Map<String, Object> leaflets(String group, String field, Object value) {
        var wanted = leaflets(group);
        wanted.put(field, value);
        return wanted;
    }

    /** The id of a new draft. */
    public static UUID draft(Person author, Map<String, Object> wanted) {
        return id(author.post("/tasks", wanted).statusCode(201).extract().path("id"));
    }

    /** The id of a new open task with so many places. */
    public static UUID open(Person author, String group, int capacity) {
        return open(author, leaflets(group, "capacity", capacity));
    }

    public static UUID open(Person author, Map<String, Object> wanted) {
        var id = draft(author, wanted);
        author.act("/tasks/{id}/publish", id).statusCode(200);
        return id;
    }

    /** The id of the hold that somebody gets by claiming. */
    public static UUID claim(Person person, UUID task) {
        return id(
                person.put("/tasks/{id}/claim", task).statusCode(200).extract().path("id"));
    }

    /** The id of the hold that an organiser offers to somebody. */
    public static UUID offer(Person organiser, UUID task, Person to) {
        return id(organiser
                .post("/tasks/{id}/assignments", Map.of("memberId", to.id()), task)
                .statusCode(201)
                .extract()
                .path("id"));
    }

    /** Says that a hold is done; the fence is read first. */
    public static void complete(Person holder, UUID hold) {
        holder.post("/assignments/{id}/complete", completion(fence(holder, hold)), hold)
                .statusCode(200);
    }

    /** The id of a hold that is done and waits to be verified. */
    public static UUID done(Person person, UUID task) {
        var hold = claim(person, task);
        complete(person, hold);
        return hold;
    }

    public static Map<String, Object> completion(long fence) {
        return Map.of("fence", fence, "outcome", Map.of("code", "doors-knocked", "quantity", 42));
    }

    public static long fence(Person holder, UUID hold) {
        return holder.get("/assignments/{id}", hold)
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("fence");
    }

    /** How many places are taken, as a reader sees it. */
    public static int taken(Person reader, UUID task) {
        return reader.get("/tasks/{id}", task).statusCode(200).extract().path("taken");
    }

    /** Edits a task as it is now. */
    public static void edit(Person editor, UUID task, Map<String, ?> patch) {
        var etag = editor.get("/tasks/{id}", task).statusCode(200).extract().header("ETag");
        editor.patch("/tasks/{id}", etag, patch, task).statusCode(200);
    }

    /** Verifies a hold that is done. */
    public static void verify(Person verifier, UUID hold) {
        verifier.act("/assignments/{id}/verify", hold).statusCode(200);
    }

    /** How often something happened to a thing, by the journal. */
    public static long journaled(UUID subject, String type) {
        return Sql.value(Long.class, "select count(*) from journal where subject_id = ? and type = ?", subject, type);
    }

    /** Lets the lease of a hold and its grace have run out a second ago. */
    public static void letLapse(UUID hold) {
        Sql.run(
                "update assignment set lease_until = now() - interval '1 hour', expires_at = now() - interval '1 second'"
                        + " where id = ?",
                hold);
    }

    /** Lets a task have ended an hour ago. */
    public static void letEnd(UUID task) {
        Sql.run(
                "update task set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour',"
                        + " busy_until = now() - interval '1 hour' where id = ?",
                task);
        Sql.run("update assignment a set busy = t.busy from task t where t.id = a.task_id and t.id = ?", task);
    }

    private static UUID id(String text) {
        return UUID.fromString(text);
    }
}
