package org.barnstorm.member;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By which somebody shows that an account is theirs as well. */
@Schema(description = "A code that lets this account become part of another member. Show it to nobody.")
record MergeCode(
        @Schema(
                description = "Sent by yourself, signed in with your other account, as `code`.",
                examples = "kZ8mJ0c7aXw4vKcT5b9R2fAxOTlkNmYwLTVmM2MtN2M1NS05ZDBh")
        String code,

        @Schema(description = "Until when it is good, in UTC.", examples = "2026-11-21T09:45:00Z")
        Instant until) {

    /** Nobody logs it by accident. */
    @Override
    public String toString() {
        return "MergeCode[...]";
    }
}
