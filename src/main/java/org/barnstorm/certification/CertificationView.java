package org.barnstorm.certification;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a group stands to its certification. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Certification", description = "How a group stands to its certification.")
record CertificationView(
        @Schema(description = "The group.") GroupPath group,

        @Schema(description = "How it stands.", examples = "WARNED")
        Certification.Status status,

        @Nullable @Schema(description = "Since when it is certified, or was; absent if it never was.")
        Instant earnedAt,

        @Nullable @Schema(description = "When it lapses, if what is missing stays missing; only when WARNED.")
        Instant lapsesAt,

        @Nullable @Schema(description = "When it lapsed; only when LAPSED.")
        Instant lapsedAt,

        @Nullable
        @Schema(
                description =
                        "Each criterion with its number; only for the group's active members and with MEMBER_READ there, and not in lists.")
        List<Finding> criteria,

        @Nullable @Schema(description = "Capabilities that count in certified groups only; not in lists.")
        List<Capability> unlocks) {

    /** @param certification null if the group never had one */
    static CertificationView of(GroupPath group, Certification certification) {
        if (certification == null) {
            return new CertificationView(group, Certification.Status.NONE, null, null, null, null, null);
        }
        return new CertificationView(
                group,
                certification.status(),
                certification.earnedAt(),
                certification.lapsesAt(),
                certification.lapsedAt(),
                null,
                null);
    }

    CertificationView with(List<Finding> findings, Set<Capability> unlocked) {
        var sorted = unlocked.stream().sorted().toList();
        return new CertificationView(group, status, earnedAt, lapsesAt, lapsedAt, findings, sorted);
    }
}
