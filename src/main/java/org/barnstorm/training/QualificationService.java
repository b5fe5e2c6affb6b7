package org.barnstorm.training;

import static org.barnstorm.authority.Capability.COMPLETION_RECORD;
import static org.barnstorm.authority.Capability.MANDATE_GRANT;
import static org.barnstorm.authority.Capability.QUALIFICATION_READ;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.mandate.Mandates;
import org.barnstorm.member.Members;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;

/** Recording completions, with what they award, and showing qualifications. */
@ApplicationScoped
@Transactional
class QualificationService {
    private final QualificationRepository qualifications;
    private final CourseRepository courses;
    private final Courses courseRefs;
    private final Completions completions;
    private final Members members;
    private final Groups groups;
    private final Authority authority;
    private final TrainingConfig config;
    private final Clock clock;

    QualificationService(
            QualificationRepository qualifications,
            CourseRepository courses,
            Courses courseRefs,
            Completions completions,
            Members members,
            Groups groups,
            Authority authority,
            TrainingConfig config,
            Clock clock) {
        this.qualifications = qualifications;
        this.courses = courses;
        this.courseRefs = courseRefs;
        this.completions = completions;
        this.members = members;
        this.groups = groups;
        this.authority = authority;
        this.config = config;
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
        requireSecondPerson(caller, completion.memberId(), courseRefs.withId(courseId), group);
        var recorder = new Mandates.Recorder(caller.memberId(), mandate);
        var qualification = completions.record(course, group, completion, recorder);
        var earned = completions.award(course, qualification, group, recorder);
        return view(qualification, course.title(), earned);
    }

    /** Recording by hand is no way round whoever has the last word about what learners do themselves. */
    private void requireSecondPerson(Caller caller, UUID memberId, CourseRef course, GroupRef group) {
        if (completions.needsSecondPerson(memberId, group, course, null)) authority.holds(caller, MANDATE_GRANT, group);
        completions.requireSecondPerson(caller.memberId(), group, course, null);
    }

    QualificationView show(Caller caller, UUID id) {
        var qualification = visible(caller, id);
        return view(qualification, courses.findById(qualification.courseId()).title(), null);
    }

    /**
     * Somebody's qualifications: one's own, or those earned where the caller may see them. What they may not see is left
     * out before pages are made, so that neither their sizes nor their cursors tell of it.
     */
    Slice<QualificationView> list(Caller caller, UUID memberId, Window window) {
        var found = qualifications.of(memberId, whereSeen(caller, memberId), window);
        var titles = courses.titles(found.stream().map(Qualification::courseId).toList());
        return Slice.of(
                window,
                found,
                qualification -> List.of(qualification.id().toString()),
                qualification -> view(qualification, titles.get(qualification.courseId()), null));
    }

    private Set<UUID> whereSeen(Caller caller, UUID memberId) {
        var all = qualifications.groupsOf(memberId);
        if (memberId.equals(caller.memberId())) return all;
        return groups.withIds(all).values().stream()
                .filter(group -> caller.may(QUALIFICATION_READ, group.path()))
                .map(GroupRef::id)
                .collect(Collectors.toSet());
    }

    /** What a caller may not see does not exist for them. */
    Qualification visible(Caller caller, UUID id) {
        return qualifications
                .findByIdOptional(id)
                .filter(found -> sees(caller, found))
                .orElseThrow(() -> Refusal.notFound("qualification"));
    }

    private boolean sees(Caller caller, Qualification qualification) {
        return qualification.memberId().equals(caller.memberId())
                || caller.may(
                        QUALIFICATION_READ,
                        groups.withId(qualification.groupId()).path());
    }

    private QualificationView view(Qualification qualification, String course, UUID mandateId) {
        return QualificationView.of(
                qualification,
                qualification.status(clock.instant(), config.warnBefore()),
                course,
                groups.withId(qualification.groupId()).path(),
                mandateId);
    }
}
