package org.barnstorm.training.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.training.content.CourseVersionView;
import org.barnstorm.training.content.ModuleKind;
import org.barnstorm.training.content.Versions;

/** How far people are in their courses, for the features above that say what comes next. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Enrolments {
    private final EnrolmentRepository enrolments;
    private final Versions versions;
    private final Groups groups;

    Enrolments(EnrolmentRepository enrolments, Versions versions, Groups groups) {
        this.enrolments = enrolments;
        this.versions = versions;
        this.groups = groups;
    }

    /**
     * Somebody on their way through a course.
     *
     * @param renews it renews what they hold, instead of leading to something new
     * @param catchesUp it brings what they hold up to date, and leads to nothing new either
     * @param waits all is done, and a lead has the last word
     * @param next null when all is done
     */
    public record Way(
            UUID id,
            UUID courseId,
            GroupRef group,
            boolean renews,
            boolean catchesUp,
            boolean waits,
            int progressPercent,
            Next next) {}

    /**
     * The module that comes next.
     *
     * @param position counted from 1, of so many in all
     */
    public record Next(String key, String title, ModuleKind kind, StepState state, int position, int of) {
        /** Its learner has done what they can: a trainer looks at it, or gives another attempt. */
        public boolean waitsForTrainer() {
            return state == StepState.SUBMITTED || state == StepState.EXHAUSTED;
        }
    }

    /** Somebody did all modules and waits for a lead. */
    public record Waiting(UUID id, UUID memberId, UUID courseId, UUID groupId) {}

    /** What somebody is taking, the oldest first; nobody is busy with more than a hundred courses. */
    public List<Way> onTheWay(UUID memberId) {
        var found = enrolments.onTheWay(memberId);
        var outlines = versions.outlines(
                found.stream().map(Enrolment::versionId).distinct().toList());
        groups.withIds(found.stream().map(Enrolment::groupId).collect(Collectors.toSet()));
        return found.stream()
                .map(each -> way(each, outlines.get(each.versionId())))
                .toList();
    }

    /** All that somebody ever began, whatever became of them. */
    public List<UUID> idsOf(UUID memberId) {
        return enrolments.idsOf(memberId);
    }

    /** Those of these people who wait for a lead in these groups. */
    public List<Waiting> waiting(Collection<UUID> memberIds, Collection<UUID> groupIds) {
        if (memberIds.isEmpty()) return List.of();
        return enrolments.waitingOf(memberIds, groupIds).stream()
                .map(each -> new Waiting(each.enrolmentId(), each.memberId(), each.courseId(), each.groupId()))
                .toList();
    }

    private Way way(Enrolment enrolment, CourseVersionView version) {
        return new Way(
                enrolment.id(),
                enrolment.courseId(),
                groups.withId(enrolment.groupId()),
                enrolment.purpose() == Enrolment.Purpose.REFRESH,
                enrolment.purpose() == Enrolment.Purpose.CATCH_UP,
                enrolment.status() == Enrolment.Status.WAITING,
                enrolment.progressPercent(),
                enrolment.nextStep().map(step -> next(enrolment, step, version)).orElse(null));
    }

    private static Next next(Enrolment enrolment, Step step, CourseVersionView version) {
        return new Next(
                step.module(),
                version.find(step.module()).orElseThrow().title(),
                step.kind(),
                step.state(),
                enrolment.steps().indexOf(step) + 1,
                enrolment.steps().size());
    }
}
