package org.barnstorm.member;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everything that is held about one person. */
@Schema(
        name = "Takeout",
        description = "Everything that is held about the caller, in lists. docs/app.md says what is in each.")
record TakeoutView(
        @Schema(description = "As whom you are known here; other people refer to you by it.")
        UUID memberId,

        @Schema(description = "When this was read, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant takenAt,

        @Schema(
                description =
                        "Rows by the name of their list, which is there when it is empty, too. Fields that have no value are left out, and lists and fields are added: read what you know.",
                examples =
                        "{\"profile\": [{\"name\": \"Ada Lovelace\", \"email\": \"ada@example.org\", \"emailVerified\": true, \"language\": \"en\", \"createdAt\": \"2026-11-01T08:00:00Z\"}], \"memberships\": [{\"id\": \"0199d6f0-5f3c-7c55-9d0a-2f3f1b0e55aa\", \"group\": \"uk.south-east.brighton-pavilion\", \"status\": \"ACTIVE\", \"since\": \"2026-11-01T08:00:00Z\"}], \"calendars\": []}")
        Map<String, List<Map<String, Object>>> held) {}
