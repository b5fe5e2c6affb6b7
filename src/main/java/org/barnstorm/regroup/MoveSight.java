package org.barnstorm.regroup;

import static org.barnstorm.authority.Capability.MEMBER_MANAGE;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;
import org.barnstorm.member.MembershipMoves;
import org.barnstorm.platform.problem.Refusal;

/** Who sees a move: those it concerns, and who looks after the members of one of the groups. */
@ApplicationScoped
class MoveSight {
    private final PersonRepository people;
    private final MembershipMoves memberships;
    private final Groups groups;

    MoveSight(PersonRepository people, MembershipMoves memberships, Groups groups) {
        this.people = people;
        this.memberships = memberships;
        this.groups = groups;
    }

    /** As far as the caller may see it, or 404. */
    MoveView view(Caller caller, Move move) {
        var from = groups.withId(move.fromId()).path();
        var own = people.find(move.id(), caller.memberId());
        var concerned = own.isPresent() || takes(move, caller.memberId());
        if (!concerned && !caller.may(MEMBER_MANAGE, from) && !caller.may(MEMBER_MANAGE, move.intoPath())) {
            throw Refusal.notFound("move");
        }
        return MoveView.of(move, from).with(concerned ? hasDeclined(own) : null);
    }

    /** Refuses to who only looks after the people in it, and 404 to strangers. */
    void requireConcerned(Caller caller, Move move) {
        if (view(caller, move).declined() == null) {
            throw Refusal.forbidden("not-yours", "Only whom it concerns declines to go.");
        }
    }

    /** A merge everybody who belongs to the group, also who is suspended there: they go as well. A split those it names. */
    private boolean takes(Move move, UUID memberId) {
        return move.kind() == Move.Kind.MERGE && memberships.groupsOf(memberId).contains(move.fromId());
    }

    private static boolean hasDeclined(Optional<PersonRepository.Row> own) {
        return own.filter(row -> row.declinedAt() != null).isPresent();
    }
}
