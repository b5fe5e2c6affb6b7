package org.barnstorm.training.content;

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

/** The modules of a course as they were published. Nothing of it ever changes. */
@Entity
@Immutable
class CourseVersion {
    @Id
    private UUID id = Ids.next();

    private UUID courseId;
    private int number;

    @Column(columnDefinition = "jsonb")
    @Convert(converter = ModulesColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private Modules modules;

    private boolean catchUp;
    private UUID publishedBy;
    private Instant publishedAt;

    protected CourseVersion() {} // for Hibernate

    /** @param catchUp whether those who are qualified already should do what is new */
    CourseVersion(UUID courseId, int number, Modules modules, boolean catchUp, UUID publishedBy, Instant now) {
        this.courseId = courseId;
        this.number = number;
        this.modules = modules;
        this.catchUp = catchUp;
        this.publishedBy = publishedBy;
        this.publishedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID courseId() {
        return courseId;
    }

    int number() {
        return number;
    }

    Modules modules() {
        return modules;
    }

    boolean asksToCatchUp() {
        return catchUp;
    }

    UUID publishedBy() {
        return publishedBy;
    }

    Instant publishedAt() {
        return publishedAt;
    }
}
