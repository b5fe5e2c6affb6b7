package org.barnstorm.practice.practical;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Queries over sign-offs. Who adds one holds the lock of the learner. */
@ApplicationScoped
class SignOffRepository implements PanacheRepositoryBase<SignOff, UUID> {
    List<SignOff> of(Collection<UUID> enrolmentIds) {
        return enrolmentIds.isEmpty() ? List.of() : list("enrolmentId in ?1 order by id", enrolmentIds);
    }

    boolean isSigned(UUID enrolmentId, String module, LocalDate day) {
        return count("enrolmentId = ?1 and module = ?2 and day = ?3", enrolmentId, module, day) > 0;
    }
}
