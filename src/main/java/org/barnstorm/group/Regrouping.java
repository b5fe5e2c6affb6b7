package org.barnstorm.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;

/** What happens to the tree when groups are split and merged. Who may is asked where that is planned. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Regrouping {
    private final GroupRepository groups;
    private final Journal journal;
    private final Clock clock;

    Regrouping(GroupRepository groups, Journal journal, Clock clock) {
        this.groups = groups;
        this.journal = journal;
        this.clock = clock;
    }

    /** Lets plans for a group take turns until the transaction ends; comes before all other locks. */
    public void takeTurns(UUID groupId) {
        groups.takeTurns(groupId);
    }

    /** The same for a plan whose day has come, of all groups in it. Writers who only refer to them are let by. */
    public void takeTurns(Set<UUID> groupIds) {
        groups.waitLonger();
        groupIds.stream().sorted().forEach(groups::takeTurns);
    }

    /**
     * Waits for whatever was on its way to a group before it said that it is part of another. It has said so in an earlier
     * transaction, which keeps others from following: so this ends when those who were let through do.
     */
    public void awaitNews(UUID groupId) {
        groups.waitLonger();
        groups.lockAlone(groupId);
    }

    /** Whether it is part of another group by now; asked of the database, not of what was read before the lock. */
    public boolean isMerged(UUID groupId) {
        return groups.shareMergedInto(groupId).isPresent();
    }

    /** Whether there are groups below it that are not part of another. */
    public boolean hasGroupsBelow(UUID groupId) {
        return groups.hasGroupsBelow(groupId);
    }

    /** Makes a group with the habits of the one above it. */
    public GroupRef make(GroupPath path, String name, UUID move) {
        var above = groups.findByPath(path.parent().orElseThrow()).orElseThrow();
        var habits = above.content();
        var content = new GroupContent(name, habits.joinPolicy(), habits.zone(), null, null, null);
        var made = new LocalGroup(above, path, content, clock.instant());
        groups.persist(made);
        record("group.created", made.ref(), move, null);
        return made.ref();
    }

    /** It says that it is part of another from now on. The caller has locked it. */
    public void merge(GroupRef group, GroupRef into, UUID move) {
        groups.findById(group.id()).merge(into.id(), clock.instant());
        record("group.merged", group, move, into.id());
    }

    private void record(String type, GroupRef group, UUID move, UUID into) {
        journal.append(new Event(type, group.id(), group.id(), group.path().value(), null, null)
                .with("move", move)
                .with("into", into));
    }
}
