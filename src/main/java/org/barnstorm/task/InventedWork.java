package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;

/** Work of people who are made up, done as the rules have it for everybody; each act is a transaction of its own. */
@ApplicationScoped
public class InventedWork {
    private static final int EFFORT_MINUTES = 60;

    private final TaskService tasks;
    private final ClaimService claims;
    private final ResultService results;
    private final AssignmentService assignments;

    InventedWork(TaskService tasks, ClaimService claims, ResultService results, AssignmentService assignments) {
        this.tasks = tasks;
        this.claims = claims;
        this.results = results;
        this.assignments = assignments;
    }

    /** A task that can be done from anywhere, as a draft; at any time when it has no beginning. */
    public UUID draft(Caller caller, GroupPath group, String title, int capacity, Instant startsAt, Instant endsAt) {
        var wanted = new NewTask(
                group,
                title,
                "It is made up.",
                capacity,
                true,
                null,
                startsAt,
                endsAt,
                null,
                EFFORT_MINUTES,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return tasks.create(caller, wanted).id();
    }

    public void publish(Caller caller, UUID task) {
        tasks.publish(caller, task);
    }

    public void claim(Caller caller, UUID task) {
        claims.claim(caller, task);
    }

    /** Claims a place, and says that it is done. */
    public UUID complete(Caller caller, UUID task, int quantity) {
        var hold = claims.claim(caller, task);
        var outcome = new Outcome("done", quantity, null, null);
        return results.complete(caller, hold.id(), new Completion(hold.fence(), outcome))
                .id();
    }

    public void verify(Caller caller, UUID assignment) {
        assignments.verify(caller, assignment);
    }
}
