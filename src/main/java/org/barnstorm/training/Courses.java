package org.barnstorm.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /**
     * Courses of these groups, and besides those with these ids.
     *
     * @param most so many of the groups', the newest
     */
    public Map<UUID, CourseRef> ofGroups(Collection<UUID> groupIds, int most, Collection<UUID> besides) {
        var found = new ArrayList<>(courses.newest(groupIds, most));
        var known = found.stream().map(Course::id).collect(Collectors.toSet());
        var others =
                besides.stream().filter(id -> !known.contains(id)).distinct().toList();
        if (!others.isEmpty()) found.addAll(courses.list("id in ?1", others));
        groups.withIds(found.stream().map(Course::groupId).collect(Collectors.toSet()));
        return found.stream().collect(Collectors.toMap(Course::id, this::ref));
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
