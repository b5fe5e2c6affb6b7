package org.barnstorm.group;

import static org.barnstorm.authority.Capability.GROUP_CREATE;
import static org.barnstorm.authority.Capability.GROUP_EDIT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.platform.http.IfMatch;
import org.barnstorm.platform.http.MergePatch;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;

/** Use cases of the tree: make, find, edit. */
@ApplicationScoped
@Transactional
class GroupService {
    private static final Slice<GroupView> NOTHING = new Slice<>(List.of(), null);

    private final GroupRepository groups;
    private final Groups tree;
    private final Authority authority;
    private final Journal journal;
    private final MergePatch.Patcher patcher;
    private final Clock clock;

    GroupService(
            GroupRepository groups,
            Groups tree,
            Authority authority,
            Journal journal,
            MergePatch.Patcher patcher,
            Clock clock) {
        this.groups = groups;
        this.tree = tree;
        this.authority = authority;
        this.journal = journal;
        this.patcher = patcher;
        this.clock = clock;
    }

    /** Makes a movement (the platform's admin) or a group below one (who holds GROUP_CREATE above it). */
    GroupView create(Caller caller, NewGroup wanted) {
        var parent = wanted.path().parent();
        if (groups.findByPath(wanted.path()).isPresent()) {
            throw Refusal.conflict("group-exists", "There is a group at " + wanted.path() + " already.");
        }
        if (parent.isEmpty()) return GroupView.of(createMovement(caller, wanted));
        var above = groups.findByPath(parent.get())
                .orElseThrow(() -> Refusal.conflict(
                        "no-group-above", "Make " + parent.get() + " first, or import both together."));
        tree.requireOpenAbove(above.ref());
        var mandate = caller.isAdmin() ? null : authority.holds(caller, GROUP_CREATE, above.ref());
        var habits = above.content();
        var group = new LocalGroup(
                above, wanted.path(), wanted.content(habits.joinPolicy(), habits.zone()), clock.instant());
        return GroupView.of(keep(caller, group, mandate));
    }

    GroupView show(Caller caller, GroupPath path) {
        return shown(caller, groups.findByPath(path).orElse(null));
    }

    GroupView show(Caller caller, UUID id) {
        return shown(caller, groups.findByIdOptional(id).orElse(null));
    }

    Slice<GroupView> directory(Caller caller, GroupPath under, String words, Window window) {
        if (under != null && !caller.reachesInto(under)) return NOTHING;
        return Slice.of(
                window,
                groups.directory(caller.within(under), words, window),
                group -> List.of(group.path().value()),
                GroupView::of);
    }

    /** The directory nearest first. */
    Slice<GroupView> nearby(Caller caller, GroupPath under, String words, Position near, double within, Window window) {
        if (under != null && !caller.reachesInto(under)) return NOTHING;
        return Slice.of(
                window,
                groups.nearby(caller.within(under), words, near.latitude(), near.longitude(), within, window),
                found -> List.of(
                        Double.toString(found.km()), found.group().path().value()),
                found -> GroupView.of(found.group(), found.km()));
    }

    GroupView edit(Caller caller, GroupPath path, IfMatch expected, MergePatch patch) {
        var group = groups.lockByPath(path).orElseThrow(() -> Refusal.notFound("group"));
        var mandate = authority.holds(caller, GROUP_EDIT, group.ref());
        expected.require(group.version());
        group.edit(patcher.apply(patch, group.content()));
        journal.append(event("group.edited", caller, group.ref(), mandate));
        return GroupView.of(group);
    }

    /** People may see every group, and a program those of its own part of the tree. */
    private GroupView shown(Caller caller, LocalGroup group) {
        if (group == null || !caller.reaches(group.path())) throw Refusal.notFound("group");
        if (group.mergedInto() == null) return GroupView.of(group);
        return GroupView.of(group, tree.withId(group.mergedInto()).path());
    }

    private LocalGroup createMovement(Caller caller, NewGroup wanted) {
        if (!caller.isAdmin()) {
            throw Refusal.forbidden("admin-only", "Only the platform's admin makes a movement. Ask whoever runs it.");
        }
        var content = wanted.content(JoinPolicy.OPEN, ZoneId.of("UTC"));
        return keep(caller, new LocalGroup(wanted.path(), content, clock.instant()), null);
    }

    private LocalGroup keep(Caller caller, LocalGroup group, UUID mandate) {
        groups.persist(group);
        journal.append(event("group.created", caller, group.ref(), mandate));
        return group;
    }

    private static Event event(String type, Caller caller, GroupRef group, UUID mandate) {
        return new Event(type, group.id(), group.id(), group.path().value(), caller.memberId(), mandate);
    }
}
