package org.barnstorm.task.series;

import static org.barnstorm.authority.Capability.TASK_CREATE;
import static org.barnstorm.authority.Capability.TASK_EDIT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Budget;
import org.barnstorm.authority.Budgets;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.group.Groups;
import org.barnstorm.mandate.Probation;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.time.Timestamps;
import org.barnstorm.task.InstanceView;
import org.barnstorm.task.Instances;
import org.barnstorm.task.template.Templates;

/** Making, finding and ending series, and leaving one of their times out. */
@ApplicationScoped
@Transactional
class SeriesService {
    private final SeriesRepository series;
    private final SeriesSight sight;
    private final SeriesChecks checks;
    private final SeriesMaker maker;
    private final SeriesJournal journal;
    private final Templates templates;
    private final Instances instances;
    private final Probation probation;
    private final Budgets budgets;
    private final Groups groups;
    private final Authority authority;
    private final Clock clock;

    SeriesService(
            SeriesRepository series,
            SeriesSight sight,
            SeriesChecks checks,
            SeriesMaker maker,
            SeriesJournal journal,
            Templates templates,
            Instances instances,
            Probation probation,
            Budgets budgets,
            Groups groups,
            Authority authority,
            Clock clock) {
        this.series = series;
        this.sight = sight;
        this.checks = checks;
        this.maker = maker;
        this.journal = journal;
        this.templates = templates;
        this.instances = instances;
        this.probation = probation;
        this.budgets = budgets;
        this.groups = groups;
        this.authority = authority;
        this.clock = clock;
    }

    /** The tasks that are near are made at once, so that whoever made the series sees what it does. */
    SeriesView create(Caller caller, NewSeries wanted) {
        var group = groups.at(wanted.group());
        var mandate = authority.holds(caller, TASK_CREATE, group);
        if (wanted.opensAtOnce()) authority.holds(caller, TASK_EDIT, group);
        var template = wanted.templateId();
        var plan = template == null ? Templates.Plan.EMPTY : templates.plan(caller, template, group.path());
        var content = checks.checked(wanted.content(plan, groups.zone(group)), group);
        var made = new Series(group.id(), template, content, caller.memberId(), now());
        if (probation.isOn(caller.memberId(), group)) made.onProbation();
        series.persist(made);
        journal.record("series.created", made, caller, mandate);
        budgets.spend(caller, Budget.TASKS, Math.max(1, maker.makeAhead(made)), group); // one that begins later too
        return sight.whole(made);
    }

    /** Those of a group and of the groups below it. */
    Slice<SeriesView> list(Caller caller, GroupPath branch, Window window) {
        groups.at(branch);
        sight.requireOver(caller, branch);
        return Slice.of(
                window,
                series.ofGroups(groups.branch(branch), window),
                found -> List.of(found.id().toString()),
                sight::listed);
    }

    SeriesView show(Caller caller, UUID id) {
        return sight.whole(sight.require(caller, id));
    }

    /** Leaves one time out. A task in which somebody has a place is theirs: it is not dropped without telling them. */
    SeriesView skip(Caller caller, UUID id, Skip skip) {
        var found = sight.require(caller, id);
        var mandate = authority.holds(caller, TASK_EDIT, groups.withId(found.groupId()));
        series.lock(found);
        found.skip(skip.occurrence(), now());
        journal.record("series.skipped", found, caller, mandate, "occurrence", skip.occurrence());
        instances
                .lock(id, skip.occurrence())
                .filter(instance -> !instance.isCancelled())
                .ifPresent(instance -> drop(caller, mandate, instance));
        maker.makeAhead(found);
        return sight.whole(found);
    }

    /** Makes no more tasks, and drops those to come in which there is nobody. */
    SeriesView end(Caller caller, UUID id) {
        var found = sight.require(caller, id);
        var mandate = authority.holds(caller, TASK_EDIT, groups.withId(found.groupId()));
        series.lock(found);
        var now = now();
        found.end(now);
        journal.record("series.ended", found, caller, mandate);
        var dropped = 0;
        for (var instance : instances.lockFrom(id, found.recurrence().local(now).minusDays(1))) {
            if (!instance.isFree() || !instance.startsAt().isAfter(now)) continue;
            instances.drop(caller, mandate, instance.taskId());
            dropped++;
        }
        maker.count("dropped", dropped);
        return sight.whole(found);
    }

    private void drop(Caller caller, UUID mandate, InstanceView instance) {
        if (!instance.isEmpty()) {
            throw Refusal.conflict(
                            "occurrence-taken",
                            "Places in the task of that time are taken: " + instance.holders()
                                    + ". Cancel the task itself, and they are told.")
                    .with("task", instance.taskId())
                    .with("holders", instance.holders());
        }
        instances.drop(caller, mandate, instance.taskId());
        maker.count("dropped", 1);
    }

    private Instant now() {
        return Timestamps.now(clock);
    }
}
