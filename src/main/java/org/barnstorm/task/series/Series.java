package org.barnstorm.task.series;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.JsonColumn;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.task.template.Outline;
import org.barnstorm.task.template.OutlineColumn;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Work that comes again. What it says never changes: another series goes on where somebody changes it. */
@Entity
class Series {
    @Id
    private UUID id = Ids.next();

    @Version
    private long version;

    @Column(updatable = false)
    private UUID groupId;

    @Column(updatable = false)
    private UUID templateId;

    @Column(updatable = false)
    private UUID continuesId;

    @Column(columnDefinition = "jsonb", updatable = false)
    @Convert(converter = OutlineColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private Outline content;

    @Column(updatable = false)
    private String rrule;

    // Here and below: Hibernate's usual way leads through the machine's own time zone, which may not have this time.
    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.LOCAL_DATE_TIME)
    private LocalDateTime startsOn;

    @Column(updatable = false)
    private ZoneId zone;

    @Column(updatable = false)
    private int durationMinutes;

    @Column(updatable = false)
    private boolean publish;

    @Column(updatable = false)
    private boolean onProbation;

    @JdbcTypeCode(SqlTypes.LOCAL_DATE_TIME)
    private LocalDateTime endsBefore;

    private Instant endedAt;

    @Column(updatable = false)
    private Instant nextAt;

    @ElementCollection
    @CollectionTable(name = "series_skip", joinColumns = @JoinColumn(name = "series_id"))
    @Column(name = "occurrence")
    @JdbcTypeCode(SqlTypes.LOCAL_DATE_TIME)
    private Set<LocalDateTime> skipped = new HashSet<>();

    @Column(updatable = false)
    private UUID createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    protected Series() {} // for Hibernate

    /** @param templateId where its content came from; null when it did not come from a template */
    Series(UUID groupId, UUID templateId, SeriesContent content, UUID createdBy, Instant now) {
        this(groupId, templateId, null, null, content, createdBy, now);
    }

    private Series(
            UUID groupId,
            UUID templateId,
            UUID continuesId,
            LocalDateTime endsBefore,
            SeriesContent content,
            UUID createdBy,
            Instant now) {
        this.groupId = groupId;
        this.templateId = templateId;
        this.continuesId = continuesId;
        this.endsBefore = endsBefore;
        this.content = content.content();
        this.rrule = content.rrule();
        this.startsOn = content.start();
        this.zone = content.zone();
        this.durationMinutes = content.durationMinutes();
        this.publish = content.publish();
        this.createdBy = createdBy;
        this.createdAt = now;
        this.nextAt = content.recurrence().at(content.start());
    }

    /** Made by somebody on probation: its tasks are looked at before they open. */
    Series onProbation() {
        onProbation = true;
        return this;
    }

    boolean isOnProbation() {
        return onProbation;
    }

    /** What an edit of this and the following starts from: the same, from that occurrence on. */
    SeriesContent from(LocalDateTime occurrence) {
        var rest = recurrence().remaining(occurrence);
        return new SeriesContent(content, rest.rrule(), occurrence, zone, durationMinutes, publish);
    }

    /** Another series goes on from this occurrence, as somebody wants it; what is not before it is no longer this one's. */
    Series split(LocalDateTime occurrence, SeriesContent changed, UUID editor, Instant now) {
        var next = new Series(groupId, templateId, id, endsBefore, changed, editor, now);
        endsBefore = occurrence;
        return next;
    }

    /** Leaves one occurrence out. */
    void skip(LocalDateTime occurrence, Instant now) {
        requireGoingOn(occurrence, now);
        skipped.add(occurrence);
    }

    /** Leaves out what stands for occurrences of the series before that stay as they are. */
    void leaveOut(Collection<LocalDateTime> occurrences) {
        skipped.addAll(occurrences);
    }

    void end(Instant now) {
        requireRunning();
        endedAt = now;
    }

    /** Whether a task is to be made for this time. */
    boolean wants(LocalDateTime occurrence) {
        return !skipped.contains(occurrence) && (endsBefore == null || occurrence.isBefore(endsBefore));
    }

    /** From here on it makes no more, if it ever ends like this. */
    boolean isBeyondEnd(LocalDateTime occurrence) {
        return endedAt != null || endsBefore != null && !occurrence.isBefore(endsBefore);
    }

    void requireRunning() {
        if (endedAt != null)
            throw Refusal.conflict("series-ended", "This series ended on " + endedAt + ". Make another one.");
    }

    /** Refuses what is not a time of this series that is to come. */
    void requireGoingOn(LocalDateTime occurrence, Instant now) {
        requireRunning();
        var when = recurrence();
        if (!wants(occurrence) || !when.isWithinReach(now, occurrence) || !when.has(occurrence)) {
            throw Refusal.invalid(
                    "unknown-occurrence", "The series has no such time, or leaves it out. Send one that it has.");
        }
        if (!when.at(occurrence).isAfter(now))
            throw Refusal.conflict("occurrence-over", "That time has come already. Choose a later one.");
    }

    Recurrence recurrence() {
        return new Recurrence(rrule, startsOn, zone);
    }

    SeriesContent content() {
        return new SeriesContent(content, rrule, startsOn, zone, durationMinutes, publish);
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

    UUID templateId() {
        return templateId;
    }

    UUID continuesId() {
        return continuesId;
    }

    LocalDateTime endsBefore() {
        return endsBefore;
    }

    Instant endedAt() {
        return endedAt;
    }

    /** When the first occurrence is that has not been made; null when there are no more. */
    Instant nextAt() {
        return nextAt;
    }

    Set<LocalDateTime> skipped() {
        return Set.copyOf(skipped);
    }

    UUID createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
