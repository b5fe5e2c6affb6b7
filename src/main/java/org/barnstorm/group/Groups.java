package org.barnstorm.group;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.platform.problem.Refusal;

/**
 * What other features ask about the tree. Ids and paths never change once made, so both answer from memory, for which nobody
 * needs a transaction; which groups exist below another is asked of the database each time.
 */
@ApplicationScoped
@Transactional
public class Groups {
    private final GroupRepository groups;
    private final Map<UUID, GroupRef> byId = new ConcurrentHashMap<>();
    private final Map<GroupPath, GroupRef> byPath = new ConcurrentHashMap<>();
    private final Map<UUID, List<UUID>> lines = new ConcurrentHashMap<>();

    Groups(GroupRepository groups) {
        this.groups = groups;
    }

    /** The group at this path, or 404. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public GroupRef at(GroupPath path) {
        var known = byPath.get(path);
        return known != null ? known : remember(read(() -> groups.findByPath(path)));
    }

    /** The group at this path, if there is one. */
    public Optional<GroupRef> find(GroupPath path) {
        var known = byPath.get(path);
        return known != null ? Optional.of(known) : groups.findByPath(path).map(this::remember);
    }

    /** The group with an id that a feature stored. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public GroupRef withId(UUID id) {
        var known = byId.get(id);
        return known != null ? known : remember(read(() -> groups.findByIdOptional(id)));
    }

    /** The groups with these ids, which a feature stored, in at most one statement. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<UUID, GroupRef> withIds(Set<UUID> ids) {
        var unknown = ids.stream().filter(id -> !byId.containsKey(id)).toList();
        if (!unknown.isEmpty()) {
            QuarkusTransaction.joiningExisting()
                    .call(() -> groups.list("id in ?1", unknown))
                    .forEach(this::remember);
        }
        return ids.stream().collect(Collectors.toMap(id -> id, byId::get));
    }

    /** What these groups are called now, in one statement. */
    public Map<UUID, String> names(Set<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        return groups.list("id in ?1", ids).stream().collect(Collectors.toMap(LocalGroup::id, group -> group.content()
                .name()));
    }

    /** The root of the tree that a group is in. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public GroupRef movement(GroupRef group) {
        return at(group.path().movement());
    }

    /** Ids of these groups and of every group above one of them. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Set<UUID> withAncestors(Set<UUID> ids) {
        return ids.stream().flatMap(id -> line(withId(id)).stream()).collect(Collectors.toSet());
    }

    /** Ids of this group and of those above it, nearest first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<UUID> line(GroupRef group) {
        var known = lines.get(group.id());
        if (known != null) return known;
        var line = List.copyOf(above(group));
        lines.put(group.id(), line);
        return line;
    }

    private List<UUID> above(GroupRef group) {
        List<UUID> ids = new ArrayList<>();
        for (var path = Optional.of(group.path());
                path.isPresent();
                path = path.get().parent()) {
            ids.add(at(path.get()).id());
        }
        return ids;
    }

    /** Ids of this group and of every group below it. */
    public Set<UUID> branch(GroupPath path) {
        return Set.copyOf(groups.idsOfBranch(path));
    }

    /**
     * Refuses what would come to a group that is part of another by now. Who is let through is waited for before anything
     * of the group goes to the other.
     */
    public void requireOpen(GroupRef group) {
        var standing = groups.shareStanding(group.id());
        // One that this very transaction makes is not in its table yet.
        if (standing.isEmpty() && groups.findByIdOptional(group.id()).isEmpty()) {
            // It was made up (docs/decisions/0040), and is gone while this replica still remembered it.
            forget(group.path());
            throw Refusal.notFound("group");
        }
        standing.filter(into -> !into.equals(group.id())).ifPresent(into -> refuse(group, into));
    }

    /** The same as a question, for what can be left out. */
    public boolean isOpen(GroupRef group) {
        return groups.shareStanding(group.id()).filter(group.id()::equals).isPresent();
    }

    /**
     * The same for a new group below it: no other becomes the one above before the transaction ends. Comes before all other
     * locks. The one above was read from the database, or is about to be made with the new one.
     */
    public void requireOpenAbove(GroupRef above) {
        groups.keepMergedInto(above.id()).ifPresent(into -> refuse(above, into));
    }

    /** Of this group and those below it nothing is remembered any more. */
    public void forget(GroupPath branch) {
        byPath.keySet().removeIf(branch::covers);
        byId.values().removeIf(group -> branch.covers(group.path()));
        lines.keySet().removeIf(id -> !byId.containsKey(id));
    }

    private void refuse(GroupRef group, UUID mergedInto) {
        var into = withId(mergedInto).path().value();
        throw Refusal.conflict("group-merged", group.path() + " is part of " + into + " now. Go there instead.")
                .with("group", group.path().value())
                .with("into", into);
    }

    /** Ids of all groups, page by page: so many after this one, ascending. */
    public List<UUID> after(UUID id, int most) {
        return groups.idsAfter(id, most);
    }

    /** Locks a group, which comes before all other locks; not if somebody else works on it. */
    public boolean lockOrSkip(UUID id) {
        return groups.lockOrSkip(id);
    }

    public JoinPolicy joinPolicy(GroupRef group) {
        return groups.findById(group.id()).content().joinPolicy();
    }

    /** The time zone in which a group meets. */
    public ZoneId zone(GroupRef group) {
        return groups.findById(group.id()).content().zone();
    }

    /** What is not in memory yet, in whatever transaction there is. */
    private static LocalGroup read(Callable<Optional<LocalGroup>> query) {
        return QuarkusTransaction.joiningExisting().call(query).orElseThrow(() -> Refusal.notFound("group"));
    }

    private GroupRef remember(LocalGroup group) {
        var ref = group.ref();
        byId.put(ref.id(), ref);
        byPath.put(ref.path(), ref);
        return ref;
    }
}
