package org.barnstorm.practice.practical;

import static org.barnstorm.authority.Capability.COURSE_MANAGE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Caller;
import org.barnstorm.mandate.Mandates;
import org.barnstorm.platform.http.PutCondition;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.task.kind.Kinds;
import org.barnstorm.training.CourseRef;
import org.barnstorm.training.Courses;
import org.barnstorm.training.content.ModuleKind;
import org.barnstorm.training.content.Versions;

/** What makes practicals done, and how far one is with one's own. */
@ApplicationScoped
@Transactional
class PracticalService {
    private final PracticalRepository practicals;
    private final Standings standings;
    private final Courses courses;
    private final Versions versions;
    private final Kinds kinds;
    private final Mandates mandates;
    private final Authority authority;
    private final Journal journal;

    PracticalService(
            PracticalRepository practicals,
            Standings standings,
            Courses courses,
            Versions versions,
            Kinds kinds,
            Mandates mandates,
            Authority authority,
            Journal journal) {
        this.practicals = practicals;
        this.standings = standings;
        this.courses = courses;
        this.versions = versions;
        this.kinds = kinds;
        this.mandates = mandates;
        this.authority = authority;
        this.journal = journal;
    }

    /** What was put, and whether it is new. */
    record Put(PracticalView practical, boolean isNew) {}

    /** Who says what is enough for what the course awards could hand that on themselves, as who publishes its modules. */
    Put put(Caller caller, UUID courseId, String module, PutCondition condition, PracticalContent content) {
        var seen = courses.withId(courseId);
        var mandate = authority.holds(caller, COURSE_MANAGE, seen.group());
        if (seen.awards() != null) mandates.requireMayAward(caller, seen.awards(), seen.group());
        requirePractical(courseId, module);
        if (content.work() != null)
            kinds.require(seen.group().id(), content.work().kind());
        courses.lock(courseId);
        var found = practicals.lock(courseId, module);
        condition.require(found.map(Practical::version));
        var rule = found.orElseGet(() -> new Practical(courseId, module, content, caller.memberId()));
        if (found.isPresent()) rule.set(content, caller.memberId());
        else practicals.persist(rule);
        practicals.flush();
        record(rule, seen, caller, mandate);
        return new Put(PracticalView.of(rule), found.isEmpty());
    }

    List<PracticalView> ofCourse(Caller caller, UUID courseId) {
        courses.withId(courseId);
        return practicals.of(List.of(courseId)).stream().map(PracticalView::of).toList();
    }

    List<PracticalStandingView> mine(Caller caller) {
        return standings.of(caller.memberId()).stream()
                .map(PracticalStandingView::of)
                .toList();
    }

    private void requirePractical(UUID courseId, String module) {
        var known = versions.latest(courseId)
                .flatMap(version -> version.modules().find(module))
                .filter(each -> each.kind() == ModuleKind.PRACTICAL);
        if (known.isPresent()) return;
        throw Refusal.invalid(
                "unknown-module",
                "The newest version of the course has no module \"" + module + "\" of the kind PRACTICAL.");
    }

    private void record(Practical rule, CourseRef course, Caller caller, UUID mandate) {
        var work = rule.content().work();
        journal.append(new Event(
                        "practical.set",
                        rule.id(),
                        course.group().id(),
                        course.group().path().value(),
                        caller.memberId(),
                        mandate)
                .with("course", course.id())
                .with("kind", work == null ? null : work.kind())
                .with("results", work == null ? null : work.results())
                .with("signOffs", rule.content().signOffs()));
    }
}
