package org.barnstorm.ladder;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who is ready for more, and why. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ReadyPerson", description = "Somebody who is ready for more, and why.")
record ReadyPersonView(
        @Schema(description = "Who.") UUID memberId,

        @Nullable @Schema(description = "First name and initial.", examples = "Nora N.")
        String name,

        @Schema(description = "Why; what waits for somebody first.")
        List<ReadyReason> reasons) {}
