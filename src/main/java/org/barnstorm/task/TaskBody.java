package org.barnstorm.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.authority.Matter;
import org.barnstorm.platform.GeoPoint;
import org.barnstorm.platform.problem.Refusal;

/** What a task says: what is to be done, how, where, when and by whom. {@link Task} has what becomes of it. */
@MappedSuperclass
abstract class TaskBody {
    private String title;
    private String instructions;
    private int capacity;
    private boolean remote;
    private String placeName;
    private BigDecimal latitude;
    private BigDecimal longitude;
    private Instant startsAt;
    private Instant endsAt;
    private Instant busyUntil;
    private ZoneId zone;
    private int effortMinutes;
    private UUID requiredCourseId;
    private int leaseHours;

    @Embedded
    private Audience audience;

    private String kind;
    private String[] steps;

    @Embedded
    private Verification verification;

    private UUID campaignId;

    @Column(updatable = false)
    private boolean gathering;

    /** People meet at it, for a feature above: whoever planned it has opened no work. */
    final void gather() {
        gathering = true;
    }

    /** @param travelGap what people need from its place to the next */
    final void write(TaskContent content, Duration travelGap) {
        title = content.title();
        instructions = content.instructions();
        capacity = content.capacity();
        remote = content.remote();
        placeName = content.place() == null ? null : content.place().name();
        var location = content.place() == null ? null : content.place().location();
        latitude = GeoPoint.latitude(location);
        longitude = GeoPoint.longitude(location);
        startsAt = content.startsAt();
        endsAt = content.endsAt();
        busyUntil = endsAt == null || remote ? endsAt : endsAt.plus(travelGap);
        zone = content.zone();
        effortMinutes = content.effortMinutes();
        requiredCourseId = content.requiredCourseId();
        leaseHours = content.leaseHours();
        audience = content.audience();
        kind = content.kind();
        steps = content.steps().toArray(String[]::new);
        verification = content.verification();
        campaignId = content.campaignId();
    }

    TaskContent content() {
        var located = location();
        return new TaskContent(
                title,
                instructions,
                capacity,
                remote,
                placeName == null && located == null ? null : new Place(placeName, located),
                startsAt,
                endsAt,
                zone,
                effortMinutes,
                requiredCourseId,
                leaseHours,
                audience,
                kind,
                List.of(steps),
                verification,
                campaignId);
    }

    boolean isOver(Instant now) {
        return endsAt != null && !endsAt.isAfter(now);
    }

    /** Refuses when the work is over: then no place of it becomes anybody's any more, however they came by it. */
    void requireGoingOn(Instant now) {
        whyOver(now).ifPresent(why -> {
            throw why;
        });
    }

    /** The same refusal, or nothing while the work lies ahead or goes on. */
    Optional<Refusal> whyOver(Instant now) {
        if (!isOver(now)) return Optional.empty();
        return Optional.of(Refusal.conflict("task-over", "This task ended on " + endsAt + "."));
    }

    /** The same for who could change its time. */
    void requireNotOver(Instant now) {
        if (isOver(now)) throw Refusal.conflict("task-over", "It ended on " + endsAt + ". Change its time first.");
    }

    /** Until when somebody who takes a place now may hold it: for scheduled work, time to report after it is over. */
    Instant leaseFrom(Instant now) {
        return (endsAt == null ? now : endsAt).plus(leaseLength());
    }

    String title() {
        return title;
    }

    int capacity() {
        return capacity;
    }

    boolean isRemote() {
        return remote;
    }

    String kind() {
        return kind;
    }

    /** The campaign it belongs to; null for none. */
    UUID campaignId() {
        return campaignId;
    }

    /** What authority over it can be limited to. */
    Matter matter() {
        return new Matter(campaignId, kind, capacity);
    }

    /** How many steps there are to tick off. */
    int steps() {
        return steps.length;
    }

    Verification verification() {
        return verification;
    }

    Audience audience() {
        return audience;
    }

    Duration leaseLength() {
        return Duration.ofHours(leaseHours);
    }

    GeoPoint location() {
        return GeoPoint.of(latitude, longitude);
    }

    /** Where one has to be; null for nowhere in particular. */
    GeoPoint meetingPoint() {
        return remote ? null : location();
    }

    Instant startsAt() {
        return startsAt;
    }

    Instant endsAt() {
        return endsAt;
    }

    ZoneId zone() {
        return zone;
    }

    /** Where people meet for it, in words or on the map; null for what can be done from anywhere. */
    Place meetingPlace() {
        return remote ? null : content().place();
    }

    UUID requiredCourseId() {
        return requiredCourseId;
    }
}
