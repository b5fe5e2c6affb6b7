package org.barnstorm.osdi;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody's place in an event. */
@Schema(name = "OsdiAttendance", description = "Somebody's place in an event, without their name.")
record AttendanceView(
        @Schema(
                description = "Ids, each with the name of its system before it.",
                examples = "[\"barnstorm:0199d6f0-5f3c-7c55-9d0a-2f3f70e4fa78\"]")
        List<String> identifiers,

        @Schema(
                description = "`needs action` while it is offered to them, `accepted`, `declined`, or `cancelled`.",
                examples = "accepted")
        String status,

        @Schema(description = "Whether they have done it, as far as that stands.", examples = "false")
        boolean attended,

        @JsonProperty("action_date")
        @Schema(description = "When the place was taken or offered, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant actionDate,

        @JsonProperty("created_date") @Schema(description = "The same.", examples = "2026-11-21T09:30:00Z")
        Instant createdDate,

        @JsonProperty("modified_date")
        @Schema(description = "When that changed last, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant modifiedDate,

        @Schema(
                type = SchemaType.OBJECT,
                description = "Links by their relations, as HAL has them.",
                examples =
                        "{\"self\": {\"href\": \"/osdi/v1/events/0199d6f0-5f3c-7c55-9d0a-2f3f70e4fa78/attendances/0199d6f0-5f3c-7c55-9d0a-2f3f48b28d8e\"}}")
        @JsonProperty("_links")
        Map<String, Object> links) {

    /** Of the first identifier, which is ours. */
    UUID id() {
        return Identifiers.id(identifiers.get(0)).orElseThrow();
    }
}
