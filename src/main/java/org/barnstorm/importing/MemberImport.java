package org.barnstorm.importing;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;

/** One file with people, from the upload to the last of them. Nothing is brought in before somebody has seen the preview. */
@Entity
@DynamicUpdate
class MemberImport {
    @Schema(
            name = "ImportStatus",
            description =
                    "UPLOADED waits to be checked; CHECKING; PREVIEW shows what it would do and waits to be started; RUNNING; DONE;"
                            + " CANCELLED by a person, or because what it needed is gone; FAILED because the file cannot be read.")
    enum Status {
        UPLOADED,
        CHECKING,
        PREVIEW,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    private static final Set<Status> ENDS = EnumSet.of(Status.DONE, Status.CANCELLED, Status.FAILED);

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID groupId;

    @Column(updatable = false)
    private UUID uploadedBy;

    private UUID startedBy;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Preset source;

    @Convert(converter = LayoutColumn.class)
    @ColumnTransformer(write = LayoutColumn.WRITE)
    @Column(updatable = false)
    private PeopleCsv.Layout layout;

    @Column(updatable = false)
    private long bytes;

    @Enumerated(EnumType.STRING)
    private Status status;

    private Instant statusSince;

    @Column(updatable = false)
    private Instant uploadedAt;

    private Instant endedAt;
    private String failure;
    private Long failedAfter;

    @Embedded
    private Tally tally;

    private long handled;
    private long created;
    private long updated;
    private long forgotten;
    private boolean purged;

    protected MemberImport() {} // for Hibernate

    MemberImport(Upload.Received file, UUID groupId, UUID by, Preset source, PeopleCsv.Layout layout, Instant now) {
        this.id = file.id();
        this.bytes = file.bytes();
        this.groupId = groupId;
        this.uploadedBy = by;
        this.source = source;
        this.layout = layout;
        this.uploadedAt = now;
        this.tally = Tally.NONE;
        become(Status.UPLOADED, now);
    }

    /** The first lines are looked at. */
    void open(Instant now) {
        require("checked", Status.UPLOADED);
        become(Status.CHECKING, now);
    }

    void count(Tally more) {
        require("counted", Status.CHECKING);
        tally = tally.plus(more);
    }

    /** All lines are looked at, and a person decides. */
    void preview(Instant now) {
        require("shown", Status.CHECKING);
        become(Status.PREVIEW, now);
    }

    void start(UUID by, Instant now) {
        require("started", Status.PREVIEW);
        startedBy = by;
        become(Status.RUNNING, now);
    }

    /** So many lines of the file have done what they do. */
    void bring(long lines, int fresh, int known, int gone) {
        require("brought in", Status.RUNNING);
        handled += lines;
        created += fresh;
        updated += known;
        forgotten += gone;
    }

    void finish(Instant now) {
        require("finished", Status.RUNNING);
        become(Status.DONE, now);
    }

    /** What was brought in by then stays. */
    void cancel(Instant now) {
        if (isOver()) throw wrongState("cancelled");
        become(Status.CANCELLED, now);
    }

    /** Cannot go on, because what it needs is gone. */
    void stop(String because, Instant now) {
        cancel(now);
        failure = because;
    }

    /** @param after the last line that could be read */
    void fail(String because, long after, Instant now) {
        require("given up", Status.CHECKING);
        failure = because;
        failedAfter = after;
        become(Status.FAILED, now);
    }

    /** What it said of people is deleted. */
    void purge() {
        if (!isOver()) throw wrongState("deleted");
        purged = true;
    }

    void requirePreview(String act) {
        require(act, Status.PREVIEW);
    }

    private void become(Status next, Instant now) {
        status = next;
        statusSince = now;
        if (ENDS.contains(next)) endedAt = now;
    }

    private void require(String act, Status needed) {
        if (status != needed) throw wrongState(act);
    }

    private Refusal wrongState(String act) {
        return Refusal.conflict("import-state", "An import that is " + status + " cannot be " + act + ".")
                .with("state", status.name());
    }

    boolean isOver() {
        return ENDS.contains(status);
    }

    /** By whose authority it does what it does now. */
    UUID actor() {
        return startedBy == null ? uploadedBy : startedBy;
    }

    UUID id() {
        return id;
    }

    UUID groupId() {
        return groupId;
    }

    Preset source() {
        return source;
    }

    PeopleCsv.Layout layout() {
        return layout;
    }

    long bytes() {
        return bytes;
    }

    Status status() {
        return status;
    }

    Instant statusSince() {
        return statusSince;
    }

    Instant uploadedAt() {
        return uploadedAt;
    }

    Instant endedAt() {
        return endedAt;
    }

    String failure() {
        return failure;
    }

    Long failedAfter() {
        return failedAfter;
    }

    Tally tally() {
        return tally;
    }

    long handled() {
        return handled;
    }

    long created() {
        return created;
    }

    long updated() {
        return updated;
    }

    long forgotten() {
        return forgotten;
    }

    boolean isPurged() {
        return purged;
    }
}
