package org.barnstorm.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;

/** Where both of two people who are one stand in some relation to a group, one relation ends. What goes on is said too. */
@ApplicationScoped
class DoubleMemberships {
    private final MembershipRepository memberships;
    private final Groups groups;
    private final Journal journal;
    private final Clock clock;

    DoubleMemberships(MembershipRepository memberships, Groups groups, Journal journal, Clock clock) {
        this.memberships = memberships;
        this.groups = groups;
        this.journal = journal;
        this.clock = clock;
    }

    /** Comes before memberships go over. */
    void end(UUID gone, UUID stays) {
        for (var theirs : memberships.lockCurrentOf(gone)) {
            var own = memberships.lockStanding(stays, theirs.groupId());
            if (own.isPresent() && theirs.isNoBetterThan(own.get())) {
                end(theirs, stays);
            } else {
                own.ifPresent(less -> end(less, stays));
                record("membership.carried", theirs, stays);
            }
        }
    }

    private void end(Membership membership, UUID stays) {
        membership.merge(clock.instant());
        record("membership.merged", membership, stays);
    }

    private void record(String type, Membership membership, UUID stays) {
        var group = groups.withId(membership.groupId());
        journal.append(new Event(type, membership.id(), group.id(), group.path().value(), stays, null)
                .with("member", stays)
                .with("status", membership.status()));
    }
}
