package org.barnstorm.training;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The dated proof that somebody completed a course, in the group where they did. */
@Entity
class Qualification {
    /** What a qualification is good for now. */
    @Schema(
            name = "QualificationStatus",
            description =
                    "VALID counts; EXPIRING counts, runs out soon and can be renewed; EXPIRED ran out; WITHDRAWN was taken back.")
    enum Status {
        VALID,
        /** Still counts, and can be renewed. */
        EXPIRING,
        EXPIRED,
        WITHDRAWN
    }

    @Id
    private UUID id = Ids.next();

    @Column(updatable = false)
    private UUID courseId;

    @Column(updatable = false)
    private UUID memberId;

    @Column(updatable = false)
    private UUID groupId;

    @Column(updatable = false)
    private Instant completedAt;

    @Column(updatable = false)
    private Instant expiresAt;

    @Column(updatable = false)
    private UUID recordedBy;

    @Column(updatable = false)
    private Instant createdAt;

    @Column(updatable = false)
    private UUID renewsId;

    private UUID versionId;
    private Instant warnedAt;
    private Instant withdrawnAt;
    private UUID withdrawnBy;
    private String withdrawReason;

    protected Qualification() {} // for Hibernate

    /** @param recordedBy a trainer, never the learner: one does not certify oneself */
    Qualification(Course course, UUID memberId, UUID groupId, Instant completedAt, UUID recordedBy, Instant now) {
        this(course, memberId, groupId, completedAt, now);
        this.recordedBy = notOneself(recordedBy, memberId);
        if (completedAt.isAfter(now)) {
            throw Refusal.invalid(
                    "completed-in-future", "A course is completed once it is; completedAt is in the future.");
        }
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw Refusal.invalid(
                    "expired-already", "What was completed then has run out since. Let them take it again.");
        }
    }

    private Qualification(Course course, UUID memberId, UUID groupId, Instant completedAt, Instant now) {
        this.courseId = course.id();
        this.memberId = memberId;
        this.groupId = groupId;
        this.completedAt = completedAt;
        this.expiresAt = course.validUntil(completedAt).orElse(null);
        this.createdAt = now;
    }

    /**
     * By doing all modules of a version of the course.
     *
     * @param confirmedBy who had the last word; null where nobody had to
     */
    static Qualification earned(Course course, Completions.Learner learner, UUID confirmedBy, Instant now) {
        var qualification =
                new Qualification(course, learner.memberId(), learner.group().id(), now, now);
        qualification.recordedBy = confirmedBy == null ? null : notOneself(confirmedBy, learner.memberId());
        qualification.versionId = learner.versionId();
        qualification.renewsId = learner.renewsId();
        return qualification;
    }

    private static UUID notOneself(UUID recordedBy, UUID memberId) {
        if (recordedBy.equals(memberId)) {
            throw Refusal.forbidden(
                    "self-completion",
                    "Somebody else records that you completed a course. Ask a trainer of the group.");
        }
        return recordedBy;
    }

    /** Its holder knows what is new. */
    void catchUp(UUID newVersionId) {
        requireKept();
        versionId = newVersionId;
    }

    void withdraw(UUID by, String reason, Instant now) {
        requireKept();
        withdrawnAt = now;
        withdrawnBy = by;
        withdrawReason = reason;
    }

    /** Refuses what has been taken back. */
    void requireKept() {
        if (withdrawnAt != null) {
            throw Refusal.conflict(
                    "qualification-withdrawn",
                    "This qualification was withdrawn. The whole course can be taken again; a lead then confirms it.");
        }
    }

    boolean isToBeWarned(Instant now, Duration before) {
        return warnedAt == null && status(now, before) == Status.EXPIRING;
    }

    void warned(Instant now) {
        warnedAt = now;
    }

    /** @param soon so long before the end it is about to run out */
    Status status(Instant now, Duration soon) {
        if (withdrawnAt != null) return Status.WITHDRAWN;
        if (expiresAt == null || now.plus(soon).isBefore(expiresAt)) return Status.VALID;
        return now.isBefore(expiresAt) ? Status.EXPIRING : Status.EXPIRED;
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

    /** Who recorded or confirmed it; null when nobody had to. */
    UUID recordedBy() {
        return recordedBy;
    }

    /** The one that it takes over from, or null. */
    UUID renewsId() {
        return renewsId;
    }

    /** The version of the course that its holder knows; null when it was recorded by hand. */
    UUID versionId() {
        return versionId;
    }

    Instant withdrawnAt() {
        return withdrawnAt;
    }

    String withdrawReason() {
        return withdrawReason;
    }
}
