package org.barnstorm.training.content;

import static org.barnstorm.authority.Capability.COURSE_MANAGE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Caller;
import org.barnstorm.mandate.Mandates;
import org.barnstorm.platform.http.IfMatch;
import org.barnstorm.platform.http.PutCondition;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.training.CourseRef;
import org.barnstorm.training.Courses;

/** Writing what a course consists of, and publishing it. */
@ApplicationScoped
@Transactional
class ContentService {
    private final ContentRepository content;
    private final Courses courses;
    private final Authority authority;
    private final Mandates mandates;
    private final Journal journal;
    private final Clock clock;

    ContentService(
            ContentRepository content,
            Courses courses,
            Authority authority,
            Mandates mandates,
            Journal journal,
            Clock clock) {
        this.content = content;
        this.courses = courses;
        this.authority = authority;
        this.mandates = mandates;
        this.journal = journal;
        this.clock = clock;
    }

    /** What was put, and whether it is new. */
    record Put(DraftView draft, boolean isNew) {}

    DraftView draft(Caller caller, UUID courseId) {
        caller.require(COURSE_MANAGE, courses.withId(courseId).group().path());
        return content.draft(courseId).map(DraftView::of).orElseThrow(() -> Refusal.notFound("draft"));
    }

    Put put(Caller caller, UUID courseId, PutCondition condition, Modules modules) {
        var mandate =
                authority.holds(caller, COURSE_MANAGE, courses.withId(courseId).group());
        modules.requireSensible();
        var course = courses.lock(courseId);
        var draft = content.lockDraft(courseId);
        condition.require(draft.map(Draft::version));
        var written = draft.orElseGet(() -> new Draft(courseId, modules));
        if (draft.isPresent()) written.edit(modules);
        else content.persist(written);
        journal.append(event("course.drafted", course, caller, mandate)
                .with("modules", modules.modules().size()));
        return new Put(DraftView.of(written), draft.isEmpty());
    }

    /**
     * Who publishes says what is to be learnt for what the course awards: they could hand that on themselves.
     *
     * @param read the draft as whoever publishes read it: nobody publishes unseen what somebody else wrote meanwhile
     */
    CourseVersionView publish(Caller caller, UUID courseId, IfMatch read, Publication wanted) {
        var seen = courses.withId(courseId);
        var mandate = authority.holds(caller, COURSE_MANAGE, seen.group());
        if (seen.awards() != null) mandates.requireMayAward(caller, seen.awards(), seen.group());
        var course = courses.lock(courseId);
        var draft = content.draft(courseId); // nobody writes it while the course is locked
        draft.ifPresent(written -> read.require(written.version()));
        var modules = draft.map(Draft::modules).orElse(new Modules(List.of()));
        var last = content.latest(courseId);
        if (modules.modules().isEmpty()
                || last.filter(each -> each.modules().equals(modules)).isPresent()) {
            throw Refusal.conflict(
                    "nothing-to-publish", "There is nothing new in the draft. Write its modules first, then publish.");
        }
        var version = new CourseVersion(
                courseId,
                last.map(CourseVersion::number).orElse(0) + 1,
                modules,
                Boolean.TRUE.equals(wanted.catchUp()),
                caller.memberId(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        content.persist(version);
        journal.append(event("course.published", course, caller, mandate)
                .with("version", version.id())
                .with("number", version.number())
                .with("catchUp", version.asksToCatchUp()));
        return CourseVersionView.of(version);
    }

    Slice<CourseVersionView> versions(Caller caller, UUID courseId, Window window) {
        courses.withId(courseId);
        return Slice.of(
                window,
                content.outlines(courseId, window),
                version -> List.of(version.id().toString()),
                version -> version);
    }

    /** What was published last: the answer to a repeated publication. */
    CourseVersionView latest(Caller caller, UUID courseId) {
        return content.latest(courseId).map(CourseVersionView::of).orElseThrow(() -> Refusal.notFound("version"));
    }

    private static Event event(String type, CourseRef course, Caller caller, UUID mandate) {
        return new Event(
                type, course.id(), course.group().id(), course.group().path().value(), caller.memberId(), mandate);
    }
}
