package org.barnstorm.task.template;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a task from a template has of its own. */
@Schema(description = "What a task from a template has of its own; everything can be left out.")
record TaskFromTemplate(
        @Schema(description = "The group it belongs to: the template's, or one below it; the template's, if left out.")
        GroupPath group,

        @Schema(
                description = "When it begins, in UTC; left out for work that can be done at any time.",
                examples = "2026-12-05T10:00:00Z")
        Instant startsAt,

        @Min(1)
        @Max(TaskFromTemplate.LONGEST_MINUTES)
        @Schema(description = "For how many minutes it goes on; as the template says, if left out.", examples = "120")
        Integer durationMinutes,

        @Valid @Schema(description = "What it says instead of the template, field by field.")
        Outline content,

        @Schema(description = "Whether it opens at once; otherwise it is a draft.", examples = "true")
        Boolean publish) {
    /** A week: what goes on for longer is several tasks, or work at any time. */
    static final int LONGEST_MINUTES = 10080;
}
