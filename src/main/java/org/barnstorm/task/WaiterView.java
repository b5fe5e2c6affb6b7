package org.barnstorm.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry of a wait list, as the person and the group's organisers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Waiter", description = "Somebody who waits for a place of a full task.")
record WaiterView(
        @Schema(description = "Id of the entry.") UUID id,

        @Schema(description = "The task.") UUID taskId,

        @Schema(description = "The task's title.", examples = "Knock on doors in Hanover")
        String title,

        @Schema(description = "The task's group.") GroupPath group,

        @Schema(description = "Who waits.") UUID memberId,

        @Nullable @Schema(description = "First name and initial; only in a task's list.")
        String name,

        @Schema(description = "Where the entry stands.", examples = "WAITING")
        WaiterStatus status,

        @Nullable @Schema(description = "While WAITING: how many wait who joined before.", examples = "2")
        Long ahead,

        @Nullable @Schema(description = "The place that was offered; accept or decline it.")
        UUID assignmentId,

        @Nullable
        @Schema(
                description = "While OFFERED: until when to answer, by the database's clock, in UTC.",
                examples = "2026-11-21T10:00:00Z")
        Instant answerUntil,

        @Schema(description = "When the person joined, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant joinedAt,

        @Nullable @Schema(description = "When the entry ended, in UTC.")
        Instant endedAt) {

    static WaiterView of(WaiterRepository.Line line, GroupPath group, String name) {
        var waiter = line.waiter();
        return new WaiterView(
                waiter.id(),
                waiter.taskId(),
                line.task().title(),
                group,
                waiter.memberId(),
                name,
                waiter.status(),
                waiter.status() == WaiterStatus.WAITING ? line.ahead() : null,
                waiter.assignmentId(),
                waiter.status() == WaiterStatus.OFFERED ? line.offer().lease().until() : null,
                waiter.joinedAt(),
                waiter.endedAt());
    }
}
