package org.barnstorm.practice.practical;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Queries over the rules of practicals. */
@ApplicationScoped
class PracticalRepository implements PanacheRepositoryBase<Practical, UUID> {
    Optional<Practical> of(UUID courseId, String module) {
        return find("courseId = ?1 and module = ?2", courseId, module).firstResultOptional();
    }

    /** The same with its row locked. Comes after the lock of the course. */
    Optional<Practical> lock(UUID courseId, String module) {
        return find("courseId = ?1 and module = ?2", courseId, module)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    List<Practical> of(Collection<UUID> courseIds) {
        return courseIds.isEmpty() ? List.of() : list("courseId in ?1 order by courseId, module", courseIds);
    }

    /** Those that ask for work, so that what is verified can make a step done. */
    List<Practical> byWork() {
        return list("work.kind is not null order by id");
    }

    boolean asksForWork() {
        return count("work.kind is not null") > 0;
    }
}
