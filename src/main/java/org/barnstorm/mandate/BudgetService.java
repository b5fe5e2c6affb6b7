package org.barnstorm.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.UUID;
import org.barnstorm.authority.Budget;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;

/** Shows people what they may do today. */
@ApplicationScoped
@Transactional
class BudgetService {
    private final BudgetRepository budgets;
    private final Trust trust;
    private final Probation probation;
    private final TrustRules rules;
    private final Groups groups;

    BudgetService(BudgetRepository budgets, Trust trust, Probation probation, TrustRules rules, Groups groups) {
        this.budgets = budgets;
        this.trust = trust;
        this.probation = probation;
        this.rules = rules;
        this.groups = groups;
    }

    BudgetsView mine(Caller caller, GroupPath path) {
        var group = groups.at(path);
        var standing = trust.standing(caller.memberId(), group);
        var used = budgets.used(caller.memberId());
        var items = Arrays.stream(Budget.values())
                .map(budget ->
                        new BudgetsView.Item(budget, rules.daily(standing, budget), used.getOrDefault(budget, 0)))
                .toList();
        var refill = budgets.refill();
        return new BudgetsView(path, standing, probation(caller.memberId(), group), items, refill.at());
    }

    private BudgetsView.ProbationView probation(UUID memberId, GroupRef group) {
        if (!probation.isOn(memberId, group)) return null;
        var rule = rules.probation();
        return new BudgetsView.ProbationView(probation.opened(memberId, group), rule.tasks(), rule.days());
    }
}
