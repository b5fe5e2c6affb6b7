package org.barnstorm.map;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.group.GroupMap;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.MapPoint;
import org.barnstorm.task.TaskMap;

/** What is in view on a map. */
@ApplicationScoped
@Transactional
class MapService {
    private final GroupMap groupMap;
    private final TaskMap taskMap;
    private final Groups groups;
    private final MeterRegistry meters;

    MapService(GroupMap groupMap, TaskMap taskMap, Groups groups, MeterRegistry meters) {
        this.groupMap = groupMap;
        this.taskMap = taskMap;
        this.groups = groups;
        this.meters = meters;
    }

    /** The directory is for everybody who signs in, and so is its map. */
    GroupMapView groups(Caller caller, Box box, int zoom) {
        return GroupMapView.of(features("groups", groupMap.in(box.at(zoom))));
    }

    /** Of the open tasks those that the caller sees; in a branch, if one is named. */
    TaskMapView tasks(Caller caller, Box box, int zoom, GroupPath branch) {
        if (branch != null) groups.at(branch);
        return TaskMapView.of(features("tasks", taskMap.in(box.at(zoom), caller, branch)));
    }

    private List<MapFeature> features(String what, List<MapPoint> points) {
        meters.summary("barnstorm.map.points", "of", what).record(points.size());
        var ids =
                points.stream().map(MapPoint::groupId).filter(Objects::nonNull).collect(Collectors.toSet());
        var known = groups.withIds(ids);
        return points.stream()
                .map(point -> MapFeature.of(
                        point.location(),
                        MapFeatureProperties.of(
                                point,
                                point.groupId() == null
                                        ? null
                                        : known.get(point.groupId()).path())))
                .toList();
    }
}
