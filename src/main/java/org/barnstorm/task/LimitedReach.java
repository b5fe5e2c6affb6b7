package org.barnstorm.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.Grant;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.group.Groups;

/** To which tasks the limited mandates of a caller reach, for queries over tasks. Without such mandates it costs nothing. */
@ApplicationScoped
class LimitedReach {
    private final Groups groups;
    private final ObjectMapper json;

    LimitedReach(Groups groups, ObjectMapper json) {
        this.groups = groups;
        this.json = json;
    }

    /**
     * What {@link #within} asks.
     *
     * @param exists whether there is any
     * @param each all of them, as JSON
     */
    record Narrow(boolean exists, String each) {
        static final Narrow NONE = new Narrow(false, "[]");
    }

    /** Tasks of these groups, as far as the rest fits, too; drafts only if it says so. */
    private record Reach(Set<UUID> branch, UUID campaign, Set<String> kinds, Integer places, boolean drafts) {}

    /**
     * A condition on a row of task under this name; {@code :narrow} and {@code :narrowed} are the two parts of a
     * {@link Narrow}.
     */
    static String within(String task) {
        return """
                (:narrow and exists (
                    select 1 from jsonb_to_recordset(cast(:narrowed as jsonb))
                        as l (branch uuid[], campaign uuid, kinds text[], places integer, drafts boolean)
                    where %1$s.group_id = any(l.branch) and (l.drafts or %1$s.status <> 'DRAFT')
                      and (l.campaign is null or l.campaign = %1$s.campaign_id)
                      and (l.kinds is null or %1$s.kind = any(l.kinds))
                      and (l.places is null or %1$s.capacity <= l.places)))
                """.formatted(task);
    }

    /** @param branch where to look; null for everywhere */
    Narrow of(Caller caller, GroupPath branch, Predicate<Grant> useful) {
        List<Reach> found = new ArrayList<>();
        for (var grant : caller.everyGrant()) {
            if (grant.limits().isNone() || !useful.test(grant)) continue;
            var scope = grant.scope().path();
            if (branch == null || branch.covers(scope)) found.add(reach(grant, scope));
            else if (scope.covers(branch)) found.add(reach(grant, branch));
        }
        return found.isEmpty() ? Narrow.NONE : new Narrow(true, write(found));
    }

    private Reach reach(Grant grant, GroupPath where) {
        var limits = grant.limits();
        return new Reach(
                groups.branch(where),
                limits.campaignId(),
                limits.kinds(),
                limits.maxPlaces(),
                grant.capabilities().contains(Capability.TASK_EDIT));
    }

    private String write(List<Reach> found) {
        try {
            return json.writeValueAsString(found);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Ids, codes and numbers are JSON", e);
        }
    }
}
