package org.barnstorm.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A hand-over as the person sees it who was named. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "HandoverToMe", description = "Somebody's place that I may take over.")
record HandoverView(
        @Schema(description = "Their assignment.") UUID assignmentId,

        @Schema(description = "The task.") UUID taskId,

        @Schema(description = "The task's title.", examples = "Knock on doors in Hanover")
        String title,

        @Schema(description = "The task's group.") GroupPath group,

        @Schema(description = "Who hands it over.") UUID memberId,

        @Schema(description = "Their first name and initial.", examples = "Ada L.")
        String name,

        @Nullable @Schema(description = "When the work begins, in UTC; absent for work at any time.")
        Instant startsAt,

        @Nullable @Schema(description = "When it ends, in UTC.")
        Instant endsAt,

        @Nullable
        @Schema(
                description = "Until when I can take it over, in UTC; absent once I turned it down.",
                examples = "2026-11-22T09:30:00Z")
        Instant until) {

    static HandoverView of(HoldRepository.Look look, GroupPath group, String name) {
        var hold = look.own();
        var task = look.task();
        return new HandoverView(
                hold.id(),
                task.id(),
                task.title(),
                group,
                hold.memberId(),
                name,
                task.startsAt(),
                task.endsAt(),
                hold.handover().until());
    }
}
