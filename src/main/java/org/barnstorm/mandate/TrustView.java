package org.barnstorm.mandate;

import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far one is trusted in a group, and what that is made of. */
@Schema(name = "Trust", description = "How far one is trusted in a group, and what that is made of.")
record TrustView(
        @Schema(description = "The group.") GroupPath group,

        @Schema(description = "0 new, 1 known, 2 active, 3 organiser, 4 lead.", examples = "2")
        int level,

        @Schema(description = "Results in this movement that somebody else confirmed.", examples = "7")
        long confirmed,

        @Schema(description = "Days between the first and the last of them.", examples = "33")
        long days,

        @Schema(description = "Vouches one has open, in all groups.", examples = "1")
        long vouchesOpen,

        @Schema(description = "So many may be open.", examples = "5")
        int vouchesMost) {}
