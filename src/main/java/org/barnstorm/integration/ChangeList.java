package org.barnstorm.integration;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a follower gets at once, and where they go on. */
@Schema(description = "The next changes, in the order in which they are to be applied, and where to go on.")
record ChangeList(
        @Schema(description = "The changes; none when there is nothing new.")
        List<Change> items,

        @Schema(
                description =
                        "Send it as `since` the next time. Keep it once you have dealt with the changes: whatever happens, you get all after it again.",
                examples = "eyJrIjpbIjAxOTlkNmYwIl19.m8Qx")
        String next,

        @Schema(
                description =
                        "Whether there is more to look at already: ask again at once, also when there are no items.",
                examples = "false")
        boolean more) {}
