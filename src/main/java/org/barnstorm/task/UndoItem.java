package org.barnstorm.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that would be undone. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One thing that would be undone.")
record UndoItem(
        @Schema(description = "What they did.", examples = "RESULT")
        Deed deed,

        @Schema(description = "When, in UTC.", examples = "2026-11-21T10:15:00Z")
        Instant at,

        @Schema(description = "The assignment it was done with.")
        UUID assignmentId,

        @Schema(description = "Who holds that place: for a VERDICT somebody else.")
        UUID memberId,

        @Schema(description = "Where it stands now.", examples = "DONE")
        AssignmentStatus status,

        @Nullable @Schema(description = "How it went, in a code.", examples = "doors-knocked")
        String outcome,

        @Schema(description = "The task.") UUID taskId,

        @Schema(description = "The task's title.", examples = "Knock on doors in Hanover")
        String title,

        @Schema(description = "The task's group.") GroupPath group) {

    static UndoItem of(Deeds.Item item, GroupPath group) {
        var hold = item.hold();
        return new UndoItem(
                item.deed(),
                item.at(),
                hold.id(),
                hold.memberId(),
                hold.status(),
                hold.outcome() == null ? null : hold.outcome().code(),
                item.task().id(),
                item.task().title(),
                group);
    }
}
