package org.barnstorm.integration;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.security.Scope;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A program to be let in. */
@Schema(description = "A program to be let in: a client of the issuer, what it may do, where, until when.")
record NewIntegration(
        @NotNull
        @Pattern(regexp = "^[A-Za-z0-9._:@/-]{1,255}$")
        @Schema(
                description = "The client's name at the issuer: `azp` and `client_id` in its tokens.",
                examples = "acme-phone-bank")
        String clientId,

        @NotBlank @Size(max = 100) @Schema(description = "What people call it.", examples = "Acme phone bank")
        String name,

        @NotNull @Schema(description = "Where; it reaches everything below, and nothing else exists for it.")
        GroupPath group,

        @NotEmpty @Schema(description = "What it may do there.", examples = "[\"changes:read\", \"tasks:read\"]")
        Set<@NotNull Scope> scopes,

        @NotNull
        @Schema(description = "When it ends, at most 400 days from now, in UTC.", examples = "2027-11-21T09:30:00Z")
        Instant until,

        @Nullable
        @Min(1)
        @Max(Integration.MOST_PER_MINUTE)
        @Schema(
                description =
                        "How many requests it may send in a minute. Left out: as many as the service gives every program.",
                examples = "120")
        Integer requestsPerMinute) {}
