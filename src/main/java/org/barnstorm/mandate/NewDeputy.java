package org.barnstorm.mandate;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.Capability;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who stands in for somebody who is away. */
@Schema(description = "Who stands in while one is away.")
record NewDeputy(
        @NotNull @Schema(description = "The deputy.") UUID memberId,

        @Schema(description = "When it begins; now, if left out or past.", examples = "2026-12-01T00:00:00Z")
        Instant from,

        @NotNull
        @Schema(description = "When one is back, in UTC; not after one's own term.", examples = "2026-12-15T00:00:00Z")
        Instant until,

        @Schema(
                description = "Only these; everything that the mandate has, if left out.",
                examples = "[\"TASK_ASSIGN\", \"TASK_EDIT\"]")
        Set<@NotNull Capability> capabilities) {}
