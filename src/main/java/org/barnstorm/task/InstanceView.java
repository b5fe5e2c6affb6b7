package org.barnstorm.task;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One task of a series. */
@Schema(name = "SeriesTask", description = "One task of a series.")
public record InstanceView(
        @Schema(description = "The task.") UUID taskId,

        @Schema(
                description = "When the rule of the series has it; the task itself may have been moved since.",
                examples = "2026-12-01T18:00:00")
        LocalDateTime occurrence,

        @Schema(description = "When the task begins, in UTC.", examples = "2026-12-01T18:00:00Z")
        Instant startsAt,

        @Schema(description = "What can be done with it.", examples = "OPEN")
        Task.Status status,

        @Schema(description = "How many places are taken.", examples = "2")
        int holders,

        @Schema(description = "Edited by itself: edits of the series leave it alone.", examples = "false")
        boolean detached) {

    static InstanceView of(Task task) {
        return new InstanceView(
                task.id(),
                task.occurrence().at(),
                task.startsAt(),
                task.status(),
                task.taken(),
                task.occurrence().detached());
    }

    /** It will not happen, and nobody needs to be told. */
    @JsonIgnore
    public boolean isCancelled() {
        return status == Task.Status.CANCELLED;
    }

    /** Nobody has a place in it. */
    @JsonIgnore
    public boolean isEmpty() {
        return holders == 0;
    }

    /** Nobody has a place in it, and nobody has edited it by itself: its series may do with it as it likes. */
    @JsonIgnore
    public boolean isFree() {
        return isEmpty() && !detached && !isCancelled();
    }
}
