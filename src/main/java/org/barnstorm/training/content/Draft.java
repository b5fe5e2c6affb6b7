package org.barnstorm.training.content;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.barnstorm.platform.JsonColumn;
import org.hibernate.annotations.ColumnTransformer;

/** The modules of a course as its authors are writing them. */
@Entity
@Table(name = "course_draft")
class Draft {
    @Id
    private UUID courseId;

    @Version
    private long version;

    @Column(columnDefinition = "jsonb")
    @Convert(converter = ModulesColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private Modules modules;

    protected Draft() {} // for Hibernate

    Draft(UUID courseId, Modules modules) {
        this.courseId = courseId;
        this.modules = modules;
    }

    void edit(Modules changed) {
        modules = changed;
    }

    UUID courseId() {
        return courseId;
    }

    long version() {
        return version;
    }

    Modules modules() {
        return modules;
    }
}
