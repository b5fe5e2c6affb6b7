package org.barnstorm.mandate;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For whom somebody vouches. */
@Schema(description = "For whom one vouches.")
record NewVouch(
        @NotNull @Schema(description = "An active member of the group.")
        UUID memberId) {}
