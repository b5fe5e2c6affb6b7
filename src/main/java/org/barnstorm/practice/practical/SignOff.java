package org.barnstorm.practice.practical;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.barnstorm.platform.Ids;

/** Somebody qualified went along with a learner, and found it good. */
@Entity
class SignOff {
    @Id
    private UUID id = Ids.next();

    @Column(updatable = false)
    private UUID enrolmentId;

    @Column(updatable = false)
    private String module;

    @Column(updatable = false)
    private UUID signedBy;

    @Column(updatable = false)
    private LocalDate day;

    @Column(updatable = false)
    private Instant signedAt;

    protected SignOff() {} // for Hibernate

    /** @param day where the learner is: one counts on each */
    SignOff(UUID enrolmentId, String module, UUID signedBy, LocalDate day, Instant now) {
        this.enrolmentId = enrolmentId;
        this.module = module;
        this.signedBy = signedBy;
        this.day = day;
        this.signedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID enrolmentId() {
        return enrolmentId;
    }

    String module() {
        return module;
    }

    UUID signedBy() {
        return signedBy;
    }

    LocalDate day() {
        return day;
    }

    Instant signedAt() {
        return signedAt;
    }
}
