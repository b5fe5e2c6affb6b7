package org.barnstorm.osdi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.problem.Refusal.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom to ask to an event, as a link or as an identifier. */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(
        name = "OsdiAttendanceRecord",
        description =
                "Whom to ask to an event, as OSDI's attendance helper has it: by `_links` or by `person.identifiers`. Further fields of an attendance are left alone.")
record AttendanceBody(
        @Valid @Schema(description = "Who, by an identifier of this system.")
        Known person,

        @Valid @JsonProperty("_links") @Schema(description = "Who, by a link.")
        Links links,

        @Size(max = 40)
        @Schema(
                description = "Absent, `needs action`, `tentative` or `accepted`: the person says yes, or does not.",
                examples = "accepted")
        String status,

        @Schema(description = "Absent or false: who was there says so.", examples = "false")
        Boolean attended) {
    private static final Set<String> STATUSES = Set.of("needs action", "tentative", "accepted");

    /** Somebody who is here. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "OsdiKnownPerson", description = "Somebody who is here.")
    record Known(
            @Size(max = 20)
            @Schema(
                    description = "One of them is of this system.",
                    examples = "[\"barnstorm:0199d6f0-5f3c-7c55-9d0a-2f3f70e4fa78\"]")
            List<@NotNull @Size(max = 300) String> identifiers) {}

    /** Links of an attendance. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "OsdiAttendanceLinks", description = "Links of an attendance.")
    record Links(
            @Valid @JsonProperty("osdi:person") @Schema(description = "To the person.")
            Link person) {}

    /** A link. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "OsdiLink", description = "A link.")
    record Link(
            @NotNull
            @Size(max = 2000)
            @Schema(description = "The address.", examples = "/osdi/v1/people/0199d6f0-5f3c-7c55-9d0a-2f3f70e4fa78")
            String href) {}

    /** Refuses what only the person, or whoever was there, can say. */
    AttendanceBody requireSupported() {
        var violations = new ArrayList<Violation>();
        if (status != null && !STATUSES.contains(status))
            violations.add(new Violation("/status", "People can be asked; only they themselves decline."));
        if (Boolean.TRUE.equals(attended))
            violations.add(new Violation("/attended", "Whoever was there says so: leave it out."));
        if (id().isEmpty())
            violations.add(new Violation("/person/identifiers", "Say who, by a link or an identifier of this system."));
        if (!violations.isEmpty()) throw Refusal.invalid(violations);
        return this;
    }

    UUID who() {
        return id().orElseThrow();
    }

    private Optional<UUID> id() {
        if (links != null && links.person() != null)
            return Identifiers.idIn(links.person().href());
        if (person == null || person.identifiers() == null) return Optional.empty();
        return person.identifiers().stream()
                .flatMap(each -> Identifiers.id(each).stream())
                .findFirst();
    }
}
