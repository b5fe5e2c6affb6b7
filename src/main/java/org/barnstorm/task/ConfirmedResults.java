package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.mandate.ConfirmedWork;
import org.hibernate.Session;

/** Results that somebody else verified. What nobody had to look at earns no trust. */
@ApplicationScoped
class ConfirmedResults implements ConfirmedWork {
    private static final String CONFIRMED = """
            select count(*) as results, min(a.completed_at) as first, max(a.completed_at) as last
            from assignment a join task t on t.id = a.task_id
            where a.member_id = :member and a.status = 'VERIFIED' and a.verified_by is not null
              and t.movement_id = :movement
            """;

    private static final String BY_MOVEMENT = """
            select t.movement_id, count(*) as results, min(a.completed_at) as first, max(a.completed_at) as last
            from assignment a join task t on t.id = a.task_id
            where a.member_id = :member and a.status = 'VERIFIED' and a.verified_by is not null
            group by t.movement_id
            """;

    private final Session database;

    ConfirmedResults(Session database) {
        this.database = database;
    }

    @Override
    public Record of(UUID memberId, UUID movementId) {
        var row = database.createNativeQuery(CONFIRMED, Tuple.class)
                .addScalar("results", Long.class)
                .addScalar("first", Instant.class)
                .addScalar("last", Instant.class)
                .setParameter("member", memberId)
                .setParameter("movement", movementId)
                .getSingleResult();
        return record(row);
    }

    @Override
    public Map<UUID, Record> of(UUID memberId) {
        return database.createNativeQuery(BY_MOVEMENT, Tuple.class)
                .addScalar("movement_id", UUID.class)
                .addScalar("results", Long.class)
                .addScalar("first", Instant.class)
                .addScalar("last", Instant.class)
                .setParameter("member", memberId)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.get("movement_id", UUID.class), ConfirmedResults::record));
    }

    private static Record record(Tuple row) {
        return new Record(
                row.get("results", Long.class), row.get("first", Instant.class), row.get("last", Instant.class));
    }
}
