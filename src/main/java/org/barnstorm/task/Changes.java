package org.barnstorm.task;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What has changed in a task since its holder looked. */
@Schema(
        description =
                "What has changed in a task since its holder agreed to it; nothing, when the revisions are the same.")
record Changes(
        @Schema(description = "Id of the assignment.") UUID assignmentId,

        @Schema(description = "The task.") UUID taskId,

        @Schema(description = "Revision that the holder has seen.", examples = "1")
        int revision,

        @Schema(description = "The task's revision now; send it to acknowledge.", examples = "2")
        int taskRevision,

        @Schema(description = "Each field that has another value now.")
        List<Change> changes) {

    static Changes of(Assignment assignment, Task task, Agreed seen) {
        return new Changes(
                assignment.id(),
                task.id(),
                assignment.revision(),
                task.revision(),
                Change.between(seen, assignment.revision(), Agreed.of(task.content()), task.revision()));
    }
}
