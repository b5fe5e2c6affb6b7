package org.barnstorm.training.enrolment;

import static org.barnstorm.authority.Capability.COMPLETION_RECORD;
import static org.barnstorm.authority.Capability.QUALIFICATION_READ;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.Capability;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.training.enrolment.EnrolmentJournal.By;
import org.barnstorm.training.enrolment.EnrolmentRepository.Whose;

/** Who sees an enrolment, and its row locked for who may change it: member, mandate, enrolment, in this order. */
@ApplicationScoped
class Access {
    private final EnrolmentRepository enrolments;
    private final Members members;
    private final Groups groups;
    private final Authority authority;

    Access(EnrolmentRepository enrolments, Members members, Groups groups, Authority authority) {
        this.enrolments = enrolments;
        this.members = members;
        this.groups = groups;
        this.authority = authority;
    }

    /** An enrolment that is locked, and who changes it. */
    record Locked(Enrolment enrolment, By by) {}

    /** One's own, or one where the caller may see what others learnt. */
    Whose seen(Caller caller, UUID id) {
        return enrolments
                .whose(id)
                .filter(whose -> whose.memberId().equals(caller.memberId())
                        || caller.may(
                                QUALIFICATION_READ,
                                groups.withId(whose.groupId()).path()))
                .orElseThrow(() -> Refusal.notFound("enrolment"));
    }

    /** For its learner, while it goes on and they belong to the group. */
    Locked asLearner(Caller caller, UUID id) {
        var locked = asOwner(caller, id);
        locked.enrolment().requireGoingOn();
        return locked;
    }

    /** For its learner, wherever they belong by now: who has moved away leaves all the same. */
    Locked asLeaver(Caller caller, UUID id) {
        var whose = own(caller, id);
        members.lock(whose.memberId());
        var enrolment = enrolments.lock(id);
        enrolment.requireGoingOn();
        return new Locked(enrolment, new By(caller.memberId(), null));
    }

    /** For its learner, over or not. */
    Locked asOwner(Caller caller, UUID id) {
        var whose = own(caller, id);
        members.requireActive(caller.memberId(), groups.withId(whose.groupId()));
        return new Locked(enrolments.lock(id), new By(caller.memberId(), null));
    }

    private Whose own(Caller caller, UUID id) {
        var whose = seen(caller, id);
        if (!whose.memberId().equals(caller.memberId())) {
            throw Refusal.forbidden("not-your-enrolment", "Only who takes the course can do that.");
        }
        return whose;
    }

    /** For a trainer of the group, who is somebody else. */
    Locked asTrainer(Caller caller, UUID id, Capability... also) {
        var whose = seen(caller, id);
        var group = groups.withId(whose.groupId());
        caller.require(COMPLETION_RECORD, group.path());
        if (whose.memberId().equals(caller.memberId())) {
            throw Refusal.forbidden(
                    "self-completion",
                    "Somebody else records that you completed a course. Ask a trainer of the group.");
        }
        members.requireActive(whose.memberId(), group);
        var mandate = authority.holds(caller, COMPLETION_RECORD, group);
        for (var each : also) authority.holds(caller, each, group);
        var enrolment = enrolments.lock(id);
        enrolment.requireGoingOn();
        return new Locked(enrolment, new By(caller.memberId(), mandate));
    }
}
