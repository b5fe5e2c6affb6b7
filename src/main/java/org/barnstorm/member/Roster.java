package org.barnstorm.member;

import static org.barnstorm.authority.Capability.MEMBER_READ;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.authority.Budget;
import org.barnstorm.authority.Budgets;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.Grant;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.paging.Leaf;
import org.barnstorm.platform.paging.Leaves;
import org.barnstorm.platform.paging.Window;

/**
 * The active members of all groups that somebody may look into, each person once: the lists of those groups in one, with no
 * more of anybody than these show, and from the same daily budget.
 */
@ApplicationScoped
@Transactional
public class Roster {
    private final RosterRepository roster;
    private final Members members;
    private final Groups groups;
    private final Budgets budgets;

    Roster(RosterRepository roster, Members members, Groups groups, Budgets budgets) {
        this.roster = roster;
        this.members = members;
        this.groups = groups;
        this.budgets = budgets;
    }

    /**
     * Somebody in it.
     *
     * @param name first name and initial; null when there is none any more
     * @param since the oldest of the memberships that the caller sees
     * @param changedAt the newest of them
     */
    public record Entry(UUID id, String name, Instant since, Instant changedAt) {}

    /** A page in the order of the people's ids. One that shows more people than the day has left is refused whole. */
    public Leaves<Entry> page(Caller caller, Leaf leaf) {
        var readable = readable(caller);
        if (readable.isEmpty()) return new Leaves<>(List.of(), 0);
        var rows = roster.page(readable, leaf);
        look(caller, rows);
        var names = members.shortNames(
                rows.stream().map(RosterRepository.Row::memberId).toList());
        var entries = rows.stream()
                .map(row -> new Entry(row.memberId(), names.get(row.memberId()), row.since(), row.changedAt()))
                .toList();
        return new Leaves<>(entries, roster.count(readable, leaf));
    }

    /** One of them, if the caller sees them. */
    public Optional<Entry> find(Caller caller, UUID id) {
        return page(caller, Leaf.only(id)).items().stream().findFirst();
    }

    /** Numbers of pages say how many were shown before: a page that is short would be taken for the last one. */
    private void look(Caller caller, List<RosterRepository.Row> rows) {
        if (rows.isEmpty()) return;
        var where = highest(caller);
        var shown =
                budgets.look(caller, where, new Window(rows.size(), List.of()), rows, RosterRepository.Row::memberId);
        if (shown.limit() < rows.size()) budgets.spend(caller, Budget.PEOPLE, rows.size() - shown.limit(), where);
    }

    private Set<UUID> readable(Caller caller) {
        var ids = new HashSet<UUID>();
        caller.grants().stream()
                .filter(Roster::isForReading)
                .forEach(grant -> ids.addAll(groups.branch(grant.scope().path())));
        return groups.withIds(ids).values().stream()
                .filter(group -> caller.reaches(group.path()) && caller.may(MEMBER_READ, group.path()))
                .map(GroupRef::id)
                .collect(Collectors.toSet());
    }

    private static GroupRef highest(Caller caller) {
        return caller.grants().stream()
                .filter(Roster::isForReading)
                .map(Grant::scope)
                .min(Comparator.comparing(
                                (GroupRef group) -> group.path().value().length())
                        .thenComparing(group -> group.path().value()))
                .orElseThrow();
    }

    private static boolean isForReading(Grant grant) {
        return grant.capabilities().contains(MEMBER_READ);
    }
}
