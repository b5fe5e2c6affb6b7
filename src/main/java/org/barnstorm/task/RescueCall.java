package org.barnstorm.task;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.platform.Ids;

/** One person who is called, and may take the place until then. How far away they live is not kept here. */
@Entity
class RescueCall {
    @Id
    private UUID id = Ids.next();

    @Column(updatable = false)
    private UUID rescueId;

    @Column(updatable = false)
    private UUID taskId;

    @Column(updatable = false)
    private UUID memberId;

    @Column(updatable = false)
    private Instant until;

    protected RescueCall() {} // for Hibernate

    RescueCall(Rescue rescue, UUID memberId) {
        this.rescueId = rescue.id();
        this.taskId = rescue.taskId();
        this.memberId = memberId;
        this.until = rescue.until();
    }

    UUID id() {
        return id;
    }

    Instant until() {
        return until;
    }
}
