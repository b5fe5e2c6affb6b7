package org.barnstorm.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.platform.problem.Refusal;

/** What other features ask about what people have learnt. */
@ApplicationScoped
@Transactional
public class Qualifications {
    private final QualificationRepository qualifications;
    private final CourseRepository courses;
    private final Clock clock;

    Qualifications(QualificationRepository qualifications, CourseRepository courses, Clock clock) {
        this.qualifications = qualifications;
        this.courses = courses;
        this.clock = clock;
    }

    /** Refuses somebody who does not hold this course's qualification now; the refusal names the course. */
    public void require(UUID memberId, UUID courseId) {
        if (!qualifications.holds(memberId, courseId, clock.instant())) throw missing(courseId);
    }

    /** Why somebody without this course's qualification cannot; for answers about several people. */
    public Refusal missing(UUID courseId) {
        var title = courses.findById(courseId).title();
        return Refusal.conflict("not-qualified", "This needs the course \"" + title + "\" first.")
                .with("course", courseId.toString());
    }

    /** Whether somebody holds this course's qualification now. */
    public boolean holds(UUID memberId, UUID courseId) {
        return qualifications.holds(memberId, courseId, clock.instant());
    }

    /** Those of these people who hold this course's qualification now. */
    public Set<UUID> holders(UUID courseId, Collection<UUID> memberIds) {
        return qualifications.holders(courseId, memberIds, clock.instant());
    }

    /** Refuses an id that is no course. */
    public void requireCourse(UUID courseId) {
        if (courses.findByIdOptional(courseId).isEmpty()) {
            throw Refusal.invalid("unknown-course", "There is no such course; see the list of courses for ids.");
        }
    }
}
