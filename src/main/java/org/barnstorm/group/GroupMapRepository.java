package org.barnstorm.group;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import org.barnstorm.platform.MapGrid;
import org.barnstorm.platform.MapPoint;

/** Groups in the cells of a map. */
@ApplicationScoped
class GroupMapRepository implements PanacheRepositoryBase<LocalGroup, UUID> {
    private static final String IN = """
            with located as (
                select id, id as group_id, name, latitude, longitude from local_group
                where merged_into is null and latitude is not null)
            """ + MapPoint.CELLS;

    List<MapPoint> in(MapGrid grid) {
        return MapPoint.in(grid, getSession().createNativeQuery(IN, Tuple.class));
    }
}
