package org.barnstorm.osdi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A task with a time and a place. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OsdiEvent", description = "A task with a time and a place, which is no draft.")
record EventView(
        @Schema(
                description = "Ids, each with the name of its system before it.",
                examples = "[\"barnstorm:0199d6f0-5f3c-7c55-9d0a-2f3f70e4fa78\"]")
        List<String> identifiers,

        @Schema(description = "What is to be done, in a line.", examples = "Knock on doors in Hanover")
        String title,

        @Schema(description = "How: text in which markup has no meaning.", examples = "Meet at 10:00. Bring water.")
        String description,

        @Schema(description = "`tentative` before it opens, `confirmed`, or `cancelled`.", examples = "confirmed")
        String status,

        @Schema(description = "Always `open`: nobody buys a ticket.", examples = "open")
        String type,

        @JsonProperty("start_date") @Schema(description = "When it begins, in UTC.", examples = "2026-12-05T10:00:00Z")
        Instant startDate,

        @JsonProperty("end_date") @Schema(description = "When it ends, in UTC.", examples = "2026-12-05T12:00:00Z")
        Instant endDate,

        @JsonProperty("timezone_identifier")
        @Schema(description = "IANA time zone of the place.", examples = "Europe/London")
        String timezoneIdentifier,

        @Schema(description = "How many places there are.", examples = "5")
        int capacity,

        @JsonProperty("total_accepted")
        @Schema(description = "How many of them are taken, or offered to somebody.", examples = "2")
        int totalAccepted,

        @Schema(description = "Where.") LocationView location,

        @JsonProperty("created_date")
        @Schema(description = "When it was made, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant createdDate,

        @JsonProperty("modified_date")
        @Schema(
                description = "When it was changed last, in UTC; who comes is no change of it.",
                examples = "2026-11-21T09:30:00Z")
        Instant modifiedDate,

        @Schema(
                type = SchemaType.OBJECT,
                description = "Links by their relations, as HAL has them.",
                examples = "{\"self\": {\"href\": \"/osdi/v1/events/0199d6f0-5f3c-7c55-9d0a-2f3f70e4fa78\"}}")
        @JsonProperty("_links")
        Map<String, Object> links) {}
