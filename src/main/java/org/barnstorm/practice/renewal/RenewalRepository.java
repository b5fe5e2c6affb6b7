package org.barnstorm.practice.renewal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Queries over the rules of renewals. */
@ApplicationScoped
class RenewalRepository implements PanacheRepositoryBase<Renewal, UUID> {
    Optional<Renewal> of(UUID courseId) {
        return find("courseId", courseId).firstResultOptional();
    }

    /** The same with its row locked. Comes after the lock of the course. */
    Optional<Renewal> lock(UUID courseId) {
        return find("courseId", courseId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    List<Renewal> byWork() {
        return list("work.kind is not null order by id");
    }

    List<Renewal> byWork(Collection<UUID> courseIds) {
        return courseIds.isEmpty()
                ? List.of()
                : list("courseId in ?1 and work.kind is not null order by id", courseIds);
    }
}
