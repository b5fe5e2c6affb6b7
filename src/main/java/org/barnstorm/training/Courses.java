package org.barnstorm.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.problem.Refusal;

/** What the parts of training ask about courses. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Courses {
    private final CourseRepository courses;
    private final Groups groups;

    Courses(CourseRepository courses, Groups groups) {
        this.courses = courses;
        this.groups = groups;
    }

    /** The course, or 404. */
    public CourseRef withId(UUID id) {
        return ref(courses.findByIdOptional(id).orElseThrow(() -> Refusal.notFound("course")));
    }

    /** The same, with its row locked until the transaction ends. Comes after locks on mandates. */
    public CourseRef lock(UUID id) {
        return ref(courses.lockFresh(id).orElseThrow(() -> Refusal.notFound("course")));
    }

    public Map<UUID, String> titles(Collection<UUID> ids) {
        return courses.titles(ids);
    }

    private CourseRef ref(Course course) {
        var award = course.award();
        return new CourseRef(
                course.id(),
                groups.withId(course.groupId()),
                course.title(),
                course.content().description(),
                course.asksConfirmation(),
                award == null ? null : award.role(),
                course.awardSetBy(),
                course.requires());
    }
}
