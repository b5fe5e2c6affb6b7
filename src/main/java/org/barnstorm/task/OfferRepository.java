package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** What several people have of one task, each question in one statement. */
@ApplicationScoped
class OfferRepository {
    private static final String LATEST = """
            select distinct on (member_id) a.* from assignment a
            where a.task_id = :task and a.member_id = any(:members)
            order by member_id, fence desc
            """;

    private final Session database;

    OfferRepository(Session database) {
        this.database = database;
    }

    /** Those of these people who have a place of the task. */
    Set<UUID> holders(UUID taskId, Collection<UUID> memberIds) {
        return Set.copyOf(database.createQuery(
                        "select memberId from Assignment where taskId = ?1 and memberId in ?2 and status in ?3",
                        UUID.class)
                .setParameter(1, taskId)
                .setParameter(2, memberIds)
                .setParameter(3, AssignmentStatus.HOLDING)
                .getResultList());
    }

    /** The newest hold that each of these people has or had of the task. */
    Map<UUID, Assignment> latest(UUID taskId, Collection<UUID> memberIds) {
        return byMember(database.createNativeQuery(LATEST, Assignment.class)
                .setParameter("task", taskId)
                .setParameter("members", memberIds.toArray(UUID[]::new), UUID[].class)
                .getResultList());
    }

    static Map<UUID, Assignment> byMember(List<Assignment> assignments) {
        return assignments.stream().collect(Collectors.toMap(Assignment::memberId, Function.identity()));
    }
}
