package org.barnstorm.practice.practical;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.barnstorm.platform.Ids;

/** The rule of one PRACTICAL of a course, whichever version: what makes it done. */
@Entity
class Practical {
    @Id
    private UUID id = Ids.next();

    @Version
    private long version;

    @Column(updatable = false)
    private UUID courseId;

    @Column(updatable = false)
    private String module;

    @Embedded
    private PracticalWork work;

    private Integer signOffs;
    private UUID setBy;

    protected Practical() {} // for Hibernate

    Practical(UUID courseId, String module, PracticalContent content, UUID by) {
        this.courseId = courseId;
        this.module = module;
        set(content, by);
    }

    final void set(PracticalContent content, UUID by) {
        work = content.work();
        signOffs = content.signOffs();
        setBy = by;
    }

    /** Nobody makes their own way shorter: of whoever set it, a trainer says that it is done. */
    boolean isFor(UUID memberId) {
        return !memberId.equals(setBy);
    }

    PracticalContent content() {
        return new PracticalContent(work, signOffs);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID courseId() {
        return courseId;
    }

    String module() {
        return module;
    }
}
