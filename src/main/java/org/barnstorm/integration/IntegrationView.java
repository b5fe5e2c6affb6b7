package org.barnstorm.integration;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.security.Scope;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An integration as those see it who manage integrations there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Integration", description = "A program that was let in: what it may do, where, until when.")
record IntegrationView(
        @Schema(description = "Id of the integration.") UUID id,

        @Schema(description = "The client's name at the issuer.", examples = "acme-phone-bank")
        String clientId,

        @Schema(description = "What people call it.", examples = "Acme phone bank")
        String name,

        @Schema(description = "Where; it reaches everything below, and nothing else exists for it.")
        GroupPath group,

        @Schema(description = "What it may do there.", examples = "[\"changes:read\", \"tasks:read\"]")
        SortedSet<Scope> scopes,

        @Schema(description = "What it is good for now.", examples = "LIVE")
        Integration.Status status,

        @Schema(description = "Under which it acts: `actor` in the journal, `createdBy` of its tasks.")
        UUID memberId,

        @Nullable
        @Schema(
                description =
                        "The mandate by which it acts; revoking that leaves it without authority. Absent when its scopes need none.")
        UUID mandateId,

        @Schema(description = "Member who let it in. It stays when they go.")
        UUID createdBy,

        @Schema(description = "When it was let in, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant createdAt,

        @Schema(description = "When it ends, in UTC.", examples = "2027-11-21T09:30:00Z")
        Instant until,

        @Nullable
        @Schema(
                description =
                        "How many requests it may send in a minute; absent when as many as the service gives every program.",
                examples = "120")
        Integer requestsPerMinute,

        @Nullable @Schema(description = "When it last called, to a minute; absent before it has.")
        Instant lastUsedAt,

        @Nullable @Schema(description = "When somebody ended it.")
        Instant endedAt) {

    static IntegrationView of(Integration integration, GroupPath group, Instant now) {
        return new IntegrationView(
                integration.id(),
                integration.clientId(),
                integration.name(),
                group,
                new TreeSet<>(integration.scopes()),
                integration.status(now),
                integration.memberId(),
                integration.mandateId(),
                integration.createdBy(),
                integration.createdAt(),
                integration.validUntil(),
                integration.requestsPerMinute(),
                integration.lastUsedAt(),
                integration.endedAt());
    }
}
