package org.barnstorm.ladder;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A kind of work, by its code and as people call it. */
@Schema(description = "A kind of work.")
record KindOfWork(
        @Schema(description = "Its code.", examples = "phone-bank")
        String code,

        @Schema(description = "What people call it.", examples = "Phone banking")
        String label) {}
