package org.barnstorm.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.platform.problem.Refusal;

/** What other features ask about people and where they belong. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Members {
    private final MemberRepository members;
    private final MembershipRepository memberships;

    Members(MemberRepository members, MembershipRepository memberships) {
        this.members = members;
        this.memberships = memberships;
    }

    /**
     * Makes sure that somebody is and stays an active member of a group until the transaction ends, and lets their own
     * acts take turns. Comes before locks on mandates, tasks and assignments (design section 4, lock order).
     */
    public void requireActive(UUID memberId, GroupRef group) {
        if (!memberships.lockActive(memberId, group.id())) {
            throw Refusal.conflict("not-a-member", "Only active members of " + group.path() + " can. Join it first.")
                    .with("group", group.path().value());
        }
    }

    /** Refuses an id that is nobody's. */
    public void requireKnown(UUID memberId) {
        if (members.findByIdOptional(memberId).isEmpty()) throw Refusal.notFound("member");
    }

    /** First name and initial of each, for lists that leads look at. */
    public Map<UUID, String> shortNames(Collection<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        return members.names(ids).stream()
                .collect(Collectors.toMap(MemberRepository.Named::memberId, named -> Person.shortName(named.name())));
    }
}
