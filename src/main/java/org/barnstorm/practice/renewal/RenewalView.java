package org.barnstorm.practice.renewal;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.UUID;
import org.barnstorm.platform.http.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The rule of a course as everybody sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CourseRenewal", description = "What renews the qualification of a course without a refresher.")
record RenewalView(
        @Schema(description = "The course.") UUID courseId,

        @Schema(description = "Content version, as in the ETag.", examples = "0")
        long version,

        @Nullable @Schema(description = "The work that does; absent when only a refresher does.")
        RenewalWork work)
        implements Versioned {

    static RenewalView of(Renewal rule) {
        return new RenewalView(rule.courseId(), rule.version(), rule.work());
    }
}
