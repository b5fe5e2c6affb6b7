package org.barnstorm.task;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.JsonColumn;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

/** What a task said before it was changed, and who changed it when. */
@Entity
@Immutable
class TaskRevision {
    @Id
    private UUID id = Ids.next();

    private UUID taskId;
    private int revision;

    @Column(columnDefinition = "jsonb")
    @Convert(converter = AgreedColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private Agreed content;

    private Instant changedAt;
    private UUID changedBy;

    protected TaskRevision() {} // for Hibernate

    TaskRevision(UUID taskId, int revision, Agreed content, UUID changedBy, Instant now) {
        this.taskId = taskId;
        this.revision = revision;
        this.content = content;
        this.changedBy = changedBy;
        this.changedAt = now;
    }

    Agreed content() {
        return content;
    }
}
