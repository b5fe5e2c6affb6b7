package org.barnstorm.member;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which other account is one's own as well. */
@Schema(description = "Which other account is yours as well.")
record OtherAccount(
        @NotBlank
        @Size(max = 200)
        @Schema(
                description = "The code that you were given when signed in with that account.",
                examples = "kZ8mJ0c7aXw4vKcT5b9R2fAxOTlkNmYwLTVmM2MtN2M1NS05ZDBh")
        String code) {

    /** Nobody logs it by accident. */
    @Override
    public String toString() {
        return "OtherAccount[...]";
    }
}
