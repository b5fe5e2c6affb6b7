package org.barnstorm.task.template;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.JsonColumn;
import org.barnstorm.platform.problem.Refusal;
import org.hibernate.annotations.ColumnTransformer;

/** A task that is made again and again, for a group and everything below it. */
@Entity
class Template {
    @Id
    private UUID id = Ids.next();

    @Version
    private long version;

    @Column(updatable = false)
    private UUID groupId;

    private String name;

    @Column(columnDefinition = "jsonb")
    @Convert(converter = OutlineColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private Outline content;

    private Integer durationMinutes;
    private Instant retiredAt;

    @Column(updatable = false)
    private UUID createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    protected Template() {} // for Hibernate

    Template(UUID groupId, TemplateContent content, UUID createdBy, Instant now) {
        this.groupId = groupId;
        this.createdBy = createdBy;
        this.createdAt = now;
        edit(content);
    }

    /** Tasks and series that were made from it stay as they are. */
    final void edit(TemplateContent changed) {
        requireInUse();
        name = changed.name();
        content = changed.content();
        durationMinutes = changed.durationMinutes();
    }

    /** Nothing more is made from it. */
    void retire(Instant now) {
        requireInUse();
        retiredAt = now;
    }

    void requireInUse() {
        if (retiredAt != null)
            throw Refusal.conflict("template-retired", "This template was retired on " + retiredAt + ". Use another.");
    }

    TemplateContent content() {
        return new TemplateContent(name, durationMinutes, content);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID groupId() {
        return groupId;
    }

    Instant retiredAt() {
        return retiredAt;
    }

    UUID createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
