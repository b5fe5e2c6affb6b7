package org.barnstorm.training;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.mandate.Mandates;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.problem.Refusal;

/**
 * What completing a course leads to: the qualification and, in the same transaction, the mandate that the course awards.
 * The learner's own acts take turns: whoever calls has locked the member.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Completions {
    private final QualificationRepository qualifications;
    private final CourseRepository courses;
    private final Mandates mandates;
    private final Journal journal;
    private final MeterRegistry meters;
    private final TrainingConfig config;
    private final Clock clock;

    Completions(
            QualificationRepository qualifications,
            CourseRepository courses,
            Mandates mandates,
            Journal journal,
            MeterRegistry meters,
            TrainingConfig config,
            Clock clock) {
        this.qualifications = qualifications;
        this.courses = courses;
        this.mandates = mandates;
        this.journal = journal;
        this.meters = meters;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Who did all modules.
     *
     * @param group in which an award will hold
     * @param versionId which version of the course
     * @param renewsId the qualification that this takes over from, or null
     */
    public record Learner(UUID memberId, GroupRef group, UUID courseId, UUID versionId, UUID renewsId) {}

    /**
     * What somebody holds of a course in a group.
     *
     * @param versionId the version they know; null when it was recorded by hand
     * @param completedAt when
     * @param renewable runs out soon, or ran out so recently that a refresher is enough
     * @param counts has not run out
     */
    public record Held(
            UUID id,
            UUID courseId,
            GroupRef group,
            UUID versionId,
            Instant completedAt,
            boolean renewable,
            boolean counts) {}

    /** What somebody has of a course in a group: the one that lasts longest, over or not. */
    public Optional<Held> latest(UUID memberId, UUID courseId, GroupRef group) {
        return qualifications.latest(memberId, courseId, group.id()).map(each -> held(each, group));
    }

    /** Refuses who lacks a qualification that comes before this course; says which. */
    public void requirePrerequisites(UUID memberId, Collection<UUID> required) {
        prerequisites(memberId, required).ifPresent(missing -> {
            throw missing;
        });
    }

    /** The same refusal, or nothing. */
    public Optional<Refusal> prerequisites(UUID memberId, Collection<UUID> required) {
        if (required.isEmpty()) return Optional.empty();
        var held = qualifications.held(memberId, required, clock.instant());
        var missing = required.stream().filter(id -> !held.contains(id)).toList();
        if (missing.isEmpty()) return Optional.empty();
        var titles = courses.titles(missing);
        var named = missing.stream().map(id -> '"' + titles.get(id) + '"').collect(Collectors.joining(", "));
        return Optional.of(
                Refusal.conflict("prerequisites-missing", "First comes: " + named + ". Take that, then this.")
                        .with("courses", missing.stream().map(UUID::toString).toList()));
    }

    /**
     * Whether somebody must have the last word although the course does not ask for it: nobody gives authority to
     * themselves by a course of their own, gets back unseen what was withdrawn or revoked, or goes round the rule that two
     * people grant this here.
     *
     * @param publishedBy whose modules they did; null when it is recorded by hand
     */
    public boolean needsSecondPerson(UUID memberId, GroupRef group, CourseRef course, UUID publishedBy) {
        return course.asksConfirmation()
                || isBehind(memberId, course, publishedBy)
                || needsTwo(course, group)
                || qualifications.wasWithdrawn(memberId, course.id())
                || lostTheAward(memberId, course);
    }

    /** Refuses the last word of whoever set the award or published the modules, where two people grant this. */
    public void requireSecondPerson(UUID confirmedBy, GroupRef group, CourseRef course, UUID publishedBy) {
        if (needsTwo(course, group) && isBehind(confirmedBy, course, publishedBy)) {
            throw Refusal.forbidden(
                    "second-person",
                    "Two people grant what this course awards. Somebody else than who set the award or published its modules has the last word.");
        }
    }

    private boolean needsTwo(CourseRef course, GroupRef group) {
        return course.awards() != null && mandates.needsTwo(group, course.awards());
    }

    private boolean lostTheAward(UUID memberId, CourseRef course) {
        return course.awards() != null && mandates.wasEarnedAndEnded(qualifications.ever(memberId, course.id()));
    }

    private static boolean isBehind(UUID memberId, CourseRef course, UUID publishedBy) {
        return course.awards() != null && (memberId.equals(course.answersFor()) || memberId.equals(publishedBy));
    }

    /**
     * Somebody did all modules: they are qualified, unless they are already.
     *
     * @param confirmedBy who had the last word; null where nobody had to
     * @return the qualification
     */
    public UUID earn(Learner learner, Mandates.Recorder confirmedBy) {
        var course = courses.findById(learner.courseId());
        requirePrerequisites(learner.memberId(), course.requires());
        var now = now();
        var other = lasting(learner.memberId(), course, learner.group(), now);
        if (other.isPresent()) return other.get().id();
        if (learner.renewsId() != null)
            qualifications.findById(learner.renewsId()).requireKept();
        var by = confirmedBy == null ? null : confirmedBy.memberId();
        var qualification = Qualification.earned(course, learner, by, now);
        persist(qualification);
        var recorder = confirmedBy == null ? new Mandates.Recorder(learner.memberId(), null) : confirmedBy;
        record(
                confirmedBy == null ? "qualification.earned" : "qualification.recorded",
                qualification,
                learner.group(),
                recorder);
        award(course, qualification, learner.group(), recorder);
        return qualification.id();
    }

    /** Somebody who is qualified did the modules that are new. */
    public void catchUp(Learner learner) {
        var qualification = qualifications.lock(learner.renewsId()).orElseThrow();
        qualification.catchUp(learner.versionId());
        record(
                "qualification.caught-up",
                qualification,
                learner.group(),
                new Mandates.Recorder(learner.memberId(), null));
    }

    /** What a trainer records by hand; refused while the qualification is far from running out. */
    Qualification record(Course course, GroupRef group, NewCompletion completion, Mandates.Recorder recorder) {
        requirePrerequisites(completion.memberId(), course.requires());
        var now = now();
        lasting(completion.memberId(), course, group, now).ifPresent(other -> {
            throw Refusal.conflict(
                    "already-qualified", "They hold this qualification in " + group.path() + " already.");
        });
        var completedAt = completion.completedAt() == null ? now : completion.completedAt();
        var qualification =
                new Qualification(course, completion.memberId(), group.id(), completedAt, recorder.memberId(), now);
        persist(qualification);
        record("qualification.recorded", qualification, group, recorder);
        return qualification;
    }

    /** The mandate that the course awards, or null. */
    UUID award(Course course, Qualification earned, GroupRef group, Mandates.Recorder recorder) {
        if (course.award() == null) return null;
        var until = course.awardUntil(earned.completedAt());
        if (!until.isAfter(clock.instant())) return null; // completed so long ago that the award's term is over
        return mandates.award(earned.memberId(), course.award().role(), group, until, earned.id(), recorder);
    }

    private Optional<Qualification> lasting(UUID memberId, Course course, GroupRef group, Instant now) {
        return qualifications
                .latest(memberId, course.id(), group.id())
                .filter(each -> each.status(now, config.warnBefore()) == Qualification.Status.VALID);
    }

    Held held(Qualification each, GroupRef group) {
        var now = clock.instant();
        var status = each.status(now, config.warnBefore());
        var recently = status == Qualification.Status.EXPIRED
                && each.status(now.minus(config.refreshWithin()), Duration.ZERO) != Qualification.Status.EXPIRED;
        return new Held(
                each.id(),
                each.courseId(),
                group,
                each.versionId(),
                each.completedAt(),
                status == Qualification.Status.EXPIRING || recently,
                status != Qualification.Status.EXPIRED);
    }

    private void persist(Qualification qualification) {
        qualifications.persist(qualification);
        qualifications.flush();
    }

    private void record(String type, Qualification qualification, GroupRef group, Mandates.Recorder by) {
        meters.counter("barnstorm.training.qualifications", "how", type.substring(type.indexOf('.') + 1))
                .increment();
        journal.append(
                new Event(type, qualification.id(), group.id(), group.path().value(), by.memberId(), by.mandateId())
                        .with("member", qualification.memberId())
                        .with("course", qualification.courseId())
                        .with("version", qualification.versionId())
                        .with("renews", qualification.renewsId())
                        .with("expires", qualification.expiresAt()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
