package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.MapGrid;
import org.barnstorm.platform.MapPoint;

/** What a map asks of tasks: which open ones are roughly where, of those that somebody sees. */
@ApplicationScoped
@Transactional
public class TaskMap {
    private final TaskMapRepository tasks;
    private final TaskSight sight;

    TaskMap(TaskMapRepository tasks, TaskSight sight) {
        this.tasks = tasks;
        this.sight = sight;
    }

    /** @param branch only there and below; null for everywhere */
    public List<MapPoint> in(MapGrid grid, Caller caller, GroupPath branch) {
        return tasks.in(grid, sight.over(caller, branch));
    }
}
