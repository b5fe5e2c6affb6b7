package org.barnstorm.task;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.platform.MapGrid;
import org.barnstorm.platform.MapPoint;

/** Open tasks in the cells of a map. */
@ApplicationScoped
class TaskMapRepository implements PanacheRepositoryBase<Task, UUID> {
    /**
     * Places are rounded before anything is asked of them: a box that is made smaller and smaller around a task finds the
     * rounded place, too. The index finds those nearby, with a margin for what is rounded into the box.
     */
    private static final String IN = """
            with located as (
                select id, group_id, title as name, round(latitude, 2) as latitude, round(longitude, 2) as longitude
                from task
                where (map_point <@ box(map_point(:south - 0.01, :west - 0.01), map_point(:north + 0.01, :firstEast + 0.01))
                    or map_point <@ box(map_point(:south - 0.01, :secondWest - 0.01), map_point(:north + 0.01, :east + 0.01)))
                  and status = 'OPEN' and not remote and map_point is not null
                  and (ends_at is null or ends_at > now())
                  and (:everywhere or group_id = any(:branch))
                  and
            """ + TaskRepository.SEEN + ")" + MapPoint.CELLS;

    List<MapPoint> in(MapGrid grid, TaskRepository.Sight sight) {
        var query = TaskRepository.asSeenBy(sight, getSession().createNativeQuery(IN, Tuple.class))
                .setParameter("everywhere", sight.branch() == null)
                .setParameter(
                        "branch", TaskRepository.ids(sight.branch() == null ? Set.of() : sight.branch()), UUID[].class);
        return MapPoint.in(grid, query);
    }
}
