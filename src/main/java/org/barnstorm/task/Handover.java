package org.barnstorm.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who may take a place over from its holder, and how long. Without an end it was taken back or turned down. */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Handover", description = "Who may take a place over from its holder, and how long.")
record Handover(
        @Column(name = "handover_to") @Schema(description = "Who may take it over.")
        UUID memberId,

        @Nullable
        @Column(name = "handover_until")
        @Schema(description = "Until when, in UTC.", examples = "2026-11-22T09:30:00Z")
        Instant until) {

    /** Nobody may take it over any more; that somebody was named is kept, so that they can be told. */
    Handover closed() {
        return new Handover(memberId, null);
    }

    boolean isClosed() {
        return until == null;
    }

    boolean isOpenFor(UUID person, Instant now) {
        return memberId.equals(person) && until != null && now.isBefore(until);
    }
}
