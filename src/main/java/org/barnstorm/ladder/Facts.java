package org.barnstorm.ladder;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.mandate.Standings;
import org.barnstorm.task.Engagement;
import org.barnstorm.training.CourseRef;
import org.barnstorm.training.Learnt;
import org.barnstorm.training.enrolment.Enrolments;

/**
 * All that somebody's path is made of, read once; what follows from it is computed.
 *
 * @param soon so long before its end a mandate is about to end
 * @param groups those in which they are an active member
 * @param names of all groups that are spoken of
 * @param courses those that can be taken in these groups, and those that the person has to do with
 * @param published those of the courses that have modules
 * @param counting courses whose qualification the person holds now, or one that counts as much
 * @param opened open tasks by the course that they need
 * @param opportunity work that would be confirmed by others; empty too when no more of it is needed
 */
record Facts(
        Instant now,
        Duration soon,
        Collection<GroupRef> groups,
        Map<UUID, String> names,
        Standings.Person person,
        List<Enrolments.Way> ways,
        Map<UUID, CourseRef> courses,
        Set<UUID> published,
        Learnt.Learning learnt,
        Set<UUID> counting,
        Map<UUID, Engagement.Opened> opened,
        Optional<Engagement.Opportunity> opportunity) {

    NamedGroup named(GroupRef group) {
        return new NamedGroup(
                group.path(), names.getOrDefault(group.id(), group.path().slug()));
    }

    boolean belongsTo(GroupRef group) {
        return groups.contains(group);
    }

    boolean isOnTheWay(UUID courseId) {
        return ways.stream().anyMatch(way -> way.courseId().equals(courseId));
    }

    /** Whether nothing comes before this course any more. */
    boolean mayBegin(CourseRef course) {
        return counting.containsAll(course.requires());
    }

    /** Holds this very course's qualification in a group of theirs, or could renew it there. */
    boolean hasOwn(UUID courseId) {
        return learnt.lasting().stream()
                .map(Learnt.Lasting::held)
                .filter(held -> held.courseId().equals(courseId) && belongsTo(held.group()))
                .anyMatch(held -> held.counts() || held.renewable());
    }
}
