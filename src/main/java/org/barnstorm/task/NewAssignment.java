package org.barnstorm.task;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** To whom a place is offered. */
@Schema(description = "To whom a place is offered.")
record NewAssignment(
        @NotNull @Schema(description = "An active member of the task's group.")
        UUID memberId) {}
