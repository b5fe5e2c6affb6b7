package org.barnstorm.member;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That two members have become one. */
@Schema(name = "AccountMerge", description = "That two members have become one.")
record MergeView(
        @Schema(
                description = "Id of the member who went. In what happened before, it still stands for you.",
                examples = "0199d6f0-5f3c-7c55-9d0a-2f3f84a1c7d2")
        UUID gone,

        @Schema(
                description = "Id of the member who stays: you, with either account.",
                examples = "0199d6f0-6b1d-7e02-8c11-51f0a7c3b9e4")
        UUID stays,

        @Schema(description = "When, in UTC.", examples = "2026-11-21T09:32:00Z")
        Instant at) {}
