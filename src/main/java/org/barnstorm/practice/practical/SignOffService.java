package org.barnstorm.practice.practical;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.time.Timestamps;
import org.barnstorm.training.CourseRef;
import org.barnstorm.training.Courses;
import org.barnstorm.training.Qualifications;
import org.barnstorm.training.content.ModuleKind;
import org.barnstorm.training.enrolment.AttestedSteps;
import org.barnstorm.training.enrolment.AttestedSteps.AttestedStep;

/** Mentoring: whoever holds a course's qualification signs off what learners did with them. No mandate is needed. */
@ApplicationScoped
@Transactional
class SignOffService {
    private final SignOffRepository signOffs;
    private final PracticalRepository practicals;
    private final Conclusions conclusions;
    private final AttestedSteps steps;
    private final Courses courses;
    private final Qualifications qualifications;
    private final Members members;
    private final Groups groups;
    private final Journal journal;
    private final Clock clock;

    SignOffService(
            SignOffRepository signOffs,
            PracticalRepository practicals,
            Conclusions conclusions,
            AttestedSteps steps,
            Courses courses,
            Qualifications qualifications,
            Members members,
            Groups groups,
            Journal journal,
            Clock clock) {
        this.signOffs = signOffs;
        this.practicals = practicals;
        this.conclusions = conclusions;
        this.steps = steps;
        this.courses = courses;
        this.qualifications = qualifications;
        this.members = members;
        this.groups = groups;
        this.journal = journal;
        this.clock = clock;
    }

    /** Locks both people, so that the signer is and stays qualified and a member, and each day counts once. */
    SignOffView sign(Caller caller, UUID courseId, NewSignOff wanted) {
        var course = courses.withId(courseId);
        if (wanted.memberId().equals(caller.memberId())) {
            throw Refusal.forbidden(
                    "self-completion",
                    "Somebody else records that you completed a course. Ask a trainer of the group.");
        }
        var belongs = members.lockAll(Set.of(caller.memberId(), wanted.memberId()));
        var own = belongs.getOrDefault(caller.memberId(), Set.of());
        requireNear(own, course.group());
        qualifications.require(caller.memberId(), courseId);
        var step = steps.find(wanted.memberId(), courseId, wanted.module())
                .filter(found -> found.kind() == ModuleKind.PRACTICAL)
                .filter(found -> isOnTheLine(own, groups.withId(found.groupId())))
                .orElseThrow(() -> Refusal.notFound("learner with this practical"));
        requireOpen(step);
        requireOnce(caller, step);
        var signed = add(caller, course, step);
        conclusions.concludeSigned(step.memberId(), step.enrolmentId(), step.module(), caller.memberId());
        return SignOffView.of(signed);
    }

    SignOffView show(Caller caller, UUID id) {
        return SignOffView.of(signOffs.findById(id));
    }

    private SignOff add(Caller caller, CourseRef course, AttestedStep step) {
        var group = groups.withId(step.groupId());
        var now = Timestamps.now(clock);
        var day = LocalDate.ofInstant(now, groups.zone(group));
        if (signOffs.isSigned(step.enrolmentId(), step.module(), day)) {
            throw Refusal.conflict(
                    "signed-off-today", "This was signed off today already. Go along once more on another day.");
        }
        var signOff = new SignOff(step.enrolmentId(), step.module(), caller.memberId(), day, now);
        signOffs.persist(signOff);
        signOffs.flush();
        journal.append(new Event(
                        "signoff.given", signOff.id(), group.id(), group.path().value(), caller.memberId(), null)
                .with("course", course.id())
                .with("enrolment", step.enrolmentId())
                .with("member", step.memberId()));
        return signOff;
    }

    /** Who signs is a member somewhere in the course's part of the tree, and not suspended there. */
    private void requireNear(Set<UUID> active, GroupRef where) {
        var near = active.stream()
                .anyMatch(id -> where.path().covers(groups.withId(id).path()));
        if (!near) throw Members.notAMember(where);
    }

    /**
     * Whether one of the signer's groups is the learner's, above it or below it: people who meet. To others it looks as if
     * the learner did not take the course.
     */
    private boolean isOnTheLine(Set<UUID> active, GroupRef learners) {
        return active.stream()
                .map(id -> groups.withId(id).path())
                .anyMatch(
                        path -> path.covers(learners.path()) || learners.path().covers(path));
    }

    /** So many sign-offs are so many people who looked. */
    private void requireOnce(Caller caller, AttestedStep step) {
        if (!signOffs.isSignedBy(caller.memberId(), step.enrolmentId(), step.module(), step.since())) return;
        throw Refusal.conflict(
                "signed-off-by-you", "You signed this off already. Somebody else goes along the next time.");
    }

    private void requireOpen(AttestedStep step) {
        if (step.isDone()) {
            throw Refusal.conflict("step-state", "This step is done already; look at the next one.")
                    .with("state", step.state().name());
        }
        var rule = practicals.of(step.courseId(), step.module());
        if (rule.map(Practical::content).map(PracticalContent::signOffs).isEmpty()) {
            throw Refusal.conflict(
                    "no-sign-offs",
                    "This practical is not done by sign-offs; the course's practicals say what makes it done.");
        }
    }
}
