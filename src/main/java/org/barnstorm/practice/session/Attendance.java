package org.barnstorm.practice.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a trainer said of one person and one session. */
@Entity
class Attendance {
    /** Whether somebody was there. */
    @Schema(name = "AttendanceStatus", description = "PRESENT was there; ABSENT was not.")
    enum Status {
        PRESENT,
        /** Can still be put right. */
        ABSENT
    }

    @Id
    private UUID id = Ids.next();

    @Column(updatable = false)
    private UUID sessionId;

    @Column(updatable = false)
    private UUID memberId;

    @Enumerated(EnumType.STRING)
    private Status status;

    private UUID recordedBy;
    private Instant recordedAt;

    protected Attendance() {} // for Hibernate

    /** Of whom nothing has been said yet. */
    Attendance(UUID sessionId, UUID memberId) {
        this.sessionId = sessionId;
        this.memberId = memberId;
    }

    /**
     * A trainer says it. Who was missed can turn out to have been there; what has made a step done is not taken back here.
     *
     * @return whether it is news
     */
    boolean say(Status said, UUID by, Instant now) {
        if (status == said) return false;
        if (status == Status.PRESENT) {
            throw Refusal.conflict(
                            "attendance-recorded",
                            "They were there, it says, and that may have made their step done. Send the step back instead.")
                    .with("state", status.name());
        }
        status = said;
        recordedBy = by;
        recordedAt = now;
        return true;
    }

    boolean isPresent() {
        return status == Status.PRESENT;
    }

    UUID id() {
        return id;
    }

    UUID sessionId() {
        return sessionId;
    }

    UUID memberId() {
        return memberId;
    }

    Status status() {
        return status;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
