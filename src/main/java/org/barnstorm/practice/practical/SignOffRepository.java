package org.barnstorm.practice.practical;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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

    /** Whether this person has said it since then. */
    boolean isSignedBy(UUID memberId, UUID enrolmentId, String module, Instant since) {
        return count(
                        "signedBy = ?1 and enrolmentId = ?2 and module = ?3 and signedAt > ?4",
                        memberId,
                        enrolmentId,
                        module,
                        since)
                > 0;
    }

    boolean isSigned(UUID enrolmentId, String module, LocalDate day) {
        return count("enrolmentId = ?1 and module = ?2 and day = ?3", enrolmentId, module, day) > 0;
    }
}
