package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;

/** The calls that somebody can still answer. They answer by claiming. */
@ApplicationScoped
@Transactional
class RescueService {
    private final RescueRepository rescues;
    private final HoldRepository holds;
    private final TaskSight sight;
    private final Groups groups;

    RescueService(RescueRepository rescues, HoldRepository holds, TaskSight sight, Groups groups) {
        this.rescues = rescues;
        this.holds = holds;
        this.sight = sight;
        this.groups = groups;
    }

    Slice<RescueCallView> mine(Caller caller, Window window) {
        var seeker = sight.belonging(caller);
        var found = rescues.callsOf(seeker, holds.databaseTime(), window);
        return Slice.of(
                window,
                found,
                look -> List.of(look.call().id().toString()),
                look -> RescueCallView.of(
                        look, groups.withId(look.task().groupId()).path(), seeker.home()));
    }
}
