package org.barnstorm.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;

/**
 * Suspensions and the memberships that they keep. What they do to mandates is for those who know mandates; they ask who may,
 * too.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Suspensions {
    private final SuspensionRepository suspensions;
    private final MembershipRepository memberships;
    private final Groups groups;
    private final Journal journal;

    Suspensions(SuspensionRepository suspensions, MembershipRepository memberships, Groups groups, Journal journal) {
        this.suspensions = suspensions;
        this.memberships = memberships;
        this.groups = groups;
        this.journal = journal;
    }

    /**
     * A suspension as others know it.
     *
     * @param liftedAt null while it is in force
     * @param liftedBy null while it is, and when its time was over
     */
    public record Kept(
            UUID id,
            UUID memberId,
            GroupRef group,
            String reason,
            UUID by,
            UUID under,
            Instant at,
            Instant until,
            Instant liftedAt,
            UUID liftedBy) {}

    /** Who does it, and the mandate that allows it; both null when a time is over. */
    public record Act(UUID by, UUID under) {}

    /** What somebody is to be kept from. */
    public record Wanted(UUID memberId, GroupRef group, String reason, Instant until) {}

    /** Waits for a person's own acts in flight; comes before locks on mandates. */
    public void lock(UUID memberId) {
        suspensions.waitLonger();
        memberships.lockMember(memberId);
    }

    /** The same of several people, in the order of their ids. */
    public void lock(Collection<UUID> memberIds) {
        suspensions.waitLonger();
        memberships.lockMembers(memberIds);
    }

    /** Takes the memberships in the branch. The caller holds the member's lock. */
    public Kept begin(Wanted wanted, Act act) {
        var where = wanted.group();
        if (suspensions.isSuspendedAt(wanted.memberId(), where.id())) {
            throw Refusal.conflict("already-suspended", "They are suspended here already.");
        }
        var suspension = new Suspension(
                wanted.memberId(), where.id(), wanted.reason(), wanted.until(), act, suspensions.databaseTime());
        suspensions.persist(suspension);
        record("suspension.begun", suspension, where, act);
        for (var membership : suspensions.lockActive(wanted.memberId(), groups.branch(where.path()))) {
            membership.suspend(suspension.id());
            record("membership.suspended", membership, act);
        }
        return kept(suspension);
    }

    /**
     * Gives every membership back that no other suspension keeps, also where the person was moved meanwhile. The caller holds
     * the member's lock.
     */
    public Kept lift(UUID id, Act act) {
        var suspension = suspensions.findById(id);
        suspensions.getSession().refresh(suspension, LockModeType.PESSIMISTIC_WRITE);
        suspension.lift(act.by(), suspensions.databaseTime());
        var where = groups.withId(suspension.groupId());
        record("suspension.lifted", suspension, where, act);
        for (var membership : suspensions.lockKept(id)) {
            var line = groups.line(groups.withId(membership.groupId()));
            var other =
                    suspensions.inForce(suspension.memberId(), line).stream().findFirst();
            if (other.isPresent()) {
                membership.suspend(other.get().id());
            } else {
                membership.resume();
                record("membership.resumed", membership, act);
            }
        }
        return kept(suspension);
    }

    public Optional<Kept> find(UUID id) {
        return suspensions.findByIdOptional(id).map(this::kept);
    }

    /** Those of somebody that are in force, the oldest first. */
    public List<Kept> of(UUID memberId) {
        return suspensions.inForce(memberId).stream().map(this::kept).toList();
    }

    /** Suspensions at a group and below it, past ones too. */
    public List<Kept> inBranch(GroupRef group, Window window) {
        return suspensions.inGroups(groups.branch(group.path()), window).stream()
                .map(this::kept)
                .toList();
    }

    public List<UUID> due(int limit) {
        return suspensions.due(limit);
    }

    /** Whether it still is, under the member's lock. */
    public boolean isInForce(UUID id) {
        return suspensions.isInForce(id);
    }

    public boolean isSuspended(UUID memberId, GroupRef group) {
        return !suspensions.inForce(memberId, groups.line(group)).isEmpty();
    }

    /** Refuses what would give somebody a standing where they are suspended. The caller holds the member's lock. */
    public void requireNotSuspended(UUID memberId, GroupRef group) {
        if (isSuspended(memberId, group)) {
            throw Refusal.conflict("suspended", "This person is suspended here. Wait until it is over, or lift it.");
        }
    }

    private void record(String type, Suspension suspension, GroupRef where, Act act) {
        journal.append(new Event(type, suspension.id(), where.id(), where.path().value(), act.by(), act.under())
                .with("member", suspension.memberId())
                .with("until", suspension.until()));
    }

    private void record(String type, Membership membership, Act act) {
        var group = groups.withId(membership.groupId());
        journal.append(new Event(type, membership.id(), group.id(), group.path().value(), act.by(), act.under())
                .with("member", membership.memberId())
                .with("status", membership.status()));
    }

    private Kept kept(Suspension suspension) {
        return new Kept(
                suspension.id(),
                suspension.memberId(),
                groups.withId(suspension.groupId()),
                suspension.reason(),
                suspension.suspendedBy(),
                suspension.underMandate(),
                suspension.suspendedAt(),
                suspension.until(),
                suspension.liftedAt(),
                suspension.liftedBy());
    }
}
