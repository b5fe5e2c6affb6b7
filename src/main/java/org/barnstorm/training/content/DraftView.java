package org.barnstorm.training.content;

import java.util.List;
import java.util.UUID;
import org.barnstorm.platform.http.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A draft as its authors see it. */
@Schema(name = "CourseDraft", description = "The modules of a course as its authors are writing them.")
record DraftView(
        @Schema(description = "The course.") UUID courseId,

        @Schema(description = "Content version, as in the ETag.", examples = "0")
        long version,

        @Schema(description = "In the order in which they are meant to be done.")
        List<CourseModule> modules)
        implements Versioned {

    static DraftView of(Draft draft) {
        return new DraftView(draft.courseId(), draft.version(), draft.modules().modules());
    }
}
