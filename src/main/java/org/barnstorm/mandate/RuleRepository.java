package org.barnstorm.mandate;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Queries over rules. */
@ApplicationScoped
class RuleRepository implements PanacheRepositoryBase<Rule, UUID> {
    List<Rule> at(Collection<UUID> groupIds) {
        return list("groupId in ?1", groupIds);
    }

    Optional<Rule> lockAt(UUID groupId) {
        return find("groupId", groupId).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }
}
