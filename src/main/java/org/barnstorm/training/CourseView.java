package org.barnstorm.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.http.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A course as every member sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Course", description = "A course as every member sees it.")
record CourseView(
        @Schema(description = "Id of the course.") UUID id,

        @Schema(description = "Content version, as in the ETag.", examples = "0")
        long version,

        @Schema(description = "Where it can be taken: this group and everything below it.")
        GroupPath group,

        @Schema(description = "What it is called.", examples = "Organiser 101")
        String title,

        @Schema(
                description = "What one learns and how, in Markdown.",
                examples = "Three evenings: **listen**, ask, follow up.")
        String description,

        @Nullable
        @Schema(description = "For how many months the qualification is valid; absent: for good.", examples = "24")
        Integer validMonths,

        @Nullable @Schema(description = "What completing it awards besides the qualification.")
        Award award,

        @Schema(description = "What doing all modules leads to.", examples = "AUTOMATIC")
        Completion completion,

        @Schema(description = "Courses whose qualification one needs first.")
        List<UUID> requires,

        @Schema(description = "Courses whose qualification counts as this one's.")
        List<UUID> recognises)
        implements Versioned {

    static CourseView of(Course course, GroupPath group) {
        var content = course.content();
        return new CourseView(
                course.id(),
                course.version(),
                group,
                content.title(),
                content.description(),
                content.validMonths(),
                content.award(),
                content.completion(),
                content.requires(),
                content.recognises());
    }
}
