package org.barnstorm.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.problem.Refusal;

/**
 * Whether somebody's tasks are looked at before others can claim them. Not those of people who may release the tasks of
 * others there. What has been open in one group of a movement counts in all of them. It is computed each time, from tasks
 * that have been open, whatever became of them: it ends by itself, and does not begin again.
 */
@ApplicationScoped
public class Probation {
    private final MandateRepository mandates;
    private final OpenedTasks tasks;
    private final Groups groups;
    private final TrustRules rules;
    private final RandomGenerator chance;

    Probation(MandateRepository mandates, OpenedTasks tasks, Groups groups, TrustRules rules, RandomGenerator chance) {
        this.mandates = mandates;
        this.tasks = tasks;
        this.groups = groups;
        this.rules = rules;
        this.chance = chance;
    }

    /** Whether somebody may make or change tasks there now, and is not trusted to open them. */
    public boolean isOn(UUID memberId, GroupRef group) {
        return !rules.probation().isOff() && isOn(memberId, group, acting(memberId, group));
    }

    /** @param here their live mandates that reach the group */
    boolean isOn(UUID memberId, GroupRef group, List<Mandate> here) {
        return here.stream()
                        .anyMatch(mandate -> has(mandate, Capability.TASK_CREATE) || has(mandate, Capability.TASK_EDIT))
                && !hasServed(memberId, group, here);
    }

    /** Whether somebody is trusted to open tasks, or was before their mandate ended. */
    public boolean hasServed(UUID memberId, GroupRef group) {
        return rules.probation().isOff() || hasServed(memberId, group, acting(memberId, group));
    }

    /** With those within limits: who makes tasks of one campaign is looked at, too. */
    private List<Mandate> acting(UUID memberId, GroupRef group) {
        return Trust.covering(mandates.actingOf(memberId), groups, group);
    }

    private boolean hasServed(UUID memberId, GroupRef group, List<Mandate> here) {
        var rule = rules.probation();
        if (rule.isOff() || here.stream().anyMatch(Probation::isTrusted)) return true;
        return opened(memberId, group) >= rule.tasks() && isOldEnough(memberId, group, rule);
    }

    /** Whether chance has it that the next task of somebody on probation is looked at. */
    public boolean isDrawn() {
        return chance.nextInt(100) < rules.probation().percent();
    }

    /** How many of their tasks have been open, as far as it matters. */
    int opened(UUID memberId, GroupRef group) {
        var needed = rules.probation().tasks();
        return needed == 0 ? 0 : tasks.by(memberId, groups.movement(group).id(), needed);
    }

    /** By their first mandate for it, whether or not that goes on: a new term does not begin a new probation. */
    private boolean isOldEnough(UUID memberId, GroupRef group, TrustRules.Probationary rule) {
        if (rule.days() == 0) return true;
        var latest = mandates.databaseTime().minus(Duration.ofDays(rule.days()));
        return mandates.couldMakeTasksBefore(memberId, groups.line(group), latest);
    }

    /** Refuses to let somebody on probation change what nobody would look at again. */
    public void requireOver(Caller caller, GroupRef group) {
        if (isOn(caller.memberId(), group)) {
            throw Refusal.forbidden(
                    "on-probation",
                    "Your tasks are looked at before they open, so what people read in one that has been released is"
                            + " changed by somebody else: ask a lead of the group.");
        }
    }

    /**
     * Who may release the tasks of others there; and a program, for which somebody else has decided. Of a limited mandate
     * nobody can say for which of the tasks to come it is good.
     */
    private static boolean isTrusted(Mandate mandate) {
        return mandate.source() == Source.BOUND || mandate.limits().isNone() && has(mandate, Capability.TASK_REVIEW);
    }

    private static boolean has(Mandate mandate, Capability capability) {
        return mandate.capabilities().contains(capability);
    }
}
