package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.GroupRef;

/**
 * Open tasks go on in another group of the movement: who holds a place keeps it, with the same lease and fence. What is over
 * stays where it was done.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class TaskMoves {
    /** Open, or somebody has not finished or is not verified. */
    private static final String IS_OPEN = """
            t.group_id = :group
              and (t.status in ('DRAFT', 'WAITING', 'OPEN')
                   or t.status = 'CLOSED' and exists (
                       select 1 from assignment a where a.task_id = t.id and a.status in ('OFFERED', 'HELD', 'DONE')))
            """;

    private static final String OPEN = "select t.id from task t where " + IS_OPEN + " order by t.id limit :most";

    private static final String KINDS = "select distinct t.kind from task t where t.kind is not null and " + IS_OPEN;

    private static final String MOVE =
            "update task set group_id = :into, version = version + 1 where id = any(:ids) and group_id = :from";

    private final TaskRepository tasks;
    private final PlaceRepository places;
    private final TaskJournal journal;

    TaskMoves(TaskRepository tasks, PlaceRepository places, TaskJournal journal) {
        this.tasks = tasks;
        this.places = places;
        this.journal = journal;
    }

    /**
     * Moves some of them. Nothing comes to the group any more.
     *
     * @return how many; 0 when all are there
     */
    public int move(GroupRef from, GroupRef into, UUID move, int most) {
        var ids = open(from, most);
        if (ids.isEmpty()) return 0;
        waitLonger();
        places.lockTasks(ids);
        var moving = tasks.list("id in ?1 order by id", ids);
        tasks.getSession()
                .createNativeMutationQuery(MOVE)
                .setParameter("into", into.id())
                .setParameter("from", from.id())
                .setParameter("ids", ids.toArray(UUID[]::new), UUID[].class)
                .executeUpdate();
        journal.recordMoved(moving, into, move);
        return ids.size();
    }

    /** Codes of the kinds of work that are open in a group. */
    public List<String> kinds(GroupRef group) {
        return tasks.getSession()
                .createNativeQuery(KINDS, String.class)
                .addScalar("kind", String.class)
                .setParameter("group", group.id())
                .getResultList();
    }

    /** Than those who claim a place: among many of them it would never have its turn. */
    private void waitLonger() {
        tasks.getSession()
                .createNativeQuery("select set_config('lock_timeout', '2s', true) as value", String.class)
                .addScalar("value", String.class)
                .getSingleResult();
    }

    private List<UUID> open(GroupRef group, int most) {
        return tasks.getSession()
                .createNativeQuery(OPEN, UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("group", group.id())
                .setParameter("most", most)
                .getResultList();
    }
}
