package org.barnstorm.training.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.barnstorm.group.Groups;
import org.barnstorm.mandate.Mandates;
import org.barnstorm.training.Completions;
import org.barnstorm.training.Courses;
import org.barnstorm.training.content.Versions;
import org.barnstorm.training.enrolment.EnrolmentJournal.By;

/** What happens when the last step is done: whoever took it is qualified, or a lead is asked. */
@ApplicationScoped
class Finishing {
    private final Completions completions;
    private final Courses courses;
    private final Versions versions;
    private final Groups groups;
    private final EnrolmentJournal journal;
    private final Clock clock;

    Finishing(
            Completions completions,
            Courses courses,
            Versions versions,
            Groups groups,
            EnrolmentJournal journal,
            Clock clock) {
        this.completions = completions;
        this.courses = courses;
        this.versions = versions;
        this.groups = groups;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * After a step: finishes if it was the last one. Somebody who lacks what comes before the course stays at 100
     * percent; once they have it, they finish by asking.
     */
    void afterStep(Enrolment enrolment) {
        if (!enrolment.isAllDone() || enrolment.status() != Enrolment.Status.ACTIVE) return;
        var course = courses.withId(enrolment.courseId());
        var catchesUp = enrolment.purpose() == Enrolment.Purpose.CATCH_UP;
        if (!catchesUp
                && completions
                        .prerequisites(enrolment.memberId(), course.requires())
                        .isPresent()) return;
        finish(enrolment);
    }

    /** All is done: qualified, or waiting for a lead; refused while something comes first. */
    void finish(Enrolment enrolment) {
        var learner = learner(enrolment);
        if (enrolment.purpose() == Enrolment.Purpose.CATCH_UP) {
            completions.catchUp(learner);
            complete(enrolment, enrolment.renewsId(), self(enrolment));
            return;
        }
        var course = courses.withId(enrolment.courseId());
        completions.requirePrerequisites(enrolment.memberId(), course.requires());
        var publishedBy = versions.withId(enrolment.versionId()).publishedBy();
        if (completions.needsSecondPerson(enrolment.memberId(), learner.group(), course, publishedBy)) {
            enrolment.waitForConfirmation();
            journal.record("enrolment.finished", enrolment, self(enrolment));
            return;
        }
        complete(enrolment, completions.earn(learner, null), self(enrolment));
    }

    /** A lead had the last word. */
    void confirm(Enrolment enrolment, By by) {
        var course = courses.withId(enrolment.courseId());
        var publishedBy = versions.withId(enrolment.versionId()).publishedBy();
        completions.requireSecondPerson(by.memberId(), learner(enrolment).group(), course, publishedBy);
        var recorder = new Mandates.Recorder(by.memberId(), by.mandateId());
        complete(enrolment, completions.earn(learner(enrolment), recorder), by);
    }

    private void complete(Enrolment enrolment, UUID qualificationId, By by) {
        enrolment.complete(qualificationId, now());
        journal.record("enrolment.completed", enrolment, by);
    }

    private Completions.Learner learner(Enrolment enrolment) {
        return new Completions.Learner(
                enrolment.memberId(),
                groups.withId(enrolment.groupId()),
                enrolment.courseId(),
                enrolment.versionId(),
                enrolment.renewsId());
    }

    private static By self(Enrolment enrolment) {
        return new By(enrolment.memberId(), null);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
