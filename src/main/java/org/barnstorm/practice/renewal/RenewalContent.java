package org.barnstorm.practice.renewal;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What renews the qualification of a course. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What renews the qualification of a course without a refresher.")
record RenewalContent(
        @Valid @Nullable @Schema(description = "The work that does; left out, only a refresher does.")
        RenewalWork work) {}
