package org.barnstorm.training;

import static org.barnstorm.authority.Capability.COURSE_MANAGE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.mandate.Mandates;
import org.barnstorm.platform.http.IfMatch;
import org.barnstorm.platform.http.MergePatch;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;

/** Making, finding and editing courses. Every member may see them: they are the way to more responsibility. */
@ApplicationScoped
@Transactional
class CourseService {
    private final CourseRepository courses;
    private final Groups groups;
    private final Authority authority;
    private final Mandates mandates;
    private final Journal journal;
    private final MergePatch.Patcher patcher;
    private final Clock clock;

    CourseService(
            CourseRepository courses,
            Groups groups,
            Authority authority,
            Mandates mandates,
            Journal journal,
            MergePatch.Patcher patcher,
            Clock clock) {
        this.courses = courses;
        this.groups = groups;
        this.authority = authority;
        this.mandates = mandates;
        this.journal = journal;
        this.patcher = patcher;
        this.clock = clock;
    }

    CourseView create(Caller caller, NewCourse wanted) {
        var group = groups.at(wanted.group());
        var mandate = authority.holds(caller, COURSE_MANAGE, group);
        if (wanted.award() != null)
            mandates.requireMayAward(caller, wanted.award().role(), group);
        requireSensible(wanted.content());
        var course = new Course(group.id(), wanted.content(), caller.memberId(), clock.instant());
        courses.persist(course);
        record("course.created", course, group, caller, mandate);
        return CourseView.of(course, group.path());
    }

    /** All courses, or those that can be taken in one group: its own and those of the groups above it. */
    Slice<CourseView> list(Caller caller, GroupPath takenIn, Window window) {
        var found = takenIn == null ? courses.all(window) : courses.ofGroups(groups.line(groups.at(takenIn)), window);
        return Slice.of(window, found, course -> List.of(course.id().toString()), this::view);
    }

    CourseView show(Caller caller, UUID id) {
        return view(courses.findByIdOptional(id).orElseThrow(() -> Refusal.notFound("course")));
    }

    CourseView edit(Caller caller, UUID id, IfMatch expected, MergePatch patch) {
        var group = groups.withId(courses.findByIdOptional(id)
                .orElseThrow(() -> Refusal.notFound("course"))
                .groupId());
        var mandate = authority.holds(caller, COURSE_MANAGE, group);
        var course = courses.lock(id).orElseThrow(() -> Refusal.notFound("course"));
        expected.require(course.version());
        var content = patcher.apply(patch, course.content());
        if (content.earnsOtherwise(course.content())) {
            mandates.requireMayAward(caller, content.award().role(), group);
        }
        requireSensible(content);
        requireNoCycle(id, content);
        course.edit(content, caller.memberId());
        record("course.edited", course, group, caller, mandate);
        return CourseView.of(course, group.path());
    }

    private void requireSensible(CourseContent content) {
        var named = new HashSet<>(content.requires());
        named.addAll(content.recognises());
        if (courses.known(named) < named.size()) {
            throw Refusal.invalid("unknown-course", "There is no such course; see the list of courses for ids.");
        }
    }

    /** What needs itself first, however far round, nobody could ever take. */
    private void requireNoCycle(UUID id, CourseContent content) {
        if (content.recognises().contains(id)) {
            throw Refusal.invalid("course-cycle", "A course counts as itself anyway; leave it out of recognises.");
        }
        if (content.requires().isEmpty()) return;
        courses.lockRequirements();
        if (courses.need(content.requires(), id)) {
            throw Refusal.invalid(
                    "course-cycle", "One of these courses needs this one first; leave it out of requires.");
        }
    }

    private CourseView view(Course course) {
        return CourseView.of(course, groups.withId(course.groupId()).path());
    }

    private void record(String type, Course course, GroupRef group, Caller caller, UUID mandate) {
        journal.append(new Event(type, course.id(), group.id(), group.path().value(), caller.memberId(), mandate)
                .with("award", course.award() == null ? null : course.award().role()));
    }
}
