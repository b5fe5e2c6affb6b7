package org.barnstorm.webhook;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.problem.Refusal.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be sent again: one of three. */
@Schema(description = "What is to be sent again. Say one of the three.")
record NewReplay(
        @Nullable
        @Schema(
                description =
                        "Everything after the event with this id, the `webhook-id` of the last one that you dealt with, in order.")
        UUID after,

        @Nullable
        @Schema(
                description = "Everything from this moment on, in order, and perhaps some from the minute before.",
                examples = "2026-11-21T09:30:00Z")
        Instant since,

        @Nullable
        @Schema(
                description =
                        "True: the dead letters. They come after what came later of the same thing; `sequence` says so.",
                examples = "true")
        Boolean dead) {

    NewReplay requireSensible() {
        var said = Stream.of(after != null, since != null, Boolean.TRUE.equals(dead))
                .filter(each -> each)
                .count();
        if (said == 1) return this;
        throw Refusal.invalid(List.of(new Violation("", "Say one of after, since and dead: true.")));
    }
}
