package org.barnstorm.mandate;

import static org.barnstorm.authority.Capability.MANDATE_GRANT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.problem.Refusal;

/** Setting and showing what a part of the tree asks of grants. */
@ApplicationScoped
@Transactional
class RuleService {
    private final RuleRepository repository;
    private final Rules rules;
    private final Mandates mandates;
    private final MandateAuthority authority;
    private final Groups groups;
    private final Journal journal;
    private final Clock clock;

    RuleService(
            RuleRepository repository,
            Rules rules,
            Mandates mandates,
            MandateAuthority authority,
            Groups groups,
            Journal journal,
            Clock clock) {
        this.repository = repository;
        this.rules = rules;
        this.mandates = mandates;
        this.authority = authority;
        this.groups = groups;
        this.journal = journal;
        this.clock = clock;
    }

    /** Everybody may know them: who wants to be vouched for, and who wonders why a grant waits. */
    RulesView show(Caller caller, GroupPath path) {
        return view(groups.at(path));
    }

    RulesView set(Caller caller, GroupPath path, NewRules wanted) {
        var group = groups.at(path);
        var under = authorityOver(caller, group, wanted);
        if (wanted.vouching() != null) {
            mandates.requireMayAward(caller, wanted.vouching().capabilities(), group, "what vouches are to earn");
        }
        var rule = repository.lockAt(group.id()).orElseGet(() -> new Rule(group.id()));
        // The platform's admin drops what needs two people, and decides nothing else.
        var vouching = under == null ? rule.vouching().orElse(null) : wanted.rule();
        rule.set(wanted.twoPerson(), vouching, caller.memberId(), clock.instant());
        repository.persist(rule);
        journal.append(new Event("rule.set", rule.id(), group.id(), group.path().value(), caller.memberId(), under)
                .with("twoPerson", new TreeSet<>(rule.twoPerson()))
                .with(
                        "vouches",
                        wanted.vouching() == null ? null : wanted.vouching().needed()));
        return view(group);
    }

    /** One person alone must not be able to drop the rule that keeps them from acting alone. */
    private UUID authorityOver(Caller caller, GroupRef group, NewRules wanted) {
        var dropped = repository
                .lockAt(group.id())
                .map(rule -> new HashSet<>(rule.twoPerson()))
                .orElseGet(HashSet::new);
        dropped.removeAll(wanted.twoPerson());
        if (dropped.isEmpty()) return authority.holds(caller, MANDATE_GRANT, group);
        var above = group.path().parent();
        if (above.isPresent() && caller.may(MANDATE_GRANT, above.get())) {
            return authority.holds(caller, MANDATE_GRANT, groups.at(above.get()));
        }
        if (above.isEmpty() && caller.isAdmin() && wanted.vouching() == null) return null;
        caller.require(MANDATE_GRANT, group.path());
        throw Refusal.forbidden(
                "rule-from-above",
                "Only a lead of a group further up, or the platform's admin for a movement, drops what needs two people.");
    }

    private RulesView view(GroupRef group) {
        var own = repository.at(List.of(group.id())).stream().findFirst();
        var vouching = rules.vouching(group)
                .map(rule -> RulesView.Earned.of(
                        rule.vouching().orElseThrow(),
                        groups.withId(rule.groupId()).path()));
        return new RulesView(
                own.map(Rule::id).orElse(null),
                group.path(),
                new TreeSet<>(rules.twoPerson(group)),
                vouching.orElse(null));
    }
}
