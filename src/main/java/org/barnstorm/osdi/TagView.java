package org.barnstorm.osdi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A campaign, which labels events. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OsdiTag", description = "A campaign: it labels events. People have no tags.")
record TagView(
        @Schema(
                description = "Ids, each with the name of its system before it.",
                examples = "[\"barnstorm:0199d6f0-5f3c-7c55-9d0a-2f3f70e4fa78\"]")
        List<String> identifiers,

        @Schema(description = "What people call it.", examples = "Warm homes")
        String name,

        @Nullable @Schema(description = "What it is to reach, as text.", examples = "500 signatures in Hanover.")
        String description,

        @JsonProperty("created_date")
        @Schema(description = "When it was made, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant createdDate,

        @JsonProperty("modified_date")
        @Schema(description = "When it was changed last, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant modifiedDate,

        @Schema(
                type = SchemaType.OBJECT,
                description = "Links by their relations, as HAL has them.",
                examples = "{\"self\": {\"href\": \"/osdi/v1/tags/0199d6f0-5f3c-7c55-9d0a-2f3f70e4fa78\"}}")
        @JsonProperty("_links")
        Map<String, Object> links) {}
