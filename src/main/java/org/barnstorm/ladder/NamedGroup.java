package org.barnstorm.ladder;

import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A group as people call it. */
@Schema(description = "A group as people call it.")
record NamedGroup(
        @Schema(description = "Its path.") GroupPath path,

        @Schema(description = "Its name.", examples = "Brighton Pavilion")
        String name) {}
