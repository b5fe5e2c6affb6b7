package org.barnstorm.mandate;

import static org.barnstorm.authority.Capability.MANDATE_READ;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;
import org.barnstorm.member.Suspensions;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;

/** Members stand up for each other; enough of them earn somebody a mandate. {@link Unvouching} takes it back. */
@ApplicationScoped
@Transactional
class VouchService {
    private final VouchRepository vouches;
    private final Rules rules;
    private final Trust trust;
    private final VouchedMandates vouched;
    private final VouchJournal journal;
    private final MandateRepository mandates;
    private final Members members;
    private final Suspensions suspensions;
    private final Groups groups;

    VouchService(
            VouchRepository vouches,
            Rules rules,
            Trust trust,
            VouchedMandates vouched,
            VouchJournal journal,
            MandateRepository mandates,
            Members members,
            Suspensions suspensions,
            Groups groups) {
        this.vouches = vouches;
        this.rules = rules;
        this.trust = trust;
        this.vouched = vouched;
        this.journal = journal;
        this.mandates = mandates;
        this.members = members;
        this.suspensions = suspensions;
        this.groups = groups;
    }

    /** Locks the movement's vouches, then both people, then mandates. */
    VouchView vouch(Caller caller, GroupPath path, NewVouch wanted) {
        var group = groups.at(path);
        var rule = rules.vouching(group)
                .orElseThrow(() -> Refusal.conflict(
                        "no-vouching", "No rule says what vouches earn here. A lead of the group can set one."));
        var movement = groups.movement(group).id();
        vouches.lockMovement(movement);
        requireMayVouch(caller, group, wanted.memberId());
        var now = mandates.databaseTime();
        var vouch = new Vouch(group.id(), movement, caller.memberId(), wanted.memberId(), now);
        requireNew(vouch, movement);
        vouches.persist(vouch);
        journal.record("vouch.given", vouch, group, caller.memberId());
        vouched.earn(caller, wanted.memberId(), group, rule.vouching().orElseThrow());
        return VouchView.of(vouch, path);
    }

    /** Whether the caller may is said first: only who may vouch learns which ids are members here. */
    private void requireMayVouch(Caller caller, GroupRef group, UUID candidate) {
        var active = members.lockAll(List.of(caller.memberId(), candidate));
        if (!active.getOrDefault(caller.memberId(), Set.of()).contains(group.id())) {
            throw Members.notAMember(group);
        }
        trust.requireMayVouch(caller.memberId(), group);
        members.requireStillThere(candidate);
        if (!active.getOrDefault(candidate, Set.of()).contains(group.id())) throw Members.notAMember(group);
        suspensions.requireNotSuspended(candidate, group);
    }

    private void requireNew(Vouch vouch, UUID movement) {
        var given = vouches.standing(vouch.memberId(), vouch.groupId()).stream()
                .anyMatch(each -> each.voucherId().equals(vouch.voucherId()));
        if (given) throw Refusal.conflict("already-vouched", "You vouch for them here already.");
        if (vouches.reaches(vouch.memberId(), vouch.voucherId(), movement)) {
            throw Refusal.conflict(
                    "vouch-circle", "They vouch for you, or for somebody who does. Trust does not come from itself.");
        }
    }

    VouchView show(Caller caller, UUID id) {
        var vouch = visible(caller, id);
        return view(vouch);
    }

    Vouch visible(Caller caller, UUID id) {
        return vouches.findByIdOptional(id)
                .filter(vouch -> vouch.voucherId().equals(caller.memberId())
                        || caller.may(
                                MANDATE_READ, groups.withId(vouch.groupId()).path()))
                .orElseThrow(() -> Refusal.notFound("vouch"));
    }

    /** The lineage: who vouched for whom at a group and below it, withdrawn ones too. */
    Slice<VouchView> list(Caller caller, GroupPath path, UUID memberId, Window window) {
        groups.at(path);
        caller.require(MANDATE_READ, path);
        return slice(window, vouches.inGroups(groups.branch(path), memberId, window));
    }

    /** Those that the caller gave. */
    Slice<VouchView> mine(Caller caller, Window window) {
        return slice(window, vouches.by(caller.memberId(), window));
    }

    TrustView trust(Caller caller, GroupPath path) {
        return trust.view(caller.memberId(), groups.at(path));
    }

    private Slice<VouchView> slice(Window window, List<Vouch> found) {
        return Slice.of(window, found, vouch -> List.of(vouch.id().toString()), this::view);
    }

    private VouchView view(Vouch vouch) {
        return VouchView.of(vouch, groups.withId(vouch.groupId()).path());
    }
}
