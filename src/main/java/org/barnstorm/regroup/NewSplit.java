package org.barnstorm.regroup;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Members of a group who are to go on in another. */
@Schema(description = "Members of a group who are to go on in another, which is made on the day unless it is there.")
record NewSplit(
        @NotNull
        @Schema(description = "The other group. If there is none, it is made, with the habits of the one above it.")
        GroupPath into,

        @Size(min = 1, max = 200)
        @Schema(description = "Its name; needed if it is to be made.", examples = "Brighton Hanover")
        String name,

        @NotNull @Size(min = 1, max = 500) @Schema(description = "Who goes: active members of the group.")
        Set<@NotNull UUID> memberIds,

        @NotNull
        @Schema(description = "The day; far enough ahead that they can decline.", examples = "2026-12-21T09:30:00Z")
        Instant effectiveAt) {}
