package org.barnstorm.practice.renewal;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;
import org.barnstorm.task.VerifiedResults;
import org.barnstorm.task.VerifiedResults.Worker;
import org.barnstorm.training.Completions;
import org.barnstorm.training.CourseRef;
import org.barnstorm.training.Courses;
import org.barnstorm.training.Qualifications;
import org.barnstorm.training.Qualifications.Proof;
import org.barnstorm.training.content.Versions;

/**
 * Renews qualifications that run out soon by the work that their holders did. Where a lead has the last word on who is
 * qualified, nothing is renewed here: they record it by hand.
 */
@ApplicationScoped
class Renewals {
    private final RenewalRepository renewals;
    private final Qualifications qualifications;
    private final Completions completions;
    private final VerifiedResults work;
    private final Courses courses;
    private final Versions versions;
    private final Members members;
    private final Groups groups;
    private final MeterRegistry meters;
    private final Clock clock;

    Renewals(
            RenewalRepository renewals,
            Qualifications qualifications,
            Completions completions,
            VerifiedResults work,
            Courses courses,
            Versions versions,
            Members members,
            Groups groups,
            MeterRegistry meters,
            Clock clock) {
        this.renewals = renewals;
        this.qualifications = qualifications;
        this.completions = completions;
        this.work = work;
        this.courses = courses;
        this.versions = versions;
        this.members = members;
        this.groups = groups;
        this.meters = meters;
        this.clock = clock;
    }

    /** All of somebody's that are due, under their lock; however often it is asked, each once. */
    boolean renew(UUID memberId) {
        members.lockAll(List.of(memberId));
        var held = qualifications.current(memberId);
        var rules = renewals.byWork(held.stream().map(Proof::courseId).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Renewal::courseId, Function.identity()));
        var due = held.stream()
                .filter(each -> rules.containsKey(each.courseId()))
                .flatMap(each -> due(rules.get(each.courseId()), List.of(each)).stream())
                .toList();
        due.forEach(this::renew);
        return !due.isEmpty();
    }

    private void renew(Proof old) {
        var group = groups.withId(old.groupId());
        completions.earn(
                new Completions.Learner(old.memberId(), group, old.courseId(), old.versionId(), old.id()), null);
        meters.counter("barnstorm.practice.renewals").increment();
    }

    /** Those of these qualifications of one course that its rule renews now. */
    List<Proof> due(Renewal rule, List<Proof> held) {
        if (rule.work() == null) return List.of();
        var course = courses.withId(rule.courseId());
        var now = clock.instant();
        var workers = held.stream()
                .map(each -> new Worker(each.memberId(), rule.work().since(now, each.completedAt())))
                .toList();
        var results = work.counts(
                workers, rule.work().kind(), groups.branch(course.group().path()));
        return IntStream.range(0, held.size())
                .filter(i -> results.get(i) >= rule.work().results())
                .mapToObj(held::get)
                .filter(each -> rule.isFor(each.memberId()) && isRenewable(each, course))
                .toList();
    }

    private boolean isRenewable(Proof old, CourseRef course) {
        var group = groups.withId(old.groupId());
        var publishedBy = old.versionId() == null
                ? null
                : versions.withId(old.versionId()).publishedBy();
        return members.activeGroups(old.memberId()).contains(old.groupId())
                && completions
                        .latest(old.memberId(), old.courseId(), group)
                        .filter(held -> held.id().equals(old.id()) && held.renewable() && held.counts())
                        .isPresent()
                && !completions.needsSecondPerson(old.memberId(), group, course, publishedBy)
                && completions.prerequisites(old.memberId(), course.requires()).isEmpty();
    }
}
