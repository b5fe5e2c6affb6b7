package org.barnstorm.task;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Queries for calendars: work with a time that is not over, or has not been for long. */
@ApplicationScoped
class AppointmentRepository implements PanacheRepositoryBase<Task, UUID> {
    private static final String FOR_EVERYBODY = "select * from task where " + TaskRepository.SEEN + """
              and status = 'OPEN' and audience = 'MOVEMENT' and scope_id = :movement
              and group_id = any(:branch) and ends_at > :since
            order by starts_at, id
            limit :most
            """;

    /** What was never open was in no calendar. */
    private static final String CALLED_OFF = """
            select * from task
            where status = 'CANCELLED' and audience = 'MOVEMENT' and movement_id = :movement and opened_at is not null
              and group_id = any(:branch) and ends_at > :since
            order by starts_at, id
            limit :most
            """;

    private static final String OWN = """
            select t, a from Assignment a join Task t on t.id = a.taskId
            where a.memberId = :member and t.startsAt is not null and t.endsAt > :since
            order by t.startsAt, t.id, a.fence
            """;

    /** Every place that somebody has or had; those of one task beside each other. */
    List<HoldRepository.Look> own(UUID memberId, Instant since, int most) {
        return getSession()
                .createQuery(OWN, HoldRepository.Look.class)
                .setParameter("member", memberId)
                .setParameter("since", since)
                .setMaxResults(most)
                .getResultList();
    }

    /** What is open for the whole movement, of what this person sees. */
    List<Task> forEverybody(TaskRepository.Sight sight, UUID movement, Set<UUID> branch, Instant since, int most) {
        return TaskRepository.asSeenBy(sight, getSession().createNativeQuery(FOR_EVERYBODY, Task.class))
                .setParameter("movement", movement)
                .setParameter("branch", TaskRepository.ids(branch), UUID[].class)
                .setParameter("since", since)
                .setParameter("most", most)
                .getResultList();
    }

    /** What was, and will not happen. */
    List<Task> calledOff(UUID movement, Set<UUID> branch, Instant since, int most) {
        return getSession()
                .createNativeQuery(CALLED_OFF, Task.class)
                .setParameter("movement", movement)
                .setParameter("branch", TaskRepository.ids(branch), UUID[].class)
                .setParameter("since", since)
                .setParameter("most", most)
                .getResultList();
    }
}
