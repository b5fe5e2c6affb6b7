package org.barnstorm.mandate;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.barnstorm.authority.Budget;
import org.barnstorm.authority.Budgets;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;

/** Counts in the database, in the transaction of what is counted: what is undone was not counted either. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class DailyBudgets implements Budgets {
    private final BudgetRepository budgets;
    private final Trust trust;
    private final TrustRules rules;
    private final MeterRegistry meters;

    DailyBudgets(BudgetRepository budgets, Trust trust, TrustRules rules, MeterRegistry meters) {
        this.budgets = budgets;
        this.trust = trust;
        this.rules = rules;
        this.meters = meters;
    }

    @Override
    public void spend(Caller caller, Budget budget, int amount, GroupRef where) {
        if (amount == 0) return;
        var most = most(caller, budget, where);
        if (!budgets.spend(caller.memberId(), budget, amount, most)) throw spent(caller, budget, amount, most);
    }

    @Override
    public <R> Window look(Caller caller, GroupRef where, Window window, List<R> found, Function<R, UUID> person) {
        var rows = found.subList(0, Math.min(found.size(), window.limit()));
        var people = new LinkedHashSet<UUID>();
        rows.stream().map(person).filter(id -> id != null).forEach(people::add);
        people.remove(caller.memberId());
        if (people.isEmpty()) return window;
        var unseen = budgets.unseen(caller.memberId(), people);
        if (unseen.isEmpty()) return window;
        var hidden = hidden(caller, where, unseen);
        if (hidden.isEmpty()) return window;
        var shown = (int) rows.stream()
                .map(person)
                .takeWhile(id -> id == null || !hidden.contains(id))
                .count();
        if (shown == 0) throw spent(caller, Budget.PEOPLE, 1, most(caller, Budget.PEOPLE, where));
        return new Window(shown, window.after());
    }

    @Override
    public void lookAtAll(Caller caller, GroupRef where, Collection<UUID> people) {
        var reader = caller.memberId();
        var others = new LinkedHashSet<>(people);
        others.remove(reader);
        if (others.isEmpty() || budgets.unseen(reader, others).isEmpty()) return;
        var most = most(caller, Budget.PEOPLE, where);
        var left = Math.max(0, most - budgets.lock(reader, Budget.PEOPLE));
        var unseen = budgets.unseen(reader, others); // another request may have counted some until the lock
        if (unseen.size() > left) throw spent(caller, Budget.PEOPLE, unseen.size(), most);
        budgets.spend(reader, Budget.PEOPLE, budgets.see(reader, unseen, left), most);
    }

    /** Sees as many of them as the day has, under the lock; those who are left stay unseen. */
    private Set<UUID> hidden(Caller caller, GroupRef where, List<UUID> unseen) {
        var reader = caller.memberId();
        var most = most(caller, Budget.PEOPLE, where);
        var left = Math.max(0, most - budgets.lock(reader, Budget.PEOPLE));
        var fresh = left == 0 ? 0 : budgets.see(reader, unseen, left);
        if (fresh > 0) budgets.spend(reader, Budget.PEOPLE, fresh, most);
        return fresh < left ? Set.of() : new HashSet<>(budgets.unseen(reader, unseen));
    }

    private int most(Caller caller, Budget budget, GroupRef where) {
        return rules.daily(trust.standing(caller.memberId(), where), budget);
    }

    private Refusal spent(Caller caller, Budget budget, int amount, int most) {
        meters.counter("barnstorm.budgets.spent", "budget", budget.name()).increment();
        var used = budgets.used(caller.memberId()).getOrDefault(budget, 0);
        var refill = budgets.refill();
        return Refusal.of(
                        Refusal.Kind.SPENT,
                        "budget-spent",
                        "You have " + most + " a day of " + budget.meaning() + ", " + used + " are used, and this is "
                                + amount + " more. It refills at " + refill.at() + ".")
                .with("budget", budget.name())
                .with("limit", most)
                .with("used", used)
                .with("asked", amount)
                .with("refillsAt", refill.at().toString())
                .after(refill.in());
    }
}
