package org.barnstorm.certification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.platform.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a group has earned its certification, and what has become of it since. */
@Entity
class Certification {
    /** How a group stands. */
    @Schema(
            name = "CertificationStatus",
            description =
                    "NONE: never certified. CERTIFIED. WARNED: certified, but something is missing, and it lapses if"
                            + " that does not change. LAPSED: was certified.")
    enum Status {
        /** Never was; there is no row. */
        NONE,
        CERTIFIED,
        /** Still certified, and it is known when that ends. */
        WARNED,
        LAPSED
    }

    @Id
    private UUID id = Ids.next();

    @Column(updatable = false)
    private UUID groupId;

    @Enumerated(EnumType.STRING)
    private Status status;

    private Instant earnedAt;
    private Instant lapsesAt;
    private Instant lapsedAt;

    protected Certification() {} // for Hibernate

    /** Has all that is asked for, for the first time. */
    Certification(UUID groupId, Instant now) {
        this.groupId = groupId;
        this.status = Status.CERTIFIED;
        this.earnedAt = now;
    }

    /** What happens to it now, as the journal calls it; nothing if it stays as it is. */
    Optional<String> due(boolean suffices, Instant now) {
        return Optional.ofNullable(
                switch (status) {
                    case CERTIFIED -> suffices ? null : "certification.warned";
                    case WARNED -> suffices ? "certification.secured" : isOver(now) ? "certification.lapsed" : null;
                    case LAPSED -> suffices ? "certification.earned-again" : null;
                    case NONE -> throw new IllegalStateException("There is no row of a group that never was certified");
                });
    }

    private boolean isOver(Instant now) {
        return !lapsesAt.isAfter(now);
    }

    /** Lets happen what is {@link #due}. */
    Optional<String> step(boolean suffices, Duration grace, Instant now) {
        var due = due(suffices, now);
        due.ifPresent(step -> {
            switch (status) {
                case CERTIFIED -> warn(now.plus(grace));
                case WARNED -> settle(suffices, now);
                case LAPSED -> earnAgain(now);
                case NONE -> throw new IllegalStateException(step);
            }
        });
        return due;
    }

    private void warn(Instant lapses) {
        status = Status.WARNED;
        lapsesAt = lapses;
    }

    private void settle(boolean suffices, Instant now) {
        status = suffices ? Status.CERTIFIED : Status.LAPSED;
        lapsesAt = null;
        lapsedAt = suffices ? null : now;
    }

    private void earnAgain(Instant now) {
        status = Status.CERTIFIED;
        earnedAt = now;
        lapsedAt = null;
    }

    UUID id() {
        return id;
    }

    UUID groupId() {
        return groupId;
    }

    Status status() {
        return status;
    }

    Instant earnedAt() {
        return earnedAt;
    }

    Instant lapsesAt() {
        return lapsesAt;
    }

    Instant lapsedAt() {
        return lapsedAt;
    }
}
