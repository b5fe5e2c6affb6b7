package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Tasks and holds of many groups, page by page, for reading only. */
@ApplicationScoped
class TaskExportRepository {
    private static final String REACHED =
            " t.group_id = any(:groups) and (t.status <> 'DRAFT' or t.group_id = any(:drafts)) ";

    private static final String HOLDS = " from assignment a join task t on t.id = a.task_id where " + REACHED
            + " and (not :results or a.outcome_code is not null) ";

    private static final String COUNT_TASKS = "select count(*) as n from task t where" + REACHED;

    private static final String COUNT_HOLDS = "select count(*) as n" + HOLDS;

    private static final String HOLDERS =
            "select distinct a.member_id as id" + HOLDS + " and a.member_id > :after order by a.member_id limit :most";

    private static final String TASKS =
            "select t.* from task t where" + REACHED + "and t.id > :after order by t.id limit :most";

    private static final String PAGE = "select a.id as id" + HOLDS + " and a.id > :after order by a.id limit :most";

    private static final String LOOKS = """
            select t, a from Assignment a join Task t on t.id = a.taskId where a.id in :ids order by a.id
            """;

    private final Session database;

    TaskExportRepository(Session database) {
        this.database = database;
    }

    long countTasks(TaskExport.Reach reach) {
        return reaching(reach, database.createNativeQuery(COUNT_TASKS, Long.class))
                .addScalar("n", Long.class)
                .getSingleResult();
    }

    /** @param results only those that have an outcome */
    long countHolds(TaskExport.Reach reach, boolean results) {
        return reaching(reach, database.createNativeQuery(COUNT_HOLDS, Long.class))
                .addScalar("n", Long.class)
                .setParameter("results", results)
                .getSingleResult();
    }

    List<UUID> holders(TaskExport.Reach reach, UUID after, int most) {
        return reaching(reach, database.createNativeQuery(HOLDERS, UUID.class))
                .addScalar("id", UUID.class)
                .setParameter("results", false)
                .setParameter("after", after)
                .setParameter("most", most)
                .getResultList();
    }

    List<Task> tasks(TaskExport.Reach reach, UUID after, int most) {
        return reaching(reach, database.createNativeQuery(TASKS, Task.class))
                .setParameter("after", after)
                .setParameter("most", most)
                .setReadOnly(true)
                .getResultList();
    }

    List<HoldRepository.Look> holds(TaskExport.Reach reach, boolean results, UUID after, int most) {
        var ids = reaching(reach, database.createNativeQuery(PAGE, UUID.class))
                .addScalar("id", UUID.class)
                .setParameter("results", results)
                .setParameter("after", after)
                .setParameter("most", most)
                .getResultList();
        return database.createQuery(LOOKS, HoldRepository.Look.class)
                .setParameter("ids", ids)
                .setReadOnly(true)
                .getResultList();
    }

    private static <T> NativeQuery<T> reaching(TaskExport.Reach reach, NativeQuery<T> query) {
        return query.setParameter("groups", reach.groups().toArray(UUID[]::new), UUID[].class)
                .setParameter("drafts", reach.drafts().toArray(UUID[]::new), UUID[].class);
    }
}
