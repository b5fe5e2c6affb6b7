package org.barnstorm.task;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Queries over what tasks said before. */
@ApplicationScoped
class RevisionRepository implements PanacheRepositoryBase<TaskRevision, UUID> {
    Optional<TaskRevision> of(UUID taskId, int revision) {
        return find("taskId = ?1 and revision = ?2", taskId, revision).firstResultOptional();
    }
}
