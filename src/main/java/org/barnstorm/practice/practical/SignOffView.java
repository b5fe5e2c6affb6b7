package org.barnstorm.practice.practical;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A sign-off as who gave it sees it. */
@Schema(name = "SignOff", description = "That somebody qualified went along with a learner, and found it good.")
record SignOffView(
        @Schema(description = "Id of the sign-off.") UUID id,

        @Schema(description = "Which PRACTICAL of the course.", examples = "walk")
        String module,

        @Schema(description = "The day where the learner is.", examples = "2026-12-05")
        LocalDate day) {

    static SignOffView of(SignOff signOff) {
        return new SignOffView(signOff.id(), signOff.module(), signOff.day());
    }
}
