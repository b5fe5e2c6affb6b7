package org.barnstorm.practice.practical;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.UUID;
import org.barnstorm.platform.http.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The rule of a practical as everybody sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Practical", description = "What makes a PRACTICAL of a course done.")
record PracticalView(
        @Schema(description = "The course.") UUID courseId,

        @Schema(description = "Which PRACTICAL of the course.", examples = "walk")
        String module,

        @Schema(description = "Content version, as in the ETag.", examples = "0")
        long version,

        @Nullable @Schema(description = "Work that somebody else verified; absent for none.")
        PracticalWork work,

        @Nullable
        @Schema(description = "How many people sign it off, each on another day; absent for none.", examples = "2")
        Integer signOffs)
        implements Versioned {

    static PracticalView of(Practical rule) {
        return new PracticalView(
                rule.courseId(),
                rule.module(),
                rule.version(),
                rule.content().work(),
                rule.content().signOffs());
    }
}
