package org.barnstorm.task;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.platform.Ids;

/** That somebody undid what one person did since a moment, and why. Nothing of it ever changes. */
@Entity
class WorkUndo {
    @Id
    private UUID id = Ids.next();

    private UUID groupId;
    private UUID memberId;
    private Instant since;
    private String reason;
    private UUID undoneBy;
    private Instant undoneAt;
    private int holds;
    private int results;
    private int verdicts;
    private int leftOver;

    protected WorkUndo() {} // for Hibernate

    WorkUndo(UUID groupId, Deeds deeds, String reason, UUID undoneBy, Instant now) {
        this.groupId = groupId;
        this.memberId = deeds.memberId();
        this.since = deeds.since();
        this.reason = reason;
        this.undoneBy = undoneBy;
        this.undoneAt = now;
        this.holds = deeds.count(Deed.HOLD);
        this.results = deeds.count(Deed.RESULT);
        this.verdicts = deeds.count(Deed.VERDICT);
        this.leftOver = (int) deeds.left();
    }

    UUID id() {
        return id;
    }

    UUID groupId() {
        return groupId;
    }

    UUID memberId() {
        return memberId;
    }

    Instant since() {
        return since;
    }

    String reason() {
        return reason;
    }

    UUID undoneBy() {
        return undoneBy;
    }

    Instant undoneAt() {
        return undoneAt;
    }

    int holds() {
        return holds;
    }

    int results() {
        return results;
    }

    int verdicts() {
        return verdicts;
    }

    int leftOver() {
        return leftOver;
    }
}
