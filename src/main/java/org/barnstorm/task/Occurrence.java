package org.barnstorm.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Which occurrence of a series a task is.
 *
 * @param at when the series' own rule has it; stays when the task itself is moved
 */
@Embeddable
@Schema(description = "Which occurrence of a series a task is.")
record Occurrence(
        @Schema(description = "The series.") UUID seriesId,

        // Without this Hibernate goes through the machine's own time zone, which may not have this time.
        @Column(name = "occurrence")
        @JdbcTypeCode(SqlTypes.LOCAL_DATE_TIME)
        @Schema(
                description = "When the rule of the series has it; stays when the task is moved.",
                examples = "2026-12-01T18:00:00")
        LocalDateTime at,

        @Schema(description = "Edited by itself: edits of the series leave it alone.", examples = "false")
        Boolean detached) {

    Occurrence alone() {
        return new Occurrence(seriesId, at, true);
    }
}
