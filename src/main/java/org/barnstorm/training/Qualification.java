package org.barnstorm.training;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.problem.Refusal;

/** The dated proof that somebody completed a course, in the group where they did. */
@Entity
class Qualification {
    @Id
    private UUID id = Ids.next();

    private UUID courseId;
    private UUID memberId;
    private UUID groupId;
    private Instant completedAt;
    private Instant expiresAt;
    private UUID recordedBy;
    private Instant createdAt;

    protected Qualification() {} // for Hibernate

    /** @param recordedBy a trainer, never the learner: one does not certify oneself */
    Qualification(Course course, UUID memberId, UUID groupId, Instant completedAt, UUID recordedBy, Instant now) {
        if (recordedBy.equals(memberId)) {
            throw Refusal.forbidden(
                    "self-completion",
                    "Somebody else records that you completed a course. Ask a trainer of the group.");
        }
        if (completedAt.isAfter(now)) {
            throw Refusal.invalid(
                    "completed-in-future", "A course is completed once it is; completedAt is in the future.");
        }
        this.courseId = course.id();
        this.memberId = memberId;
        this.groupId = groupId;
        this.completedAt = completedAt;
        this.expiresAt = course.validUntil(completedAt).orElse(null);
        this.recordedBy = recordedBy;
        this.createdAt = now;
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw Refusal.invalid(
                    "expired-already", "What was completed then has run out since. Let them take it again.");
        }
    }

    UUID id() {
        return id;
    }

    UUID courseId() {
        return courseId;
    }

    UUID memberId() {
        return memberId;
    }

    UUID groupId() {
        return groupId;
    }

    Instant completedAt() {
        return completedAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    UUID recordedBy() {
        return recordedBy;
    }
}
