package org.barnstorm.testing;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Wait lists to test with. */
public final class Waiting {
    private Waiting() {}

    /** The id of the entry that somebody gets. */
    public static UUID join(Person person, UUID task) {
        return id(person.put("/tasks/{id}/waitlist", task)
                .statusCode(200)
                .extract()
                .path("id"));
    }

    /** A task with one place, and somebody who has it. */
    public static UUID full(Person organiser, Person holder, String group) {
        var task = Work.open(organiser, group, 1);
        Work.claim(holder, task);
        return task;
    }

    /** Gives a place back. */
    public static void release(Person holder, UUID hold) {
        holder.post("/assignments/{id}/release", Map.of("fence", Work.fence(holder, hold)), hold)
                .statusCode(200);
    }

    /** The id of the place that is offered to somebody from the list of a task; null when there is none. */
    public static UUID offer(Person person, UUID task) {
        String found = person.get("/me/waitlist")
                .statusCode(200)
                .extract()
                .path("items.find { it.taskId == '" + task + "' }?.assignmentId");
        return found == null ? null : id(found);
    }

    /** Lets a task that people hold have ended an hour ago. */
    public static void letEnd(UUID task) {
        Work.letEnd(task);
        Sql.run(
                "update assignment a set busy = t.busy from task t where t.id = a.task_id and t.id = ?"
                        + " and a.status in ('OFFERED', 'HELD', 'DONE', 'VERIFIED')",
                task);
    }

    public static String status(UUID entry) {
        return Sql.value(String.class, "select status from waiter where id = ?", entry);
    }

    /** What happened to something, in order. */
    public static List<String> journal(UUID subject) {
        return Sql.column(String.class, "select type from journal where subject_id = ? order by seq", subject);
    }

    /** The id of a new course. */
    public static String course(Person lead, String group) {
        return lead.post("/courses", Map.of("group", group, "title", "Doors 101", "description", "Listen."))
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static void qualify(Person lead, String course, Person learner, String group) {
        lead.post("/courses/{id}/completions", Map.of("memberId", learner.id(), "group", group), course)
                .statusCode(201);
    }

    /** How many statements reading this costs. */
    public static int statements(Person reader, String path) {
        var requestId = "count-" + UUID.randomUUID();
        var statements = Statements.follow(requestId);
        reader.request().header("X-Request-Id", requestId).get(path).then().statusCode(200);
        return statements.size();
    }

    private static UUID id(String text) {
        return UUID.fromString(text);
    }
}
