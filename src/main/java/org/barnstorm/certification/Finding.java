package org.barnstorm.certification;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a group stands to one criterion now. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CertificationFinding", description = "How a group stands to one criterion now.")
record Finding(
        @Schema(description = "What is asked for.", examples = "RESULTS")
        Criterion criterion,

        @Schema(description = "How many the group has.", examples = "4")
        long number,

        @Schema(description = "How many it needs.", examples = "3")
        int needed,

        @Nullable
        @Schema(
                description =
                        "Until when it is enough if nothing else happens; absent while it is not, and when nothing known ends it.",
                examples = "2027-01-20T18:00:00Z")
        Instant until) {

    @JsonProperty("met")
    @Schema(description = "Whether that is enough.")
    boolean isMet() {
        return number >= needed;
    }
}
