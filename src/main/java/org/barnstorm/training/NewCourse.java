package org.barnstorm.training;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A course to be made. */
@Schema(description = "A course to be made.")
record NewCourse(
        @NotNull @Schema(description = "Where it can be taken: this group and everything below it.")
        GroupPath group,

        @NotBlank @Size(max = 200) @Schema(description = "What it is called.", examples = "Organiser 101")
        String title,

        @NotNull
        @Size(max = 20000)
        @Schema(
                description = "What one learns and how, in Markdown.",
                examples = "Three evenings: **listen**, ask, follow up.")
        String description,

        @Min(1)
        @Max(120)
        @Schema(description = "For how many months the qualification is valid; for good, if left out.", examples = "24")
        Integer validMonths,

        @Valid @Schema(description = "What completing it awards; nothing but the qualification, if left out.")
        Award award,

        @Schema(description = "What doing all modules leads to; AUTOMATIC, if left out.", examples = "AUTOMATIC")
        Completion completion,

        @Size(max = 20)
        @Schema(description = "Courses whose qualification one needs first; none, if left out.", examples = "[]")
        List<@NotNull UUID> requires,

        @Size(max = 50)
        @Schema(
                description =
                        "Courses, of this movement or another, whose qualification counts as this one's; none, if left out.",
                examples = "[]")
        List<@NotNull UUID> recognises) {

    CourseContent content() {
        return new CourseContent(title, description, validMonths, award, completion, requires, recognises);
    }
}
