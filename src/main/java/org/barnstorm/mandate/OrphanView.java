package org.barnstorm.mandate;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A group with members in which nobody is accountable. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Orphan", description = "A group that has members and no lead of its own.")
record OrphanView(
        @Schema(description = "The group.") GroupPath group,

        @Schema(description = "How many active members it has.", examples = "17")
        long members,

        @Nullable
        @Schema(description = "The lead above who is accountable until it has one; absent if there is none either.")
        UUID fallbackId) {}
