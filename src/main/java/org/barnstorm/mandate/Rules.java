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

    /** What holds in a group: what two people grant, and what vouches earn, if anything. */
    record Local(Set<Capability> twoPerson, Optional<Rule.Vouching> vouching) {}

    /** What holds in each of these groups, by its id, in one statement. */
    Map<UUID, Local> in(Collection<GroupRef> wanted) {
        var lines = wanted.stream().distinct().collect(Collectors.toMap(GroupRef::id, groups::line));
        var all = lines.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        if (all.isEmpty()) return Map.of();
        var found = rules.at(all).stream().collect(Collectors.toMap(Rule::groupId, Function.identity()));
        return lines.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, line -> local(line.getValue(), found)));
    }

    private static Local local(List<UUID> line, Map<UUID, Rule> found) {
        var here = line.stream().filter(found::containsKey).map(found::get).toList();
        var needTwo = EnumSet.noneOf(Capability.class);
        here.forEach(rule -> needTwo.addAll(rule.twoPerson()));
        return new Local(
                needTwo, here.stream().flatMap(rule -> rule.vouching().stream()).findFirst());
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
