package org.barnstorm.practice.renewal;

import static org.barnstorm.authority.Capability.COURSE_MANAGE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
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

/** Saying which work renews a course's qualification. Every member may see it. */
@ApplicationScoped
@Transactional
class RenewalService {
    private final RenewalRepository renewals;
    private final Courses courses;
    private final Kinds kinds;
    private final Mandates mandates;
    private final Authority authority;
    private final Journal journal;

    RenewalService(
            RenewalRepository renewals,
            Courses courses,
            Kinds kinds,
            Mandates mandates,
            Authority authority,
            Journal journal) {
        this.renewals = renewals;
        this.courses = courses;
        this.kinds = kinds;
        this.mandates = mandates;
        this.authority = authority;
        this.journal = journal;
    }

    /** What was put, and whether it is new. */
    record Put(RenewalView renewal, boolean isNew) {}

    RenewalView show(Caller caller, UUID courseId) {
        courses.withId(courseId);
        return renewals.of(courseId).map(RenewalView::of).orElseThrow(() -> Refusal.notFound("rule for renewals"));
    }

    /** What the course awards is awarded anew: who sets this could hand it on themselves. */
    Put put(Caller caller, UUID courseId, PutCondition condition, RenewalContent content) {
        var seen = courses.withId(courseId);
        var mandate = authority.holds(caller, COURSE_MANAGE, seen.group());
        if (seen.awards() != null) mandates.requireMayAward(caller, seen.awards(), seen.group());
        if (content.work() != null)
            kinds.require(seen.group().id(), content.work().kind());
        courses.lock(courseId);
        var found = renewals.lock(courseId);
        condition.require(found.map(Renewal::version));
        var rule = found.orElseGet(() -> new Renewal(courseId, content, caller.memberId()));
        if (found.isPresent()) rule.set(content, caller.memberId());
        else renewals.persist(rule);
        renewals.flush();
        record(rule, seen, caller, mandate);
        return new Put(RenewalView.of(rule), found.isEmpty());
    }

    private void record(Renewal rule, CourseRef course, Caller caller, UUID mandate) {
        var work = rule.work();
        journal.append(new Event(
                        "renewal.set",
                        rule.id(),
                        course.group().id(),
                        course.group().path().value(),
                        caller.memberId(),
                        mandate)
                .with("course", course.id())
                .with("kind", work == null ? null : work.kind())
                .with("results", work == null ? null : work.results())
                .with("months", work == null ? null : work.months()));
    }
}
