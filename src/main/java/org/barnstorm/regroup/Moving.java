package org.barnstorm.regroup;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.group.Regrouping;
import org.barnstorm.mandate.Mandates;
import org.barnstorm.member.MembershipMoves;
import org.barnstorm.training.enrolment.EnrolmentMoves;

/**
 * One step of a move whose day has come, under its lock. A merged group first says that it is one, then waits for those who
 * were on their way to it; people go, then the work: so that a step finds everything that the ones before have left.
 */
@ApplicationScoped
class Moving {
    private static final int PEOPLE = 50;

    private final MoveRepository moves;
    private final PersonRepository people;
    private final MoveJournal journal;
    private final Groups groups;
    private final Regrouping regrouping;
    private final Mandates mandates;
    private final MembershipMoves memberships;
    private final EnrolmentMoves enrolments;
    private final OpenWork work;
    private final MeterRegistry meters;

    Moving(
            MoveRepository moves,
            PersonRepository people,
            MoveJournal journal,
            Groups groups,
            Regrouping regrouping,
            Mandates mandates,
            MembershipMoves memberships,
            EnrolmentMoves enrolments,
            OpenWork work,
            MeterRegistry meters) {
        this.moves = moves;
        this.people = people;
        this.journal = journal;
        this.groups = groups;
        this.regrouping = regrouping;
        this.mandates = mandates;
        this.memberships = memberships;
        this.enrolments = enrolments;
        this.work = work;
        this.meters = meters;
    }

    /** @return whether it got ahead; not while it waits for another */
    boolean step(Move move) {
        if (move.status() == Move.Status.PLANNED) return begin(move);
        if (!move.isSealed()) seal(move);
        else if (!goOn(move)) finish(move);
        return true;
    }

    private boolean begin(Move move) {
        regrouping.takeTurns(groupsOf(move));
        // Who is just coming to a group that is to be merged, or going to another one, does so first.
        if (move.kind() == Move.Kind.MERGE && moves.othersRunning(move.fromId(), move.id())) return false;
        var obstacle = obstacle(move);
        if (obstacle.isPresent()) {
            move.cancel(obstacle.get(), null, moves.databaseTime());
            people.settleAll(move.id(), PersonRepository.Result.CANCELLED);
            journal.record("cancelled", move, null, null);
            return true;
        }
        var from = groups.withId(move.fromId());
        var into = into(move).orElseGet(() -> regrouping.make(move.intoPath(), move.intoName(), move.id()));
        if (move.kind() == Move.Kind.MERGE) regrouping.merge(from, into, move.id());
        move.begin(into.id());
        journal.record("begun", move, null, null);
        return true;
    }

    /**
     * Both: of two that would go into each other, one comes first and the other finds it merged. And the one above a group
     * that is to be made, which is not merged meanwhile.
     */
    private Set<UUID> groupsOf(Move move) {
        var ids = new HashSet<UUID>();
        ids.add(move.fromId());
        into(move).or(() -> above(move)).map(GroupRef::id).ifPresent(ids::add);
        return ids;
    }

    private Optional<Move.End> obstacle(Move move) {
        var into = into(move);
        var near = into.or(() -> above(move));
        if (near.isEmpty()) return Optional.of(Move.End.GROUP_MISSING);
        if (regrouping.isMerged(move.fromId())
                || regrouping.isMerged(near.orElseThrow().id())) {
            return Optional.of(Move.End.GROUP_MERGED);
        }
        if (move.kind() == Move.Kind.MERGE) {
            if (regrouping.hasGroupsBelow(move.fromId())) return Optional.of(Move.End.GROUPS_BELOW);
            var left = work.kindsLeft(groups.withId(move.fromId()), into.orElseThrow());
            if (!left.isEmpty()) return Optional.of(Move.End.KINDS_LEFT);
        }
        if (!mandates.shareAll(move.underMandates())) return Optional.of(Move.End.AUTHORITY_ENDED);
        return Optional.empty();
    }

    /** The group they go to; somebody may have made it since. */
    private Optional<GroupRef> into(Move move) {
        return move.intoId() == null ? groups.find(move.intoPath()) : Optional.of(groups.withId(move.intoId()));
    }

    private Optional<GroupRef> above(Move move) {
        return move.intoPath().parent().flatMap(groups::find);
    }

    /** In a step of its own: only now is what it said of itself known to everybody who comes. */
    private void seal(Move move) {
        regrouping.awaitNews(move.fromId());
        move.seal(moves.databaseTime());
    }

    /** Whether there was anything left to do. */
    private boolean goOn(Move move) {
        var from = groups.withId(move.fromId());
        var into = groups.withId(move.intoId());
        if (move.kind() == Move.Kind.SPLIT) return moveNamed(move, from, into);
        return memberships.keepOut(from, into, PEOPLE) > 0
                || moveAll(move, from, into)
                || work.move(from, into, move.id());
    }

    private boolean moveNamed(Move move, GroupRef from, GroupRef into) {
        var batch = people.waiting(move.id(), PEOPLE);
        memberships.lock(batch.stream().map(PersonRepository.Row::memberId).toList());
        var gone = new HashSet<UUID>();
        for (var row : batch) {
            var declined = row.declinedAt() != null;
            var moved = !declined && memberships.move(row.memberId(), from, into, move.id());
            if (moved) gone.add(row.memberId());
            settle(move, row.memberId(), declined, moved);
        }
        enrolments.move(gone, from, into, move.id());
        return !batch.isEmpty();
    }

    /** Who declined, only asked to join or is invited has nothing to go to. */
    private boolean moveAll(Move move, GroupRef from, GroupRef into) {
        var batch = memberships.membersOf(from, PEOPLE);
        memberships.lock(batch);
        var declined = people.declined(move.id(), batch);
        var gone = new HashSet<UUID>();
        for (var memberId : batch) {
            var moved = !declined.contains(memberId) && memberships.move(memberId, from, into, move.id());
            if (moved) gone.add(memberId);
            else memberships.close(memberId, from, move.id());
            settle(move, memberId, declined.contains(memberId), moved);
        }
        enrolments.move(gone, from, into, move.id());
        return !batch.isEmpty();
    }

    private void settle(Move move, UUID memberId, boolean declined, boolean moved) {
        var result = declined
                ? PersonRepository.Result.DECLINED
                : moved ? PersonRepository.Result.MOVED : PersonRepository.Result.GONE;
        people.settle(move.id(), memberId, result);
        meters.counter("barnstorm.moves.people", "result", result.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    private void finish(Move move) {
        move.finish(moves.databaseTime());
        people.settleAll(move.id(), PersonRepository.Result.GONE); // of a merge: who declined and left before the day
        journal.record("done", move, null, null);
    }
}
