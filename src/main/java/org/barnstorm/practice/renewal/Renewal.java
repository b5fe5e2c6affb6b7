package org.barnstorm.practice.renewal;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.barnstorm.platform.Ids;

/** The rule of a course: which work renews its qualification. */
@Entity
class Renewal {
    @Id
    private UUID id = Ids.next();

    @Version
    private long version;

    @Column(updatable = false)
    private UUID courseId;

    @Embedded
    private RenewalWork work;

    private UUID setBy;

    protected Renewal() {} // for Hibernate

    Renewal(UUID courseId, RenewalContent content, UUID by) {
        this.courseId = courseId;
        set(content, by);
    }

    final void set(RenewalContent content, UUID by) {
        work = content.work();
        setBy = by;
    }

    /** Nobody makes it easier for themselves: whoever set it renews by a refresher. */
    boolean isFor(UUID memberId) {
        return work != null && !memberId.equals(setBy);
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

    /** Null when only a refresher renews. */
    RenewalWork work() {
        return work;
    }
}
