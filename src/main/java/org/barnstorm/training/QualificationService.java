package org.barnstorm.training;

import static org.barnstorm.authority.Capability.COMPLETION_RECORD;
import static org.barnstorm.authority.Capability.QUALIFICATION_READ;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.mandate.Mandates;
import org.barnstorm.member.Members;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.time.Timestamps;

/** Recording completions, with what they award, and showing qualifications. */
@ApplicationScoped
@Transactional
class QualificationService {
    private final QualificationRepository qualifications;
    private final CourseRepository courses;
    private final Members members;
    private final Groups groups;
    private final Authority authority;
    private final Mandates mandates;
    private final Journal journal;
    private final Clock clock;

    QualificationService(
            QualificationRepository qualifications,
            CourseRepository courses,
            Members members,
            Groups groups,
            Authority authority,
            Mandates mandates,
            Journal journal,
            Clock clock) {
        this.qualifications = qualifications;
        this.courses = courses;
        this.members = members;
        this.groups = groups;
        this.authority = authority;
        this.mandates = mandates;
        this.journal = journal;
        this.clock = clock;
    }

    /** Records a completion and, in the same transaction, what the course awards for it. */
    QualificationView complete(Caller caller, UUID courseId, NewCompletion completion) {
        var course = courses.findByIdOptional(courseId).orElseThrow(() -> Refusal.notFound("course"));
        var group = groups.at(completion.group());
        if (!groups.withId(course.groupId()).path().covers(group.path())) {
            throw Refusal.invalid("outside-course", "This course cannot be taken in " + group.path() + ".");
        }
        caller.require(COMPLETION_RECORD, group.path());
        members.requireActive(completion.memberId(), group);
        var mandate = authority.holds(caller, COMPLETION_RECORD, group);
        var qualification = qualify(caller, course, group, completion);
        journal.append(new Event(
                        "qualification.recorded",
                        qualification.id(),
                        group.id(),
                        group.path().value(),
                        caller.memberId(),
                        mandate)
                .with("member", qualification.memberId())
                .with("course", course.id())
                .with("expires", qualification.expiresAt()));
        var recorder = new Mandates.Recorder(caller.memberId(), mandate);
        return QualificationView.of(
                qualification, course.title(), group.path(), award(course, qualification, group, recorder));
    }

    QualificationView show(Caller caller, UUID id) {
        var qualification = qualifications
                .findByIdOptional(id)
                .filter(found -> sees(caller, found))
                .orElseThrow(() -> Refusal.notFound("qualification"));
        return view(qualification, courses.findById(qualification.courseId()).title());
    }

    /** Somebody's qualifications: one's own, or those earned where the caller may see them. */
    Slice<QualificationView> list(Caller caller, UUID memberId, Window window) {
        var found = qualifications.of(memberId, window);
        var titles = courses.titles(found.stream().map(Qualification::courseId).toList());
        var page = Slice.of(
                window, found, qualification -> List.of(qualification.id().toString()), each -> each);
        var visible = page.items().stream()
                .filter(qualification -> sees(caller, qualification))
                .map(qualification -> view(qualification, titles.get(qualification.courseId())))
                .toList();
        return new Slice<>(visible, page.key());
    }

    private Qualification qualify(Caller caller, Course course, GroupRef group, NewCompletion completion) {
        var now = Timestamps.now(clock);
        if (qualifications.holdsIn(completion.memberId(), course.id(), group.id(), now)) {
            throw Refusal.conflict(
                    "already-qualified", "They hold this qualification in " + group.path() + " already.");
        }
        var completedAt = completion.completedAt() == null ? now : completion.completedAt();
        var qualification =
                new Qualification(course, completion.memberId(), group.id(), completedAt, caller.memberId(), now);
        qualifications.persist(qualification);
        qualifications.flush();
        return qualification;
    }

    private UUID award(Course course, Qualification earned, GroupRef group, Mandates.Recorder recorder) {
        if (course.award() == null) return null;
        var until = course.awardUntil(earned.completedAt());
        if (!until.isAfter(clock.instant())) return null; // completed so long ago that the award's term is over
        return mandates.award(earned.memberId(), course.award().role(), group, until, earned.id(), recorder);
    }

    private boolean sees(Caller caller, Qualification qualification) {
        return qualification.memberId().equals(caller.memberId())
                || caller.may(
                        QUALIFICATION_READ,
                        groups.withId(qualification.groupId()).path());
    }

    private QualificationView view(Qualification qualification, String course) {
        return QualificationView.of(
                qualification, course, groups.withId(qualification.groupId()).path(), null);
    }
}
