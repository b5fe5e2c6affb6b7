package org.barnstorm.training.content;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version as every member sees it: what is in it, without the content itself. */
@Schema(name = "CourseVersion", description = "A published version: what is in it, without the content itself.")
public record CourseVersionView(
        @Schema(description = "Id of the version.") UUID id,

        @Schema(description = "The course.") UUID courseId,

        @Schema(description = "1, 2, 3 as they were published.", examples = "1")
        int number,

        @Schema(
                description = "Whether those who are qualified already are asked to do what is new.",
                examples = "false")
        boolean catchUp,

        @Schema(description = "When it was published, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant publishedAt,

        @Schema(description = "In the order in which they are meant to be done.")
        List<ModuleOutline> modules) {

    /** The module with this key. */
    public Optional<ModuleOutline> find(String key) {
        return modules.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    static CourseVersionView of(CourseVersion version) {
        return new CourseVersionView(
                version.id(),
                version.courseId(),
                version.number(),
                version.asksToCatchUp(),
                version.publishedAt(),
                version.modules().modules().stream().map(ModuleOutline::of).toList());
    }
}
