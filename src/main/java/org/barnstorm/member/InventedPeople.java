package org.barnstorm.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.authority.SignIn;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;

/** People who are made up, to try something with. They have no account: nobody signs in as one of them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class InventedPeople {
    private final MemberRepository members;
    private final MembershipRepository memberships;
    private final Journal journal;

    InventedPeople(MemberRepository members, MembershipRepository memberships, Journal journal) {
        this.members = members;
        this.memberships = memberships;
        this.journal = journal;
    }

    /** Makes up an active member of these groups. */
    public UUID make(String name, List<GroupRef> groups, Instant now) {
        var id = Ids.next();
        members.persist(new Member(id, now));
        members.getEntityManager().persist(new Person(id, new SignIn(null, null, false, name, null, false, null)));
        journal.append(new Event("member.created", id, null, null, id, null));
        for (var group : groups) {
            var membership = Membership.active(id, group.id(), now);
            memberships.persist(membership);
            journal.append(new Event(
                            "membership.joined",
                            membership.id(),
                            group.id(),
                            group.path().value(),
                            id,
                            null)
                    .with("member", id)
                    .with("status", membership.status()));
        }
        return id;
    }
}
