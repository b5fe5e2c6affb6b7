package org.barnstorm.integration;

import java.time.Instant;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A sandbox as its client sees it. */
@Schema(name = "Sandbox", description = "A movement that was made up for one client to try things in.")
record SandboxView(
        @Schema(description = "Id of the sandbox.") UUID id,

        @Schema(description = "Its movement: the client's integration is bound to this and what is below.")
        GroupPath group,

        @Schema(description = "The integration by which the client acts there, with every scope.")
        UUID integrationId,

        @Schema(description = "The client that it was made for.", examples = "acme-phone-bank")
        String clientId,

        @Schema(description = "When it was made, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant createdAt,

        @Schema(description = "When it ends, with everything in it, in UTC.", examples = "2026-11-28T09:30:00Z")
        Instant endsAt) {

    static SandboxView of(Sandbox sandbox) {
        return new SandboxView(
                sandbox.id(),
                sandbox.path(),
                sandbox.integrationId(),
                sandbox.clientId(),
                sandbox.createdAt(),
                sandbox.endsAt());
    }
}
