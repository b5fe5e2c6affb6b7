package org.barnstorm.member;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.barnstorm.platform.GeoPoint;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person may say about themselves. */
@Schema(
        description =
                "What a person may change about themselves. The e-mail address is changed in the account, where it is verified.")
record Profile(
        @NotBlank
        @Size(max = Profile.LONGEST_NAME)
        @Schema(
                description = "Name they want to be called by; others see the first name and an initial.",
                examples = "Ada Lovelace")
        String name,

        @Pattern(
                regexp = "\\+[1-9][0-9]{6,14}",
                message = "must be an international number (E.164), as in +441632960001")
        @Schema(description = "Telephone in E.164, if they want to give one.", examples = "+441632960001")
        String phone,

        @NotNull
        @Pattern(regexp = Profile.LANGUAGE, message = "must be a language tag (BCP 47), as in en or fr-CA")
        @Schema(description = "Language tag (BCP 47).", examples = "en")
        String language,

        @Schema(description = "Roughly where home is; kept to two decimals, about a kilometre.")
        GeoPoint home) {
    static final int LONGEST_NAME = 200;
    static final String LANGUAGE = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}";
}
