package org.barnstorm.osdi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody, with as little of them as lists of members show. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "OsdiPerson",
        description =
                "Somebody, with no more of them than a list of members shows; or an invitation that nobody has taken yet.")
record PersonView(
        @Schema(
                description = "Ids, each with the name of its system before it.",
                examples = "[\"barnstorm:0199d6f0-5f3c-7c55-9d0a-2f3f70e4fa78\"]")
        List<String> identifiers,

        @Nullable
        @JsonProperty("given_name")
        @Schema(description = "First name; absent while nobody has taken the invitation.", examples = "Ada")
        String givenName,

        @Nullable @JsonProperty("family_name") @Schema(description = "Initial of the last name.", examples = "L.")
        String familyName,

        @JsonProperty("created_date")
        @Schema(
                description = "Since when, in UTC: of the memberships that you see the oldest.",
                examples = "2026-11-21T09:30:00Z")
        Instant createdDate,

        @JsonProperty("modified_date")
        @Schema(description = "Of the memberships that you see the newest, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant modifiedDate,

        @Schema(
                type = SchemaType.OBJECT,
                description = "Links by their relations, as HAL has them.",
                examples = "{\"self\": {\"href\": \"/osdi/v1/people/0199d6f0-5f3c-7c55-9d0a-2f3f70e4fa78\"}}")
        @JsonProperty("_links")
        Map<String, Object> links) {

    /** Of the first identifier, which is ours. */
    UUID id() {
        return Identifiers.id(identifiers.get(0)).orElseThrow();
    }
}
