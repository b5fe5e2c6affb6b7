package org.barnstorm.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;

/**
 * Members go on in another group. A suspension goes with them: whoever is kept from acting in the one is kept from acting in
 * the other, until it ends or is lifted.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class MembershipMoves {
    private final MembershipRepository memberships;
    private final SuspensionRepository suspensions;
    private final Groups groups;
    private final Journal journal;
    private final Clock clock;

    MembershipMoves(
            MembershipRepository memberships,
            SuspensionRepository suspensions,
            Groups groups,
            Journal journal,
            Clock clock) {
        this.memberships = memberships;
        this.suspensions = suspensions;
        this.groups = groups;
        this.journal = journal;
        this.clock = clock;
    }

    /** Who belongs to a group, asked to, is invited or suspended there; ids ascending. */
    public List<UUID> membersOf(GroupRef group, int most) {
        return memberships.membersOf(group.id(), most);
    }

    /** Lets the acts of these people take turns until the transaction ends; comes before everything below. */
    public void lock(Collection<UUID> memberIds) {
        memberships.lockMembers(memberIds);
    }

    /**
     * Ends the one membership and begins the other, unless there is one.
     *
     * @return whether they still belonged to the group; who only asked to, or is invited, does not
     */
    public boolean move(UUID memberId, GroupRef from, GroupRef into, UUID move) {
        var old = memberships.lockStanding(memberId, from.id()).filter(MembershipMoves::belongs);
        if (old.isEmpty()) return false;
        var keeper = keeper(old.get(), into);
        old.get().move(clock.instant());
        record("membership.moved", old.get(), from, move);
        arrive(memberId, into, keeper, move);
        return true;
    }

    /** Ends whatever they are to a group that is no more. */
    public void close(UUID memberId, GroupRef from, UUID move) {
        memberships.lockStanding(memberId, from.id()).ifPresent(membership -> {
            membership.close(clock.instant());
            record("membership.closed", membership, from, move);
        });
    }

    private static boolean belongs(Membership membership) {
        return membership.status() == Membership.Status.ACTIVE || membership.status() == Membership.Status.SUSPENDED;
    }

    /** The suspension that keeps them there: one that reaches there, or else the one they come with; null if none. */
    private UUID keeper(Membership old, GroupRef into) {
        return suspensions.inForce(old.memberId(), groups.line(into)).stream()
                .map(Suspension::id)
                .findFirst()
                .orElse(old.suspensionId());
    }

    private void arrive(UUID memberId, GroupRef into, UUID keeper, UUID move) {
        var there = memberships.lockStanding(memberId, into.id());
        if (there.isPresent()) {
            if (belongs(there.get()) || keeper != null) return; // a request waits until the suspension is over
            there.get().settle(clock.instant());
            record("membership.settled", there.get(), into, move);
            return;
        }
        var fresh = Membership.active(memberId, into.id(), clock.instant());
        if (keeper != null) fresh.suspend(keeper);
        memberships.persist(fresh);
        record("membership.moved-in", fresh, into, move);
    }

    private void record(String type, Membership membership, GroupRef group, UUID move) {
        journal.append(new Event(type, membership.id(), group.id(), group.path().value(), null, null)
                .with("member", membership.memberId())
                .with("status", membership.status())
                .with("move", move));
    }
}
