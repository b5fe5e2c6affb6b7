package org.barnstorm.member;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom to invite into a group. */
@Schema(description = "Whom to invite into a group.")
record Invitation(
        @NotNull @Schema(description = "The member to invite.")
        UUID memberId) {}
