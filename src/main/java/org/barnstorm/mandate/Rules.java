package org.barnstorm.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;

/**
 * Which rules hold in a group. What needs two people adds up on the way to the root, so that nobody further down weakens it;
 * what vouches earn is said by the nearest group that says it.
 */
@ApplicationScoped
class Rules {
    private final RuleRepository rules;
    private final Groups groups;

    Rules(RuleRepository rules, Groups groups) {
        this.rules = rules;
        this.groups = groups;
    }

    boolean needsTwo(GroupRef group, Collection<Capability> granted) {
        return !Collections.disjoint(twoPerson(group), granted);
    }

    Set<Capability> twoPerson(GroupRef group) {
        var needTwo = EnumSet.noneOf(Capability.class);
        for (var rule : rules.at(groups.line(group))) needTwo.addAll(rule.twoPerson());
        return needTwo;
    }

    /** The rule about vouches that holds here, and which group says it. */
    Optional<Rule> vouching(GroupRef group) {
        List<UUID> line = groups.line(group);
        Map<UUID, Rule> found = rules.at(line).stream()
                .filter(rule -> rule.vouching().isPresent())
                .collect(Collectors.toMap(Rule::groupId, Function.identity()));
        return line.stream().filter(found::containsKey).map(found::get).findFirst();
    }
}
