package org.barnstorm.training.content;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a draft becomes a version. */
@Schema(name = "CoursePublication", description = "How a draft becomes a version.")
record Publication(
        @Schema(
                description =
                        "Whether those who are qualified already are asked to do what is new; false, if left out.",
                examples = "true")
        Boolean catchUp) {}
