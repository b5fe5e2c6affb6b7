package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.barnstorm.platform.time.Timestamps;

/** Edits tasks so that nobody's agreement changes without a trace: what was agreed before is kept. */
@ApplicationScoped
class Revisions {
    private final RevisionRepository revisions;
    private final TaskConfig config;
    private final Clock clock;

    Revisions(RevisionRepository revisions, TaskConfig config, Clock clock) {
        this.revisions = revisions;
        this.config = config;
        this.clock = clock;
    }

    /** Writes the content; the caller holds the task's lock. */
    void edit(Task task, TaskContent content, UUID editor) {
        var before = Agreed.of(task.content());
        var revision = task.revision();
        task.edit(content, config.travelGap());
        if (task.revision() == revision) return;
        var now = Timestamps.now(clock);
        revisions.persist(new TaskRevision(task.id(), revision, before, editor, now));
    }

    /** What the task said in this revision. */
    Agreed of(Task task, int revision) {
        if (revision == task.revision()) return Agreed.of(task.content());
        return revisions
                .of(task.id(), revision)
                .orElseThrow(() -> new IllegalStateException("Revision " + revision + " of " + task.id() + " is lost"))
                .content();
    }
}
