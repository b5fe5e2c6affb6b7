package org.barnstorm.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a task stands, without saying who. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BoardTask", description = "How a task stands.")
record BoardTaskView(
        @Schema(description = "Id of the task.") UUID id,

        @Schema(description = "The group it belongs to.") GroupPath group,

        @Schema(description = "What is to be done, in a line.", examples = "Knock on doors in Hanover")
        String title,

        @Schema(description = "What can be done with it.", examples = "OPEN")
        Task.Status status,

        @Nullable @Schema(description = "When it begins, in UTC.", examples = "2026-12-05T10:00:00Z")
        Instant startsAt,

        @Nullable @Schema(description = "When it ends, in UTC.", examples = "2026-12-05T12:00:00Z")
        Instant endsAt,

        @Schema(description = "Its places.") BoardPlaces places,

        @Schema(description = "Why it does not get done by itself; empty if nothing is wrong.")
        List<Stuck> stuck) {}
