package org.barnstorm.regroup;

import static org.barnstorm.authority.Capability.MEMBER_MANAGE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.barnstorm.authority.Budgets;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.group.Groups;
import org.barnstorm.member.MembershipMoves;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;

/** Shows moves to those they concern, who may decline, and to those who look after members. */
@ApplicationScoped
@Transactional
class MoveService {
    private final MoveRepository moves;
    private final PersonRepository people;
    private final MoveSight sight;
    private final MoveJournal journal;
    private final MembershipMoves memberships;
    private final Budgets budgets;
    private final Groups groups;
    private final Clock clock;

    MoveService(
            MoveRepository moves,
            PersonRepository people,
            MoveSight sight,
            MoveJournal journal,
            MembershipMoves memberships,
            Budgets budgets,
            Groups groups,
            Clock clock) {
        this.moves = moves;
        this.people = people;
        this.sight = sight;
        this.journal = journal;
        this.memberships = memberships;
        this.budgets = budgets;
        this.groups = groups;
        this.clock = clock;
    }

    MoveView show(Caller caller, UUID id) {
        return sight.view(caller, moves.findByIdOptional(id).orElseThrow(() -> Refusal.notFound("move")));
    }

    /** From or into a group or one below it, past ones too. */
    Slice<MoveView> list(Caller caller, GroupPath path, Window window) {
        groups.at(path);
        caller.require(MEMBER_MANAGE, path);
        return slice(window, moves.ofGroups(groups.branch(path), window), move -> null);
    }

    /** Whom a split names; of a merge, which names nobody, who declined. Counts as looking at people. */
    Slice<MovePersonView> people(Caller caller, UUID id, Window window) {
        var move = moves.findByIdOptional(id).orElseThrow(() -> Refusal.notFound("move"));
        sight.view(caller, move); // 404 for strangers
        var from = groups.withId(move.fromId());
        caller.require(MEMBER_MANAGE, from.path());
        var found = people.of(id, window);
        var shown = budgets.look(caller, from, window, found, PersonRepository.Row::memberId);
        return Slice.of(shown, found, row -> List.of(row.memberId().toString()), MovePersonView::of);
    }

    /** Those to come that concern the caller. */
    Slice<MoveView> mine(Caller caller, Window window) {
        var found = moves.concerning(caller.memberId(), memberships.groupsOf(caller.memberId()), window);
        var declined = people.declinedBy(
                caller.memberId(), found.stream().map(Move::id).toList());
        return slice(window, found, move -> declined.contains(move.id()));
    }

    /** Repeating it changes nothing. */
    MoveView decline(Caller caller, UUID id) {
        var move = moves.lock(id).orElseThrow(() -> Refusal.notFound("move"));
        sight.requireConcerned(caller, move);
        move.requirePlanned();
        if (people.decline(move, caller.memberId(), clock.instant())) {
            journal.record("declined", move, caller.memberId(), null);
        }
        return sight.view(caller, move);
    }

    private Slice<MoveView> slice(Window window, List<Move> found, Function<Move, Boolean> declined) {
        var refs = groups.withIds(found.stream().map(Move::fromId).collect(Collectors.toSet()));
        return Slice.of(window, found, MoveService::key, move -> MoveView.of(
                        move, refs.get(move.fromId()).path())
                .with(declined.apply(move)));
    }

    private static List<String> key(Move move) {
        return List.of(move.id().toString());
    }
}
