package org.barnstorm.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A qualification as its holder and the group's trainers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Qualification", description = "The dated proof that somebody completed a course.")
record QualificationView(
        @Schema(description = "Id of the qualification; mandates it earned name it.")
        UUID id,

        @Schema(description = "The course.") UUID courseId,

        @Schema(description = "What the course is called.", examples = "Organiser 101")
        String course,

        @Schema(description = "Who holds it.") UUID memberId,

        @Schema(description = "In which group they completed it.")
        GroupPath group,

        @Schema(description = "When, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant completedAt,

        @Nullable @Schema(description = "When it runs out, in UTC; absent: never.", examples = "2028-11-21T09:30:00Z")
        Instant expiresAt,

        @Schema(description = "What it is good for now.", examples = "VALID")
        Qualification.Status status,

        @Nullable @Schema(description = "Who recorded or confirmed it; absent: nobody had to.")
        UUID recordedBy,

        @Nullable @Schema(description = "The qualification that this one took over from.")
        UUID renewsId,

        @Nullable @Schema(description = "Since when it is withdrawn, in UTC.")
        Instant withdrawnAt,

        @Nullable @Schema(description = "Why it was withdrawn. Not in the journal.")
        String withdrawReason,

        @Nullable @Schema(description = "The mandate that it earned; only in the answer to recording it.")
        UUID mandateId) {

    static QualificationView of(
            Qualification qualification, Qualification.Status status, String course, GroupPath group, UUID mandateId) {
        return new QualificationView(
                qualification.id(),
                qualification.courseId(),
                course,
                qualification.memberId(),
                group,
                qualification.completedAt(),
                qualification.expiresAt(),
                status,
                qualification.recordedBy(),
                qualification.renewsId(),
                qualification.withdrawnAt(),
                qualification.withdrawReason(),
                mandateId);
    }
}
