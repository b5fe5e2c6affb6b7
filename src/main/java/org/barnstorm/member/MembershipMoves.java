package org.barnstorm.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;

/**
 * Members go on in another group. Suspensions go with them: whoever is kept from acting in the one is kept from acting in the
 * other, by whatever door they come in, until each of these suspensions has ended or is lifted.
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

    /** Where somebody belongs, suspended or not. */
    public Set<UUID> groupsOf(UUID memberId) {
        return memberships.groupsOf(memberId);
    }

    /**
     * Ends the one membership and begins the other, unless there is one.
     *
     * @return whether they still belonged to the group; who only asked to, or is invited, does not
     */
    public boolean move(UUID memberId, GroupRef from, GroupRef into, UUID move) {
        var old = memberships.lockStanding(memberId, from.id()).filter(MembershipMoves::belongs);
        if (old.isEmpty()) return false;
        old.get().move(clock.instant());
        record("membership.moved", old.get(), from, move);
        arrive(memberId, from, into, move);
        return true;
    }

    /** Ends whatever they are to a group that is no more. */
    public void close(UUID memberId, GroupRef from, UUID move) {
        memberships.lockStanding(memberId, from.id()).ifPresent(membership -> {
            membership.close(clock.instant());
            record("membership.closed", membership, from, move);
        });
    }

    /**
     * Keeps people out of the group of which another becomes part, who are suspended in that one: also who declines to go,
     * and who was no member there. What they are to the group already stays as it is.
     *
     * @return how many; 0 when all are
     */
    public int keepOut(GroupRef from, GroupRef into, int most) {
        var ids = suspensions.leftBehind(from.id(), into.id(), most);
        if (ids.isEmpty()) return 0;
        memberships.lockMembers(ids);
        suspensions.bring(ids, from.id(), into.id());
        return ids.size();
    }

    private static boolean belongs(Membership membership) {
        return membership.status() == Membership.Status.ACTIVE || membership.status() == Membership.Status.SUSPENDED;
    }

    /** What they were there before stays as it is: no suspension kept them from that. */
    private void arrive(UUID memberId, GroupRef from, GroupRef into, UUID move) {
        var there = memberships.lockStanding(memberId, into.id());
        if (there.filter(MembershipMoves::belongs).isPresent()) return;
        var keeper = keeper(memberId, from, into);
        if (there.isPresent()) {
            there.get().settle(clock.instant());
            keeper.ifPresent(there.get()::suspend);
            record("membership.settled", there.get(), into, move);
            return;
        }
        var fresh = Membership.active(memberId, into.id(), clock.instant());
        keeper.ifPresent(fresh::suspend);
        memberships.persist(fresh);
        record("membership.moved-in", fresh, into, move);
    }

    /** One of the suspensions that keep them there: those that reach there, and all that they come with. */
    private Optional<UUID> keeper(UUID memberId, GroupRef from, GroupRef into) {
        var carried = suspensions.inForce(memberId, groups.line(from));
        if (!carried.isEmpty()) suspensions.reach(carried, into.id());
        return suspensions.inForce(memberId, groups.line(into)).stream()
                .map(Suspension::id)
                .findFirst();
    }

    private void record(String type, Membership membership, GroupRef group, UUID move) {
        journal.append(new Event(type, membership.id(), group.id(), group.path().value(), null, null)
                .with("member", membership.memberId())
                .with("status", membership.status())
                .with("move", move));
    }
}
