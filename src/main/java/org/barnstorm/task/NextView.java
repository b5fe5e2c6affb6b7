package org.barnstorm.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the caller can do next, or why there is nothing. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Next", description = "What you can do next, or why there is nothing.")
record NextView(
        @Schema(description = "Up to 20 tasks that you can claim right now, the best first.")
        List<NextSuggestion> items,

        @Nullable @Schema(description = "Only if there are none: what stands in the way, and what to do about it.")
        Obstacle why) {}
