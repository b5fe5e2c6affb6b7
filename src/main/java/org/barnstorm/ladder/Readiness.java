package org.barnstorm.ladder;

import static java.util.Map.entry;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.mandate.Holders;
import org.barnstorm.training.Courses;
import org.barnstorm.training.Learnt;
import org.barnstorm.training.enrolment.Enrolments;

/** Who of many people is ready for more, and why: the same few statements for all of them. */
@ApplicationScoped
class Readiness {
    /** So many qualifications of one person are named, the newest. */
    private static final int OF_ONE_PERSON = 3;

    private final Enrolments enrolments;
    private final Learnt learnt;
    private final Courses courses;
    private final Holders holders;
    private final Groups groups;

    Readiness(Enrolments enrolments, Learnt learnt, Courses courses, Holders holders, Groups groups) {
        this.enrolments = enrolments;
        this.learnt = learnt;
        this.courses = courses;
        this.holders = holders;
        this.groups = groups;
    }

    /** What the features say. */
    private record Findings(
            List<Enrolments.Waiting> waiting,
            List<Holders.Holding> pending,
            List<Learnt.Counting> qualified,
            List<Holders.Vouched> vouched) {}

    /**
     * The reasons of those who have any.
     *
     * @param people each with the groups of the branch in which they are an active member
     * @param above groups above the branch: who holds something there holds it here too
     */
    Map<UUID, List<ReadyReason>> of(Map<UUID, Set<UUID>> people, Collection<UUID> branch, Collection<UUID> above) {
        var reach = new HashSet<>(branch);
        reach.addAll(above);
        var holding = holders.among(people.keySet(), reach);
        var waiting = enrolments.waiting(people.keySet(), branch).stream()
                .filter(each -> people.get(each.memberId()).contains(each.groupId())) // others cannot be confirmed
                .toList();
        var qualified = learnt.among(people.keySet(), branch, OF_ONE_PERSON).stream()
                .filter(each -> !holding.contains(each.memberId()))
                .toList();
        return reasons(new Findings(
                waiting, holders.pending(people.keySet(), branch), qualified, holders.nearlyVouched(people)));
    }

    private Map<UUID, List<ReadyReason>> reasons(Findings found) {
        var titles = courses.titles(Stream.concat(
                        found.waiting().stream().map(Enrolments.Waiting::courseId),
                        found.qualified().stream().map(Learnt.Counting::courseId))
                .collect(Collectors.toSet()));
        var where = places(found);
        return Stream.of(
                        found.waiting().stream()
                                .map(each -> entry(
                                        each.memberId(),
                                        ReadyReason.confirmation(
                                                where.get(each.groupId()), titles.get(each.courseId()), each))),
                        found.pending().stream()
                                .map(each -> entry(
                                        each.memberId(),
                                        ReadyReason.secondPerson(
                                                where.get(each.group().id()), each))),
                        found.qualified().stream()
                                .map(each -> entry(
                                        each.memberId(),
                                        ReadyReason.qualified(
                                                where.get(each.groupId()), titles.get(each.courseId()), each))),
                        found.vouched().stream()
                                .map(each -> entry(
                                        each.memberId(),
                                        ReadyReason.vouched(
                                                where.get(each.group().id()), each))))
                .flatMap(each -> each)
                .sorted(Comparator.comparing(each -> each.getValue().code()))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private Map<UUID, NamedGroup> places(Findings found) {
        Set<UUID> ids = Stream.of(
                        found.waiting().stream().map(Enrolments.Waiting::groupId),
                        found.pending().stream().map(each -> each.group().id()),
                        found.qualified().stream().map(Learnt.Counting::groupId),
                        found.vouched().stream().map(each -> each.group().id()))
                .flatMap(each -> each)
                .collect(Collectors.toSet());
        return named(groups.withIds(ids).values());
    }

    /** Groups as people call them, by their ids. */
    Map<UUID, NamedGroup> named(Collection<GroupRef> refs) {
        var names = groups.names(refs.stream().map(GroupRef::id).collect(Collectors.toSet()));
        return refs.stream()
                .distinct()
                .collect(Collectors.toMap(GroupRef::id, group -> new NamedGroup(group.path(), names.get(group.id()))));
    }
}
