package org.barnstorm.training;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.authority.Role;
import org.barnstorm.platform.Ids;

/** Something one can learn in a group and everywhere below it. */
@Entity
class Course {
    @Id
    private UUID id = Ids.next();

    @Version
    private long version;

    @Column(updatable = false)
    private UUID groupId;

    private String title;
    private String description;
    private Short validMonths;

    @Enumerated(EnumType.STRING)
    private Role awardRole;

    private Short awardMonths;
    private UUID awardSetBy;

    @Enumerated(EnumType.STRING)
    private Completion completion;

    private UUID[] requires;
    private UUID[] recognises;

    @Column(updatable = false)
    private Instant createdAt;

    protected Course() {} // for Hibernate

    /** @param author answers for the award, if the course has one */
    Course(UUID groupId, CourseContent content, UUID author, Instant now) {
        this.groupId = groupId;
        this.createdAt = now;
        edit(content, author);
    }

    final void edit(CourseContent content, UUID editor) {
        var easier = award() == null || content.earnsOtherwise(content());
        title = content.title();
        description = content.description();
        validMonths =
                content.validMonths() == null ? null : content.validMonths().shortValue();
        completion = content.completion();
        requires = content.requires().toArray(UUID[]::new);
        recognises = content.recognises().toArray(UUID[]::new);
        var award = content.award();
        awardRole = award == null ? null : award.role();
        awardMonths = award == null ? null : award.months().shortValue();
        if (award == null) awardSetBy = null;
        else if (easier) awardSetBy = editor; // whoever lets it be earned otherwise answers for it
    }

    CourseContent content() {
        return new CourseContent(
                title,
                description,
                validMonths == null ? null : validMonths.intValue(),
                award(),
                completion,
                requires(),
                List.of(recognises));
    }

    /** When a qualification earned at this moment ends, if ever. Months are counted in UTC. */
    Optional<Instant> validUntil(Instant completedAt) {
        return Optional.ofNullable(validMonths).map(months -> plusMonths(completedAt, months));
    }

    /** When an award made at this moment ends: after its months, and never after the qualification. */
    Instant awardUntil(Instant completedAt) {
        var until = plusMonths(completedAt, awardMonths);
        return validUntil(completedAt).filter(end -> end.isBefore(until)).orElse(until);
    }

    private static Instant plusMonths(Instant from, int months) {
        return from.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant();
    }

    /** What completing it awards, or null. */
    Award award() {
        return awardRole == null ? null : new Award(awardRole, awardMonths.intValue());
    }

    /** Who answers for the award; null when there is none. */
    UUID awardSetBy() {
        return awardSetBy;
    }

    /** Whether doing all modules is not enough: somebody must confirm it. */
    boolean asksConfirmation() {
        return completion == Completion.CONFIRMED;
    }

    /** Courses whose qualification comes first. */
    List<UUID> requires() {
        return List.of(requires);
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

    String title() {
        return title;
    }
}
