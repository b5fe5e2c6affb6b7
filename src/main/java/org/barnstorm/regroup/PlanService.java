package org.barnstorm.regroup;

import static org.barnstorm.authority.Capability.GROUP_CREATE;
import static org.barnstorm.authority.Capability.GROUP_EDIT;
import static org.barnstorm.authority.Capability.MEMBER_MANAGE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.group.Regrouping;
import org.barnstorm.member.Members;
import org.barnstorm.platform.problem.Refusal;

/** Plans splits and merges. Whoever plans one answers for the members of both groups, and for both groups. */
@ApplicationScoped
@Transactional
class PlanService {
    private final MoveRepository moves;
    private final PersonRepository people;
    private final MoveSight sight;
    private final MoveJournal journal;
    private final Authority authority;
    private final Groups groups;
    private final Regrouping regrouping;
    private final Members members;
    private final OpenWork work;
    private final RegroupConfig config;
    private final Clock clock;

    PlanService(
            MoveRepository moves,
            PersonRepository people,
            MoveSight sight,
            MoveJournal journal,
            Authority authority,
            Groups groups,
            Regrouping regrouping,
            Members members,
            OpenWork work,
            RegroupConfig config,
            Clock clock) {
        this.moves = moves;
        this.people = people;
        this.sight = sight;
        this.journal = journal;
        this.authority = authority;
        this.groups = groups;
        this.regrouping = regrouping;
        this.members = members;
        this.work = work;
        this.config = config;
        this.clock = clock;
    }

    MoveView split(Caller caller, GroupPath path, NewSplit wanted) {
        var from = groups.at(path);
        requireMay(caller, from, wanted.into());
        requireApart(from, wanted.into());
        requireNotice(wanted.effectiveAt());
        var into = groups.find(wanted.into());
        if (into.isEmpty() && wanted.name() == null) {
            throw Refusal.invalid("name-missing", "There is no group at " + wanted.into() + ": give its name.");
        }
        regrouping.takeTurns(from.id());
        requireFree(from, wanted.memberIds());
        var planner = planner(caller, from, wanted.into());
        var now = clock.instant();
        var move = into.map(there -> Move.split(from.id(), there, planner, wanted.effectiveAt(), now))
                .orElseGet(
                        () -> Move.split(from.id(), wanted.into(), wanted.name(), planner, wanted.effectiveAt(), now));
        keep(caller, move, planner);
        people.name(move, wanted.memberIds());
        return sight.view(caller, move);
    }

    MoveView merge(Caller caller, GroupPath path, NewMerge wanted) {
        var from = groups.at(path);
        var into = groups.at(wanted.into());
        requireMay(caller, from, wanted.into());
        requireApart(from, wanted.into());
        requireNotice(wanted.effectiveAt());
        regrouping.takeTurns(from.id());
        if (regrouping.hasGroupsBelow(from.id())) {
            throw Refusal.conflict("groups-below", "There are groups below " + path + ". Merge those first.");
        }
        if (moves.mergePlanned(from.id())) {
            throw Refusal.conflict("already-moving", "It is planned already that this group becomes part of another.");
        }
        requireKnownKinds(from, into);
        var planner = planner(caller, from, into);
        var move = Move.merge(from.id(), into, planner, wanted.effectiveAt(), clock.instant());
        keep(caller, move, planner);
        return sight.view(caller, move);
    }

    /** Before the day, by anybody who could have planned it. */
    MoveView cancel(Caller caller, UUID id) {
        var move = moves.lock(id).orElseThrow(() -> Refusal.notFound("move"));
        sight.view(caller, move); // 404 for strangers
        var from = groups.withId(move.fromId());
        requireMay(caller, from, move.intoPath());
        var planner = planner(caller, from, move.intoPath());
        move.cancel(Move.End.WITHDRAWN, caller.memberId(), clock.instant());
        people.settleAll(id, PersonRepository.Result.CANCELLED);
        journal.record("cancelled", move, caller.memberId(), planner.under().get(0));
        return sight.view(caller, move);
    }

    private void keep(Caller caller, Move move, Move.Planner planner) {
        moves.persist(move);
        journal.record("planned", move, caller.memberId(), planner.under().get(0));
    }

    /** For reading; {@link #planner} and {@link #founder} lock what allows it. */
    private static void requireMay(Caller caller, GroupRef from, GroupPath into) {
        caller.require(MEMBER_MANAGE, from.path());
        caller.require(GROUP_EDIT, from.path());
        caller.require(MEMBER_MANAGE, into);
        caller.require(GROUP_EDIT, into);
    }

    /** Everything that allows it, locked: what ends one of these mandates waits for this, or comes first. */
    private Move.Planner planner(Caller caller, GroupRef from, GroupPath into) {
        return groups.find(into)
                .map(there -> planner(caller, from, there))
                .orElseGet(() -> founder(caller, from, into));
    }

    private Move.Planner planner(Caller caller, GroupRef from, GroupRef into) {
        var under = List.of(
                authority.holds(caller, MEMBER_MANAGE, from),
                authority.holds(caller, GROUP_EDIT, from),
                authority.holds(caller, MEMBER_MANAGE, into),
                authority.holds(caller, GROUP_EDIT, into));
        return new Move.Planner(caller.memberId(), under);
    }

    private Move.Planner founder(Caller caller, GroupRef from, GroupPath path) {
        var above = path.parent()
                .flatMap(groups::find)
                .orElseThrow(() ->
                        Refusal.conflict("no-group-above", "There is no group above " + path + ". Make that first."));
        var under = List.of(
                authority.holds(caller, MEMBER_MANAGE, from),
                authority.holds(caller, GROUP_EDIT, from),
                authority.holds(caller, MEMBER_MANAGE, above),
                authority.holds(caller, GROUP_CREATE, above));
        return new Move.Planner(caller.memberId(), under);
    }

    private static void requireApart(GroupRef from, GroupPath into) {
        if (from.path().equals(into)) {
            throw Refusal.invalid("same-group", "Name another group than the one they are in.");
        }
        if (!from.path().movement().equals(into.movement())) {
            throw Refusal.invalid(
                    "other-movement", "Members and work stay in their movement: " + into + " is in another.");
        }
    }

    private void requireNotice(Instant day) {
        var earliest = clock.instant().plus(config.notice());
        if (day.isBefore(earliest)) {
            throw Refusal.invalid(
                            "notice-too-short",
                            "Members are told " + config.notice().toDays() + " days ahead. Choose a later day.")
                    .with("earliest", earliest.toString());
        }
    }

    private void requireKnownKinds(GroupRef from, GroupRef into) {
        var left = work.kindsLeft(from, into);
        if (left.isEmpty()) return;
        throw Refusal.conflict(
                        "kinds-left",
                        "Open work of " + from.path() + " is of kinds that only that group has: "
                                + String.join(", ", left) + ". Make them in " + into.path() + " first.")
                .with("kinds", left);
    }

    /** They belong to the group, and no other plan names them. The caller holds the group's lock. */
    private void requireFree(GroupRef from, Collection<UUID> memberIds) {
        var active = members.activeGroups(memberIds);
        for (var id : memberIds) {
            if (!active.containsKey(id) || !active.get(id).contains(from.id())) throw Members.notAMember(from);
        }
        if (!people.named(from.id(), memberIds).isEmpty()) {
            throw Refusal.conflict("already-moving", "Another plan names some of them already. Cancel that first.");
        }
    }
}
