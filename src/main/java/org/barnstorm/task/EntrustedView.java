package org.barnstorm.task;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A task that came to somebody because the authority of who looked after it ended. */
@Schema(name = "EntrustedTask", description = "A task I look after because somebody else no longer can.")
record EntrustedView(
        @Schema(description = "The task.") TaskView task,

        @Schema(description = "Who looked after it before.") UUID fromMemberId,

        @Schema(description = "Since when it is mine, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant since) {}
