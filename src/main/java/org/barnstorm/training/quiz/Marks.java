package org.barnstorm.training.quiz;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a trainer says to all answers in own words of an attempt. */
@Schema(name = "QuizMarks", description = "One mark for each FREE_TEXT question of an attempt.")
record Marks(
        @NotEmpty @Size(max = 200) @Schema(description = "All of them at once.")
        List<@Valid @NotNull Mark> marks) {}
