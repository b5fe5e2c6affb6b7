package org.barnstorm.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;

/** Groups of a movement that is made up, to try something in. Nobody finds their way into them by joining. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class InventedGroups {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final GroupService groups;

    InventedGroups(GroupService groups) {
        this.groups = groups;
    }

    /** Makes one as the caller may; answers its id. */
    public UUID make(Caller caller, GroupPath path, String name) {
        return groups.create(caller, new NewGroup(path, name, JoinPolicy.INVITATION, ZONE, null, null, null))
                .id();
    }
}
