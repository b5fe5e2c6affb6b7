package org.barnstorm.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.barnstorm.platform.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A purpose of a group. Whether it goes on follows from its days and from whether somebody has ended it. */
@Entity
class Campaign {
    /** Whether a campaign goes on. */
    @Schema(
            name = "CampaignStatus",
            description = "ACTIVE: tasks can be put into it. ENDED: somebody ended it, or its last day is over.")
    enum Status {
        ACTIVE,
        ENDED
    }

    @Id
    private UUID id = Ids.next();

    @Version
    private long version;

    @Column(updatable = false)
    private UUID groupId;

    private String name;
    private String goal;
    private LocalDate startsOn;
    private LocalDate endsOn;

    @Column(updatable = false)
    private UUID createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    protected Campaign() {} // for Hibernate

    Campaign(UUID groupId, CampaignContent content, UUID createdBy, Instant now) {
        this.groupId = groupId;
        this.createdBy = createdBy;
        this.createdAt = now;
        edit(content);
    }

    final void edit(CampaignContent content) {
        name = content.name();
        goal = content.goal();
        startsOn = content.startsOn();
        endsOn = content.endsOn();
    }

    CampaignContent content() {
        return new CampaignContent(name, goal, startsOn, endsOn);
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

    String name() {
        return name;
    }

    UUID createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
