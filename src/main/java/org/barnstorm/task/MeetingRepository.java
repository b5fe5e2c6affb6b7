package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.platform.paging.Leaf;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Queries over tasks with a time and a place, and over who has their places, by numbers of pages. */
@ApplicationScoped
class MeetingRepository {
    private static final String MEETINGS = "from task where " + TaskRepository.SEEN + """
              and status <> 'DRAFT' and starts_at is not null
              and not remote and (place_name is not null or latitude is not null)
              and (:everywhere or group_id = any(:branch))
              and starts_at >= :starts_from and starts_at < :starts_until
            """ + Leaf.within("task");

    /** Places that wait for whoever holds an office are nobody's yet. */
    private static final String HOLDS =
            "from assignment where task_id = :task and member_id is not null" + Leaf.within("assignment");

    private static final String PAGE = " order by id limit :size offset :offset";
    private static final String COUNT = "select count(*) as total from (select 1 %s limit :most) as part";

    private final Session database;

    MeetingRepository(Session database) {
        this.database = database;
    }

    List<Task> page(TaskRepository.Sight sight, Leaf leaf) {
        var query = database.createNativeQuery("select * " + MEETINGS + PAGE, Task.class)
                .setParameter("size", leaf.size())
                .setParameter("offset", leaf.offset());
        return fill(query, sight, leaf).getResultList();
    }

    long count(TaskRepository.Sight sight, Leaf leaf) {
        return fill(count(MEETINGS), sight, leaf).getSingleResult();
    }

    List<Assignment> holds(UUID task, Leaf leaf) {
        return leaf.fill(database.createNativeQuery("select * " + HOLDS + PAGE, Assignment.class))
                .setParameter("task", task)
                .setParameter("size", leaf.size())
                .setParameter("offset", leaf.offset())
                .getResultList();
    }

    long countHolds(UUID task, Leaf leaf) {
        return leaf.fill(count(HOLDS)).setParameter("task", task).getSingleResult();
    }

    private NativeQuery<Long> count(String what) {
        return database.createNativeQuery(COUNT.formatted(what), Long.class)
                .addScalar("total", Long.class)
                .setParameter("most", Leaf.COUNTED);
    }

    private static <T> NativeQuery<T> fill(NativeQuery<T> query, TaskRepository.Sight sight, Leaf leaf) {
        TaskRepository.asSeenBy(sight, query)
                .setParameter("everywhere", sight.branch() == null)
                .setParameter(
                        "branch", TaskRepository.ids(sight.branch() == null ? Set.of() : sight.branch()), UUID[].class)
                .setParameter("starts_from", leaf.starts().from())
                .setParameter("starts_until", leaf.starts().until());
        return leaf.fill(query);
    }
}
