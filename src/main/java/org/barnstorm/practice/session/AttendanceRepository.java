package org.barnstorm.practice.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Queries over who was at which live session. Who writes holds the lock of the person. */
@ApplicationScoped
class AttendanceRepository implements PanacheRepositoryBase<Attendance, UUID> {
    Optional<Attendance> of(UUID sessionId, UUID memberId) {
        return find("sessionId = ?1 and memberId = ?2", sessionId, memberId).firstResultOptional();
    }

    /** By member; of whom nothing was said is not in it. */
    Map<UUID, Attendance> of(UUID sessionId, Collection<UUID> memberIds) {
        if (memberIds.isEmpty()) return Map.of();
        return list("sessionId = ?1 and memberId in ?2", sessionId, memberIds).stream()
                .collect(Collectors.toMap(Attendance::memberId, Function.identity()));
    }
}
