package org.barnstorm.regroup;

import static org.barnstorm.authority.Capability.MEMBER_MANAGE;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.problem.Refusal;

/** Who sees a move: those it concerns, and who looks after the members of one of the groups. */
@ApplicationScoped
class MoveSight {
    private final PersonRepository people;
    private final Groups groups;

    MoveSight(PersonRepository people, Groups groups) {
        this.people = people;
        this.groups = groups;
    }

    /** As far as the caller may see it, or 404. */
    MoveView view(Caller caller, Move move) {
        var from = groups.withId(move.fromId()).path();
        var rows = people.of(move.id());
        var looksAfter = caller.may(MEMBER_MANAGE, from);
        var concerned = concerns(caller, move, rows);
        if (!looksAfter && !concerned && !caller.may(MEMBER_MANAGE, move.intoPath())) throw Refusal.notFound("move");
        var shown = looksAfter ? rows.stream().map(MovePersonView::of).toList() : null;
        return MoveView.of(move, from).with(shown, concerned ? hasDeclined(caller.memberId(), rows) : null);
    }

    /** Refuses to who only looks after the people in it, and 404 to strangers. */
    void requireConcerned(Caller caller, Move move) {
        if (view(caller, move).declined() == null) {
            throw Refusal.forbidden("not-yours", "Only whom it concerns declines to go.");
        }
    }

    /** A split those it names; a merge everybody who belongs to the group, and who was told and declined. */
    private static boolean concerns(Caller caller, Move move, List<PersonRepository.Row> rows) {
        var isIn = rows.stream().anyMatch(row -> row.memberId().equals(caller.memberId()));
        return isIn || move.kind() == Move.Kind.MERGE && caller.isMemberOf(move.fromId());
    }

    private static boolean hasDeclined(UUID memberId, List<PersonRepository.Row> rows) {
        return rows.stream().anyMatch(row -> row.memberId().equals(memberId) && row.declinedAt() != null);
    }
}
