package org.barnstorm.training.quiz;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a trainer says to one answer in own words. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "QuizMark", description = "What a trainer says to one answer in own words.")
record Mark(
        @NotNull @Min(1) @Schema(description = "Number of the question in the attempt.", examples = "3")
        Integer question,

        @NotNull @Schema(description = "Whether the answer is good.", examples = "true")
        Boolean right,

        @Size(max = 2000)
        @Schema(description = "Why. Not in the journal.", examples = "Yes, and say when you will call again.")
        String comment) {}
