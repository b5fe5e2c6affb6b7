package org.barnstorm.regroup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That members of a group are to go on in another on a day. */
@Entity
@Table(name = "group_move")
class Move {
    /** What becomes of the group. */
    @Schema(
            name = "GroupMoveKind",
            description =
                    "SPLIT: the members that are named go. MERGE: all members and the open work go, and the group is part"
                            + " of the other from then on.")
    enum Kind {
        SPLIT,
        MERGE
    }

    /** How far it is. */
    @Schema(
            name = "GroupMoveStatus",
            description = "PLANNED waits for its day; RUNNING is under way; DONE; CANCELLED did not happen.")
    enum Status {
        PLANNED,
        RUNNING,
        DONE,
        CANCELLED
    }

    /** Why it did not happen. */
    @Schema(
            name = "GroupMoveEnd",
            description =
                    "WITHDRAWN by somebody who could have planned it. On the day: AUTHORITY_ENDED of who planned it;"
                            + " GROUP_MERGED: one of the two had become part of another; GROUPS_BELOW: there are groups below the one to"
                            + " be merged; KINDS_LEFT: open work there is of a kind that the other group does not have;"
                            + " GROUP_MISSING: there is no group above the one to be made.")
    enum End {
        WITHDRAWN,
        AUTHORITY_ENDED,
        GROUP_MERGED,
        GROUPS_BELOW,
        KINDS_LEFT,
        GROUP_MISSING
    }

    @Id
    private UUID id = Ids.next();

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Kind kind;

    @Column(updatable = false)
    private UUID fromId;

    private UUID intoId;

    @Column(updatable = false)
    private String intoPath;

    @Column(updatable = false)
    private String intoName;

    @Column(updatable = false)
    private Instant effectiveAt;

    @Column(updatable = false)
    private UUID plannedBy;

    @Column(updatable = false)
    private UUID[] underMandates;

    @Column(updatable = false)
    private Instant plannedAt;

    @Enumerated(EnumType.STRING)
    private Status status = Status.PLANNED;

    private Instant sealedAt;
    private Instant endedAt;
    private UUID endedBy;

    @Enumerated(EnumType.STRING)
    private End endReason;

    protected Move() {} // for Hibernate

    /**
     * Who plans it, and all the mandates that allow it.
     *
     * @param under first the one for the members of the group they are in
     */
    record Planner(UUID memberId, List<UUID> under) {}

    private Move(Kind kind, UUID fromId, Planner planner, Instant effectiveAt, Instant now) {
        this.kind = kind;
        this.fromId = fromId;
        this.plannedBy = planner.memberId();
        this.underMandates = planner.under().stream().distinct().sorted().toArray(UUID[]::new);
        this.effectiveAt = effectiveAt;
        this.plannedAt = now;
    }

    /** Some go to a group that there is. */
    static Move split(UUID fromId, GroupRef into, Planner planner, Instant effectiveAt, Instant now) {
        return new Move(Kind.SPLIT, fromId, planner, effectiveAt, now).into(into);
    }

    /** Some go to a group that is made on the day. */
    static Move split(UUID fromId, GroupPath path, String name, Planner planner, Instant effectiveAt, Instant now) {
        var move = new Move(Kind.SPLIT, fromId, planner, effectiveAt, now);
        move.intoPath = path.value();
        move.intoName = name;
        return move;
    }

    /** All go. */
    static Move merge(UUID fromId, GroupRef into, Planner planner, Instant effectiveAt, Instant now) {
        return new Move(Kind.MERGE, fromId, planner, effectiveAt, now).into(into);
    }

    private Move into(GroupRef group) {
        intoId = group.id();
        intoPath = group.path().value();
        return this;
    }

    boolean isDue(Instant now) {
        return status == Status.RUNNING || status == Status.PLANNED && !effectiveAt.isAfter(now);
    }

    /** The day has come. */
    void begin(UUID into) {
        requirePlanned();
        intoId = into;
        status = Status.RUNNING;
    }

    /** Of a merge: whatever was on its way to the group has come, and nothing follows. */
    void seal(Instant now) {
        if (status != Status.RUNNING) throw state();
        sealedAt = now;
    }

    /** Whether people and work can go without others coming after them. */
    boolean isSealed() {
        return kind == Kind.SPLIT || sealedAt != null;
    }

    /** Everybody and everything is there. */
    void finish(Instant now) {
        if (status != Status.RUNNING || !isSealed()) throw state();
        status = Status.DONE;
        endedAt = now;
    }

    /** @param by who withdraws it; null when it could not happen on the day */
    void cancel(End why, UUID by, Instant now) {
        requirePlanned();
        status = Status.CANCELLED;
        endReason = why;
        endedBy = by;
        endedAt = now;
    }

    /** Refuses once it is under way or over. */
    void requirePlanned() {
        if (status != Status.PLANNED) throw state();
    }

    private Refusal state() {
        return Refusal.conflict("move-state", "This move is " + status + ": it cannot be changed any more.")
                .with("state", status.name());
    }

    UUID id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    UUID fromId() {
        return fromId;
    }

    /** Null as long as the group is still to be made. */
    UUID intoId() {
        return intoId;
    }

    GroupPath intoPath() {
        return new GroupPath(intoPath);
    }

    String intoName() {
        return intoName;
    }

    Instant effectiveAt() {
        return effectiveAt;
    }

    UUID plannedBy() {
        return plannedBy;
    }

    List<UUID> underMandates() {
        return List.of(underMandates);
    }

    Instant plannedAt() {
        return plannedAt;
    }

    Status status() {
        return status;
    }

    Instant endedAt() {
        return endedAt;
    }

    End endReason() {
        return endReason;
    }
}
