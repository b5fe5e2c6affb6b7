package org.barnstorm.training.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;

/** How changes of enrolments stand in the journal. Links, notes and comments stay out of it. */
@ApplicationScoped
class EnrolmentJournal {
    private final Journal journal;
    private final Groups groups;

    EnrolmentJournal(Journal journal, Groups groups) {
        this.journal = journal;
        this.groups = groups;
    }

    /** @param by who did it, and the mandate that allowed it; none for what learners do themselves */
    void record(String type, Enrolment enrolment, By by) {
        journal.append(event(type, enrolment, by));
    }

    void record(String type, Enrolment enrolment, Step step, By by) {
        journal.append(event(type, enrolment, by)
                .with("step", step.position())
                .with("kind", step.kind())
                .with("state", step.state()));
    }

    /** It goes on in another group. */
    void recordMoved(Enrolment enrolment, UUID move) {
        journal.append(event("enrolment.moved", enrolment, new By(null, null)).with("move", move));
    }

    private Event event(String type, Enrolment enrolment, By by) {
        var group = groups.withId(enrolment.groupId());
        return new Event(type, enrolment.id(), group.id(), group.path().value(), by.memberId(), by.mandateId())
                .with("status", enrolment.status())
                .with("member", enrolment.memberId())
                .with("course", enrolment.courseId())
                .with("version", enrolment.versionId())
                .with("purpose", enrolment.purpose())
                .with("progress", enrolment.progressPercent())
                .with("qualification", enrolment.qualificationId());
    }

    /** Who did something. */
    record By(UUID memberId, UUID mandateId) {}
}
