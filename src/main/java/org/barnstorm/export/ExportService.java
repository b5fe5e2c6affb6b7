package org.barnstorm.export;

import static org.barnstorm.authority.Capability.TASK_EDIT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Budget;
import org.barnstorm.authority.Budgets;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.task.TaskExport.Reach;

/** Taking out what lists show: may one, and what is on the next page. */
@ApplicationScoped
@Transactional
class ExportService {
    /** Enough that a page is worth its transaction, and little enough that many exports fit into memory. */
    private static final int PAGE = 1_000;

    private static final int PEOPLE_AT_ONCE = 10_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final Sources sources;
    private final Groups groups;
    private final Members members;
    private final Authority authority;
    private final Budgets budgets;
    private final Journal journal;

    ExportService(
            Sources sources, Groups groups, Members members, Authority authority, Budgets budgets, Journal journal) {
        this.sources = sources;
        this.groups = groups;
        this.members = members;
        this.authority = authority;
        this.budgets = budgets;
        this.journal = journal;
    }

    /**
     * Refuses or counts, and writes down what is about to be read: committed before the first byte, so that no crash hides
     * it. The caller's own row is what the journal's is about, and is locked for that.
     */
    void begin(Caller caller, Order order) {
        var group = require(caller, order);
        members.lock(caller.memberId());
        var mandate = authority.holds(caller, order.kind().needs(), group);
        var source = sources.of(order.kind());
        var reach = reach(caller, order);
        budgets.spend(caller, Budget.EXPORTS, 1, group);
        var people = source.people() == null ? null : look(caller, group, source, reach);
        journal.append(new Event(
                        "member.exported",
                        caller.memberId(),
                        group.id(),
                        group.path().value(),
                        caller.memberId(),
                        mandate)
                .with("kind", order.kind())
                .with("format", order.format())
                .with("below", order.below())
                .with("rows", source.count().applyAsLong(reach))
                .with("people", people));
    }

    /** Counts everybody who will be in it; answers how many they are. */
    private Integer look(Caller caller, GroupRef group, Source<?> source, Reach reach) {
        var sum = 0;
        for (var after = FIRST; after != null; ) {
            var some = source.people().next(reach, after, PEOPLE_AT_ONCE);
            budgets.lookAtAll(caller, group, some);
            sum += some.size();
            after = some.size() < PEOPLE_AT_ONCE ? null : some.get(some.size() - 1);
        }
        return sum;
    }

    /**
     * The next rows, if the caller may have them still. Who came since the export began is counted now.
     *
     * @param after the row before; null for the first
     */
    Source.Rows page(Caller caller, Order order, UUID after) {
        var group = require(caller, order);
        var page = sources.of(order.kind()).page(reach(caller, order), after == null ? FIRST : after, PAGE);
        budgets.lookAtAll(caller, group, page.people());
        return page;
    }

    private GroupRef require(Caller caller, Order order) {
        var group = groups.at(order.group());
        if (!caller.reaches(order.group())) throw Refusal.notFound("group");
        caller.require(order.kind().needs(), order.group());
        return group;
    }

    /** Of the groups that are asked for those in which the capability counts; drafts where one could edit them. */
    private Reach reach(Caller caller, Order order) {
        var asked = order.below()
                ? groups.branch(order.group())
                : Set.of(groups.at(order.group()).id());
        return new Reach(with(caller, order.kind().needs(), asked), with(caller, TASK_EDIT, asked));
    }

    private Set<UUID> with(Caller caller, Capability capability, Set<UUID> asked) {
        return groups.withIds(asked).values().stream()
                .filter(group -> caller.may(capability, group.path()))
                .map(GroupRef::id)
                .collect(Collectors.toSet());
    }
}
