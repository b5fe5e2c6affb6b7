package org.barnstorm.task;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A hold of the caller's that stands in the way of another; with what they need to give it back. */
@Schema(name = "HeldPlace", description = "A place of yours, with what you need to give it back.")
record HeldPlace(
        @Schema(description = "Id of the assignment.") UUID assignment,

        @Schema(description = "The task.") UUID task,

        @Schema(description = "The task's title.", examples = "Knock on doors in Hanover")
        String title,

        @Schema(description = "Send it to complete or give back.", examples = "3")
        long fence,

        @Schema(description = "Until when it is yours, in UTC.", examples = "2026-11-23T09:30:00Z")
        Instant leaseUntil) {

    static HeldPlace of(HoldRepository.Look look) {
        var own = look.own();
        return new HeldPlace(
                own.id(),
                look.task().id(),
                look.task().title(),
                own.fence(),
                own.lease().until());
    }
}
