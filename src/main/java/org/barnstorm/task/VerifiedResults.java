package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** What other features ask about work that somebody else has verified. What nobody had to look at is none. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class VerifiedResults {
    private static final String COUNTS = """
            select (
                select count(*) from assignment a join task t on t.id = a.task_id
                where a.member_id = w.member_id and a.status = 'VERIFIED' and a.verified_by is not null
                  and a.completed_at > w.since and t.kind = :kind and t.group_id = any(:groups)
            ) as results
            from unnest(:members, cast(:since as timestamptz[])) with ordinality as w (member_id, since, number)
            order by w.number
            """;

    private final Session database;

    VerifiedResults(Session database) {
        this.database = database;
    }

    /** From when on somebody's work counts. */
    public record Worker(UUID memberId, Instant since) {}

    /** How many results of a kind of work each of them had verified in these groups, in the order of the question. */
    public List<Long> counts(List<Worker> workers, String kind, Set<UUID> groupIds) {
        if (workers.isEmpty()) return List.of();
        return database.createNativeQuery(COUNTS, Long.class)
                .addScalar("results", Long.class)
                .setParameter("members", workers.stream().map(Worker::memberId).toArray(UUID[]::new), UUID[].class)
                .setParameter(
                        "since",
                        workers.stream().map(each -> each.since().toString()).toArray(String[]::new),
                        String[].class)
                .setParameter("kind", kind)
                .setParameter("groups", groupIds.toArray(UUID[]::new), UUID[].class)
                .getResultList();
    }
}
