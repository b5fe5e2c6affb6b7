package org.barnstorm.task;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** To whom somebody wants to hand their place. */
@Schema(description = "To whom somebody wants to hand their place.")
record NewHandover(
        @NotNull @Schema(description = "Fence of the hold, as in the assignment.", examples = "3")
        Long fence,

        @NotNull @Schema(description = "Who may take it over.")
        UUID memberId) {}
