package org.barnstorm.member;

import static org.barnstorm.authority.Capability.MEMBER_MANAGE;
import static org.barnstorm.authority.Capability.MEMBER_READ;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Budgets;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;

/** Joining and leaving, and looking after who belongs. */
@ApplicationScoped
@Transactional
class MembershipService {
    private final MembershipRepository memberships;
    private final Members members;
    private final ContactRepository contacts;
    private final Suspensions suspensions;
    private final Groups groups;
    private final Authority authority;
    private final Budgets budgets;
    private final Journal journal;
    private final Clock clock;

    MembershipService(
            MembershipRepository memberships,
            Members members,
            ContactRepository contacts,
            Suspensions suspensions,
            Groups groups,
            Authority authority,
            Budgets budgets,
            Journal journal,
            Clock clock) {
        this.memberships = memberships;
        this.members = members;
        this.contacts = contacts;
        this.suspensions = suspensions;
        this.groups = groups;
        this.authority = authority;
        this.budgets = budgets;
        this.journal = journal;
        this.clock = clock;
    }

    /** Joins at once, asks, or accepts an invitation, as the group's policy says. Repeating it changes nothing. */
    MembershipView join(Caller caller, GroupPath path) {
        var group = groups.at(path);
        var current = memberships.lockCurrent(caller.memberId(), group.id());
        if (current.isPresent()) {
            if (current.get().status() == Membership.Status.INVITED) {
                groups.requireOpen(group);
                requireNotSuspended(caller, group);
                current.get().accept(clock.instant());
                record("membership.accepted", current.get(), group, caller, null);
            }
            return MembershipView.of(current.get(), path);
        }
        groups.requireOpen(group);
        requireNotSuspended(caller, group);
        var fresh = begin(caller.memberId(), group);
        memberships.persist(fresh);
        var type = fresh.status() == Membership.Status.ACTIVE ? "membership.joined" : "membership.requested";
        record(type, fresh, group, caller, null);
        return MembershipView.of(fresh, path);
    }

    void leave(Caller caller, GroupPath path) {
        var group = groups.at(path);
        var current = memberships.lockCurrent(caller.memberId(), group.id());
        if (current.isEmpty()) {
            object(caller, group);
            return;
        }
        current.get().leave(clock.instant());
        record("membership.left", current.get(), group, caller, null);
    }

    /** Who turns down an invitation by e-mail address is forgotten there, and no file brings them back. */
    private void object(Caller caller, GroupRef group) {
        contacts.take(caller.memberId(), group.id())
                .flatMap(taken -> contacts.object(group.id(), taken.email()))
                .ifPresent(objection -> journal.append(new Event(
                        "objection.recorded",
                        objection,
                        group.id(),
                        group.path().value(),
                        caller.memberId(),
                        null)));
    }

    Slice<MembershipView> list(Caller caller, GroupPath path, Membership.Status status, Window window) {
        var group = groups.at(path);
        caller.require(MEMBER_READ, path);
        if (status == Membership.Status.SUSPENDED)
            caller.require(MEMBER_MANAGE, path); // as for the suspensions themselves
        var found = memberships.inGroup(group.id(), status, window);
        var shown = budgets.look(caller, group, window, found, Membership::memberId);
        var names = members.shortNames(
                found.stream().map(Membership::memberId).distinct().toList());
        return Slice.of(
                shown,
                found,
                membership -> List.of(membership.id().toString()),
                membership -> MembershipView.of(membership, path, names.get(membership.memberId())));
    }

    MembershipView invite(Caller caller, GroupPath path, UUID memberId) {
        var group = groups.at(path);
        caller.require(MEMBER_MANAGE, path);
        members.requirePerson(memberId);
        groups.requireOpen(group);
        if (memberships.lockCurrent(memberId, group.id()).isPresent()) {
            throw Refusal.conflict("membership-exists", "They belong to the group, asked to, or are invited already.");
        }
        var mandate = authority.holds(caller, MEMBER_MANAGE, group); // after the member: lock order
        var invited = Membership.invited(memberId, group.id(), clock.instant());
        memberships.persist(invited);
        record("membership.invited", invited, group, caller, mandate);
        return MembershipView.of(invited, path);
    }

    MembershipView approve(Caller caller, UUID id) {
        memberships.memberOf(id).ifPresent(members::lock); // a suspension of theirs comes before or after
        return decide(caller, id, "membership.approved", (membership, now) -> {
            var group = groups.withId(membership.groupId());
            groups.requireOpen(group);
            suspensions.requireNotSuspended(membership.memberId(), group);
            membership.approve(now);
        });
    }

    MembershipView decline(Caller caller, UUID id) {
        return decide(caller, id, "membership.declined", Membership::decline);
    }

    MembershipView end(Caller caller, UUID id) {
        return decide(caller, id, "membership.ended", Membership::remove);
    }

    MembershipView show(Caller caller, UUID id) {
        var membership = visible(caller, memberships.findByIdOptional(id).orElse(null));
        return MembershipView.of(membership, groups.withId(membership.groupId()).path());
    }

    private MembershipView decide(Caller caller, UUID id, String type, BiConsumer<Membership, Instant> verb) {
        var membership = visible(caller, memberships.lock(id).orElse(null));
        var group = groups.withId(membership.groupId());
        var mandate = authority.holds(caller, MEMBER_MANAGE, group);
        verb.accept(membership, clock.instant());
        record(type, membership, group, caller, mandate);
        return MembershipView.of(membership, group.path());
    }

    /** A membership is visible to the person and to those who may see the group's members. */
    private Membership visible(Caller caller, Membership membership) {
        if (membership == null) throw Refusal.notFound("membership");
        var path = groups.withId(membership.groupId()).path();
        if (membership.memberId().equals(caller.memberId()) || caller.may(MEMBER_READ, path)) return membership;
        throw Refusal.notFound("membership");
    }

    private void requireNotSuspended(Caller caller, GroupRef group) {
        if (suspensions.isSuspended(caller.memberId(), group)) {
            throw Refusal.forbidden(
                    "you-are-suspended",
                    "You are suspended here. Whoever leads the group above can tell you why, and lift it.");
        }
    }

    /** Whom the group expects is invited: somebody who may has brought them in by their address. */
    private Membership begin(UUID memberId, GroupRef group) {
        var expected = contacts.take(memberId, group.id()).filter(ContactRepository.Taken::good);
        if (expected.isPresent()) return Membership.active(memberId, group.id(), clock.instant());
        return switch (groups.joinPolicy(group)) {
            case OPEN -> Membership.active(memberId, group.id(), clock.instant());
            case REQUEST -> Membership.requested(memberId, group.id(), clock.instant());
            case INVITATION ->
                throw Refusal.forbidden(
                        "invitation-needed",
                        "This group takes members by invitation. Ask somebody in it, or look for a group nearby.");
        };
    }

    private void record(String type, Membership membership, GroupRef group, Caller caller, UUID mandate) {
        journal.append(new Event(type, membership.id(), group.id(), group.path().value(), caller.memberId(), mandate)
                .with("member", membership.memberId())
                .with("status", membership.status()));
    }
}
