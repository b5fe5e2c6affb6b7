package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** What other features ask about work that somebody else has verified. What nobody had to look at is none. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class VerifiedWork {
    private static final String COUNTS = """
            select p.member_id, count(*) as results
            from unnest(:members, cast(:since as timestamptz[])) as p (member_id, since)
            join assignment a on a.member_id = p.member_id and a.status = 'VERIFIED'
                and a.verified_by is not null and a.completed_at > p.since
            join task t on t.id = a.task_id and t.kind = :kind and t.group_id = any(:groups)
            group by p.member_id
            """;

    private final Session database;

    VerifiedWork(Session database) {
        this.database = database;
    }

    /** From when on somebody's work counts; each person once. */
    public record Worker(UUID memberId, Instant since) {}

    /** How many results of a kind of work each of them had verified in these groups; who has none is not in it. */
    public Map<UUID, Long> counts(Collection<Worker> workers, String kind, Set<UUID> groupIds) {
        if (workers.isEmpty()) return Map.of();
        List<Worker> people = List.copyOf(workers);
        return database
                .createNativeQuery(COUNTS, Tuple.class)
                .addScalar("member_id", UUID.class)
                .addScalar("results", Long.class)
                .setParameter("members", people.stream().map(Worker::memberId).toArray(UUID[]::new), UUID[].class)
                .setParameter(
                        "since",
                        people.stream().map(each -> each.since().toString()).toArray(String[]::new),
                        String[].class)
                .setParameter("kind", kind)
                .setParameter("groups", groupIds.toArray(UUID[]::new), UUID[].class)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(
                        row -> row.get("member_id", UUID.class), row -> row.get("results", Long.class)));
    }
}
