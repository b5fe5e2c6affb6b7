package org.barnstorm.task.series;

import static org.barnstorm.authority.Capability.TASK_EDIT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Budget;
import org.barnstorm.authority.Budgets;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.group.Groups;
import org.barnstorm.mandate.Probation;
import org.barnstorm.platform.http.IfMatch;
import org.barnstorm.platform.http.MergePatch;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.time.Timestamps;
import org.barnstorm.task.InstanceView;
import org.barnstorm.task.Instances;

/**
 * Editing one occurrence of a series and the following: another series goes on from there, and tasks in which there is
 * nobody become tasks of it. Those that people have a place in stay exactly as these people know them.
 */
@ApplicationScoped
@Transactional
class SeriesSplitService {
    private final SeriesRepository series;
    private final SeriesSight sight;
    private final SeriesChecks checks;
    private final SeriesMaker maker;
    private final SeriesJournal journal;
    private final Instances instances;
    private final Probation probation;
    private final Budgets budgets;
    private final Groups groups;
    private final Authority authority;
    private final MergePatch.Patcher patcher;
    private final Clock clock;

    SeriesSplitService(
            SeriesRepository series,
            SeriesSight sight,
            SeriesChecks checks,
            SeriesMaker maker,
            SeriesJournal journal,
            Instances instances,
            Probation probation,
            Budgets budgets,
            Groups groups,
            Authority authority,
            MergePatch.Patcher patcher,
            Clock clock) {
        this.series = series;
        this.sight = sight;
        this.checks = checks;
        this.maker = maker;
        this.journal = journal;
        this.instances = instances;
        this.probation = probation;
        this.budgets = budgets;
        this.groups = groups;
        this.authority = authority;
        this.patcher = patcher;
        this.clock = clock;
    }

    /** @param from the first occurrence that is to be different */
    SeriesSplit split(Caller caller, UUID id, LocalDateTime from, IfMatch expected, MergePatch patch) {
        var old = sight.require(caller, id);
        var group = groups.withId(old.groupId());
        var mandate = authority.holds(caller, TASK_EDIT, group);
        probation.requireOver(caller, group);
        series.lock(old);
        expected.require(old.version());
        var now = Timestamps.now(clock);
        old.requireGoingOn(from, now);
        var content = checks.checked(patcher.apply(patch, old.from(from)), group);
        if (!content.recurrence().at(content.start()).isAfter(now)) throw begunAlready();
        var next = old.split(from, content, caller.memberId(), now);
        var moves = new Moves(caller, mandate, group.path(), old, next, now);
        moves.look(from);
        series.persist(next);
        journal.record("series.split", old, caller, mandate, "next", next.id());
        journal.record("series.continued", next, caller, mandate, "previous", old.id());
        moves.make();
        budgets.spend(caller, Budget.TASKS, Math.max(1, maker.makeAhead(old) + maker.makeAhead(next)), group);
        return moves.answer();
    }

    private static Refusal begunAlready() {
        return Refusal.conflict("occurrence-over", "That time has come already. Choose a later one.");
    }

    /** What becomes of the tasks that have been made. */
    private final class Moves {
        private final Caller caller;
        private final UUID mandate;
        private final GroupPath group;
        private final Series old;
        private final Series next;
        private final Instant now;
        private final List<InstanceView> kept = new ArrayList<>();
        private List<InstanceView> made;
        private Map<LocalDateTime, LocalDateTime> successors;
        private int changed;
        private int dropped;

        Moves(Caller caller, UUID mandate, GroupPath group, Series old, Series next, Instant now) {
            this.caller = caller;
            this.mandate = mandate;
            this.group = group;
            this.old = old;
            this.next = next;
            this.now = now;
        }

        /** Locks the tasks, and leaves out what stands for those that stay as they are. */
        void look(LocalDateTime from) {
            made = instances.lockFrom(old.id(), from);
            successors = successors(from);
            Set<LocalDateTime> stay = new HashSet<>(old.skipped());
            for (var instance : made) {
                if (!instance.isFree()) stay.add(instance.occurrence());
                if (!instance.isFree() && !instance.isCancelled()) kept.add(instance);
            }
            stay.retainAll(successors.keySet());
            next.leaveOut(stay.stream().map(successors::get).toList());
        }

        void make() {
            for (var instance : made) {
                if (instance.isFree()) move(instance, successors.get(instance.occurrence()));
            }
        }

        private Map<LocalDateTime, LocalDateTime> successors(LocalDateTime from) {
            Set<LocalDateTime> times = new HashSet<>();
            for (var time : old.skipped()) {
                if (!time.isBefore(from)) times.add(time);
            }
            for (var instance : made) times.add(instance.occurrence());
            return new Successors(old.recurrence(), from, next.recurrence()).of(times);
        }

        private void move(InstanceView instance, LocalDateTime successor) {
            if (successor == null
                    || !next.wants(successor)
                    || !next.recurrence().at(successor).isAfter(now)) {
                instances.drop(caller, mandate, instance.taskId());
                dropped++;
                return;
            }
            var task = next.content().task(group, successor);
            instances.change(caller, mandate, instance.taskId(), next.id(), successor, task);
            changed++;
        }

        SeriesSplit answer() {
            maker.count("changed", changed);
            maker.count("dropped", dropped);
            maker.count("kept", kept.size());
            return new SeriesSplit(sight.whole(next), old.id(), changed, dropped, kept);
        }
    }
}
