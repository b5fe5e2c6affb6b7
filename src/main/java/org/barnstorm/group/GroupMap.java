package org.barnstorm.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.barnstorm.platform.MapGrid;
import org.barnstorm.platform.MapPoint;

/** What a map asks of the tree: which groups are where. */
@ApplicationScoped
@Transactional
public class GroupMap {
    private final GroupMapRepository groups;

    GroupMap(GroupMapRepository groups) {
        this.groups = groups;
    }

    public List<MapPoint> in(MapGrid grid) {
        return groups.in(grid);
    }
}
