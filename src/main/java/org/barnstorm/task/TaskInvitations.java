package org.barnstorm.task;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom a task is for, besides those who have been invited before. */
@Schema(description = "People to invite to a task.")
record TaskInvitations(
        @NotEmpty @Size(max = 200) @Schema(description = "Members to invite; those who are invited already stay so.")
        Set<@NotNull UUID> memberIds) {}
