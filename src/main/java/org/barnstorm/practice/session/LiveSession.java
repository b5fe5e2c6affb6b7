package org.barnstorm.practice.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.platform.Ids;

/** A meeting at which one does a module of a course. When, where, for how many and whether at all, its task says. */
@Entity
class LiveSession {
    @Id
    private UUID id = Ids.next();

    @Column(updatable = false)
    private UUID courseId;

    @Column(updatable = false)
    private String module;

    @Column(updatable = false)
    private UUID groupId;

    @Column(updatable = false)
    private UUID taskId;

    @Column(updatable = false)
    private String link;

    @Column(updatable = false)
    private UUID createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    protected LiveSession() {} // for Hibernate

    /** @param link where one takes part from anywhere; null when one has to be there */
    LiveSession(UUID courseId, String module, UUID groupId, UUID taskId, String link, UUID createdBy, Instant now) {
        this.courseId = courseId;
        this.module = module;
        this.groupId = groupId;
        this.taskId = taskId;
        this.link = link;
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }

    UUID courseId() {
        return courseId;
    }

    String module() {
        return module;
    }

    UUID groupId() {
        return groupId;
    }

    UUID taskId() {
        return taskId;
    }

    String link() {
        return link;
    }

    UUID createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
