package org.barnstorm.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody whom a group expects, as those see them who may bring people in. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Contact", description = "Somebody whom a group expects: they join when they sign in with this address.")
record ContactView(
        @Schema(description = "Id of the contact.") UUID id,

        @Schema(description = "Group that expects them.", examples = "uk.south-east.brighton-pavilion")
        GroupPath group,

        @Schema(description = "E-mail address, in lower case.", examples = "ada@example.org")
        String email,

        @Nullable @Schema(description = "Telephone in E.164.", examples = "+441632960001")
        String phone,

        @Nullable @Schema(description = "First name.", examples = "Ada")
        String firstName,

        @Nullable @Schema(description = "Last name.", examples = "Lovelace")
        String lastName,

        @Nullable @Schema(description = "Their id in the tool they were brought from.", examples = "AN-4711")
        String externalId,

        @Schema(description = "When they were brought in first.")
        Instant broughtAt,

        @Schema(description = "When they are forgotten, unless they join before or are brought in again.")
        Instant expiresAt) {

    static ContactView of(Contact contact, GroupPath group) {
        return new ContactView(
                contact.id(),
                group,
                contact.email(),
                contact.phone(),
                contact.firstName(),
                contact.lastName(),
                contact.externalId(),
                contact.broughtAt(),
                contact.expiresAt());
    }
}
