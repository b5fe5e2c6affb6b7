package org.barnstorm.task.series;

import static org.barnstorm.authority.Capability.TASK_CREATE;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.task.Instances;
import org.barnstorm.task.template.Templates;

/** Who sees series, and what they see of them: those who make or manage tasks there. Volunteers see the tasks. */
@ApplicationScoped
class SeriesSight {
    private final SeriesRepository series;
    private final Instances instances;
    private final Groups groups;

    SeriesSight(SeriesRepository series, Instances instances, Groups groups) {
        this.series = series;
        this.instances = instances;
        this.groups = groups;
    }

    /** The series, or 404 for who may not see it. */
    Series require(Caller caller, UUID id) {
        return series.findByIdOptional(id)
                .filter(found -> sees(caller, path(found)))
                .orElseThrow(() -> Refusal.notFound("series"));
    }

    void requireOver(Caller caller, GroupPath branch) {
        if (!sees(caller, branch)) throw Caller.noMandate(TASK_CREATE, branch);
    }

    SeriesView listed(Series found) {
        return SeriesView.of(found, path(found));
    }

    /** With what it leaves out and the tasks to come. */
    SeriesView whole(Series found) {
        var skipped = found.skipped().stream().sorted().toList();
        return SeriesView.of(found, path(found), skipped, instances.upcoming(found.id()));
    }

    private GroupPath path(Series found) {
        return groups.withId(found.groupId()).path();
    }

    private static boolean sees(Caller caller, GroupPath path) {
        return !Collections.disjoint(caller.capabilitiesAt(path), Templates.USERS);
    }
}
