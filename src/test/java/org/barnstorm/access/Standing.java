package org.barnstorm.access;

import static org.barnstorm.access.Standing.Relation.CHILD;
import static org.barnstorm.access.Standing.Relation.OTHER;
import static org.barnstorm.access.Standing.Relation.OWN;
import static org.barnstorm.access.Standing.Relation.PARENT;
import static org.barnstorm.access.Standing.Relation.SELF;
import static org.barnstorm.access.Standing.Relation.SIBLING;
import static org.barnstorm.access.Standing.State.ACTIVE;
import static org.barnstorm.access.Standing.State.EXPIRED;
import static org.barnstorm.access.Standing.State.LEFT;
import static org.barnstorm.access.Standing.State.LIFTED;
import static org.barnstorm.access.Standing.State.RESTORED;
import static org.barnstorm.access.Standing.State.REVOKED;
import static org.barnstorm.access.Standing.State.SUSPENDED;
import static org.barnstorm.access.Standing.State.SUSPENDED_ABOVE;
import static org.barnstorm.access.Standing.State.SUSPENDED_BESIDE;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.barnstorm.authority.Role;

/**
 * How somebody stands to the town in which things happen: what they were given, at which group, and what became of it.
 *
 * @param role {@code MEMBER} for a membership and no mandate; what whom it concerns has is their own affair
 */
record Standing(State state, Relation relation, String role) {
    static final String MEMBER = "MEMBER";
    private static final String ANY = "ANY";

    /** What became of membership and mandate since the token was signed. */
    enum State {
        ACTIVE,
        SUSPENDED,
        SUSPENDED_ABOVE,
        SUSPENDED_BESIDE,
        /** Suspended, and that lifted. */
        LIFTED,
        /** The mandate's term is over. */
        EXPIRED,
        REVOKED,
        /** Revoked, and that taken back. */
        RESTORED,
        /** The membership has ended, the mandate not. */
        LEFT,
        /** The mandate waits for a second person. */
        PENDING,
        /** The mandate begins later. */
        FUTURE,
        /** The mandate was delegated from one that was revoked. */
        CUT,
        /** The mandate was delegated by somebody who is suspended. */
        RESTING
    }

    /** Which group membership and mandate are of, seen from the town; or that the thing itself is about them. */
    enum Relation {
        OWN,
        PARENT,
        CHILD,
        SIBLING,
        OTHER,
        SELF
    }

    /** All but those that {@code access-matrix.csv} has a column for. */
    static List<Standing> all() {
        var all = new ArrayList<Standing>();
        for (var relation : List.of(OWN, PARENT, CHILD, SIBLING, OTHER)) {
            for (var state : List.of(ACTIVE, SUSPENDED, EXPIRED, REVOKED)) all.addAll(of(state, relation));
        }
        for (var state : EnumSet.complementOf(
                EnumSet.of(ACTIVE, SUSPENDED, EXPIRED, REVOKED, LIFTED, RESTORED, SUSPENDED_BESIDE))) {
            all.addAll(of(state, OWN));
        }
        all.removeIf(Standing::hasColumn);
        all.addAll(controls());
        return all;
    }

    /** Those of whom it concerns. */
    static List<Standing> ofSelf() {
        return List.of(new Standing(SUSPENDED, SELF, ANY), new Standing(LEFT, SELF, ANY));
    }

    /** Who has it all back, or never lost it: one of each is enough to see that the others are refused for a reason. */
    private static List<Standing> controls() {
        return List.of(
                new Standing(LIFTED, OWN, Role.ORGANISER.name()),
                new Standing(RESTORED, OWN, Role.VERIFIER.name()),
                new Standing(SUSPENDED_BESIDE, OWN, Role.STEWARD.name()));
    }

    private static List<Standing> of(State state, Relation relation) {
        var roles = Stream.of(Role.values()).map(Role::name);
        var people = isOfMemberships(state) ? Stream.concat(Stream.of(MEMBER), roles) : roles;
        return people.map(role -> new Standing(state, relation, role)).toList();
    }

    private static boolean isOfMemberships(State state) {
        return List.of(ACTIVE, SUSPENDED, SUSPENDED_ABOVE, LEFT).contains(state);
    }

    private boolean hasColumn() {
        var isLead = role.equals(Role.LEAD.name());
        return state == ACTIVE && (relation == OWN || isLead && (relation == PARENT || relation == SIBLING));
    }

    /** As the policy writes it. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The column of somebody with this role to whom nothing has happened. */
    String column() {
        return relation == SELF ? "self" : role.equals(MEMBER) ? "member" : role;
    }

    @Override
    public String toString() {
        return word(state) + " " + role + " (" + word(relation) + ")";
    }
}
