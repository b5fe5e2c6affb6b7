package org.barnstorm.task;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That somebody is invited to a task. */
@Schema(name = "TaskInvitation", description = "That somebody is invited to a task.")
record TaskInvitationView(
        @Schema(description = "Who is invited.") UUID memberId,

        @Schema(description = "First name and initial.", examples = "Ada L.")
        String name,

        @Schema(description = "Organiser who invited them.") UUID invitedBy,

        @Schema(description = "When, in UTC.", examples = "2026-11-23T09:30:00Z")
        Instant invitedAt) {}
