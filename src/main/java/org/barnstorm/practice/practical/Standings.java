package org.barnstorm.practice.practical;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.barnstorm.group.Groups;
import org.barnstorm.task.VerifiedResults;
import org.barnstorm.task.VerifiedResults.Worker;
import org.barnstorm.training.Courses;
import org.barnstorm.training.content.ModuleKind;
import org.barnstorm.training.enrolment.AttestedSteps;
import org.barnstorm.training.enrolment.AttestedSteps.AttestedStep;

/**
 * How far learners are with practicals. Only work in the course's group and below it counts: who verifies elsewhere has no
 * say in what is learnt here.
 */
@ApplicationScoped
class Standings {
    private final PracticalRepository practicals;
    private final SignOffRepository signOffs;
    private final AttestedSteps steps;
    private final VerifiedResults work;
    private final Courses courses;
    private final Groups groups;

    Standings(
            PracticalRepository practicals,
            SignOffRepository signOffs,
            AttestedSteps steps,
            VerifiedResults work,
            Courses courses,
            Groups groups) {
        this.practicals = practicals;
        this.signOffs = signOffs;
        this.steps = steps;
        this.work = work;
        this.courses = courses;
        this.groups = groups;
    }

    /** Of all practicals that somebody has in courses that they are taking, done or not. */
    List<Standing> of(UUID memberId) {
        var all = steps.of(memberId).stream()
                .filter(step -> step.kind() == ModuleKind.PRACTICAL)
                .toList();
        var rules = practicals.of(all.stream().map(AttestedStep::courseId).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Standings::key, Function.identity()));
        return all.stream()
                .map(step -> of(rules.get(key(step)), List.of(step)).get(0))
                .toList();
    }

    /** Of several learners with the practical of one rule. */
    List<Standing> of(Practical rule, List<AttestedStep> open) {
        var results = results(rule, open);
        var signed = signed(rule, open);
        return IntStream.range(0, open.size())
                .mapToObj(i -> standing(rule, open.get(i), results.get(i), signed))
                .toList();
    }

    private static Standing standing(Practical rule, AttestedStep step, long results, Collection<SignOff> signed) {
        return new Standing(
                step,
                rule,
                results,
                signed.stream()
                        .filter(each -> counts(each, step))
                        .map(SignOff::signedBy)
                        .distinct()
                        .count());
    }

    private List<Long> results(Practical rule, List<AttestedStep> open) {
        if (rule == null || rule.content().work() == null) return Collections.nCopies(open.size(), 0L);
        var workers = open.stream()
                .map(step -> new Worker(step.memberId(), step.since()))
                .toList();
        var where = groups.branch(courses.withId(rule.courseId()).group().path());
        return work.counts(workers, rule.content().work().kind(), where);
    }

    private Collection<SignOff> signed(Practical rule, List<AttestedStep> open) {
        if (rule == null || rule.content().signOffs() == null) return List.of();
        return signOffs.of(open.stream().map(AttestedStep::enrolmentId).toList());
    }

    private static boolean counts(SignOff each, AttestedStep step) {
        return each.enrolmentId().equals(step.enrolmentId())
                && each.module().equals(step.module())
                && each.signedAt().isAfter(step.since());
    }

    private static List<Object> key(Practical rule) {
        return List.of(rule.courseId(), rule.module());
    }

    private static List<Object> key(AttestedStep step) {
        return List.of(step.courseId(), step.module());
    }
}
