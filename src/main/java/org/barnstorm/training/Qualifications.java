package org.barnstorm.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.platform.Rows;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;

/** What other features ask about what people have learnt. */
@ApplicationScoped
@Transactional
public class Qualifications {
    private final QualificationRepository qualifications;
    private final CourseRepository courses;
    private final TrainingConfig config;
    private final Clock clock;

    Qualifications(
            QualificationRepository qualifications, CourseRepository courses, TrainingConfig config, Clock clock) {
        this.qualifications = qualifications;
        this.courses = courses;
        this.config = config;
        this.clock = clock;
    }

    /** Refuses somebody who does not hold this course's qualification now; the refusal names the course. */
    public void require(UUID memberId, UUID courseId) {
        whyNot(memberId, courseId).ifPresent(why -> {
            throw why;
        });
    }

    /** The same refusal, or nothing for somebody who holds the qualification. */
    public Optional<Refusal> whyNot(UUID memberId, UUID courseId) {
        return holds(memberId, courseId) ? Optional.empty() : Optional.of(missing(courseId));
    }

    /** Why somebody without this course's qualification cannot; for answers about several people. */
    public Refusal missing(UUID courseId) {
        var title = courses.findById(courseId).title();
        return Refusal.conflict("not-qualified", "This needs the course \"" + title + "\" first.")
                .with("course", courseId.toString());
    }

    /** Courses whose qualification somebody holds now. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Set<UUID> coursesOf(UUID memberId) {
        return Set.copyOf(qualifications.coursesOf(memberId, clock.instant()));
    }

    /** The same as a question, for who has another. */
    public static Rows.Question<UUID> askCoursesOf(UUID memberId, Instant now) {
        return QualificationRepository.askCoursesOf(memberId, now);
    }

    /**
     * Who holds the qualification of these courses now.
     *
     * @param most so many holders of one course are enough to know; which of them, is not said
     */
    public Map<UUID, Set<UUID>> holders(Collection<UUID> courseIds, int most) {
        return byCourse(qualifications.holders(courseIds, most, clock.instant()));
    }

    /** Who of these people holds the qualification of these courses now. */
    public Map<UUID, Set<UUID>> holdersAmong(Collection<UUID> memberIds, Collection<UUID> courseIds) {
        return byCourse(qualifications.holdersAmong(memberIds, courseIds, clock.instant()));
    }

    private static Map<UUID, Set<UUID>> byCourse(List<QualificationRepository.Holder> holders) {
        return holders.stream()
                .collect(Collectors.groupingBy(
                        QualificationRepository.Holder::courseId,
                        Collectors.mapping(QualificationRepository.Holder::memberId, Collectors.toSet())));
    }

    /** Whether somebody holds this course's qualification now. */
    public boolean holds(UUID memberId, UUID courseId) {
        return !qualifications
                .held(memberId, List.of(courseId), clock.instant())
                .isEmpty();
    }

    /** Those of these people who hold this course's qualification now. */
    public Set<UUID> holders(UUID courseId, Collection<UUID> memberIds) {
        return qualifications.holders(courseId, memberIds, clock.instant());
    }

    /**
     * A qualification as its certificate tells it.
     *
     * @param versionId the version of the course that its holder knows; null when it was recorded by hand
     * @param expiresAt null when it never runs out
     * @param withdrawn was taken back
     */
    public record Proof(
            UUID id,
            UUID memberId,
            UUID courseId,
            UUID groupId,
            UUID versionId,
            Instant completedAt,
            Instant expiresAt,
            boolean withdrawn) {
        public boolean isValid(Instant now) {
            return !withdrawn && (expiresAt == null || expiresAt.isAfter(now));
        }
    }

    /** The qualification with this id. */
    public Optional<Proof> proof(UUID id) {
        return qualifications.findByIdOptional(id).map(Qualifications::proof);
    }

    /** Those of a course that run out soon and whose holders have nothing that lasts longer, ordered by id. */
    public List<Proof> expiring(UUID courseId, Window window) {
        var now = clock.instant();
        return qualifications.expiring(courseId, now, now.plus(config.warnBefore()), window).stream()
                .map(Qualifications::proof)
                .toList();
    }

    /** Those of somebody that count now, each the latest of its kind. */
    public List<Proof> current(UUID memberId) {
        return qualifications.current(memberId, clock.instant()).stream()
                .map(Qualifications::proof)
                .toList();
    }

    /** The same, page by page. */
    public List<Proof> current(UUID memberId, Window window) {
        return qualifications.current(memberId, clock.instant(), window).stream()
                .map(Qualifications::proof)
                .toList();
    }

    private static Proof proof(Qualification each) {
        return new Proof(
                each.id(),
                each.memberId(),
                each.courseId(),
                each.groupId(),
                each.versionId(),
                each.completedAt(),
                each.expiresAt(),
                each.withdrawnAt() != null);
    }

    /**
     * Refuses an id that is no course.
     *
     * @param courseId null for none, which nobody has to take
     */
    public void requireCourse(UUID courseId) {
        if (courseId == null) return;
        if (courses.findByIdOptional(courseId).isEmpty()) {
            throw Refusal.invalid("unknown-course", "There is no such course; see the list of courses for ids.");
        }
    }
}
