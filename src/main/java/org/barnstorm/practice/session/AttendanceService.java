package org.barnstorm.practice.session;

import static org.barnstorm.authority.Capability.COMPLETION_RECORD;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.time.Timestamps;
import org.barnstorm.task.Gatherings;
import org.barnstorm.task.Gatherings.Guest;
import org.barnstorm.training.content.ModuleKind;
import org.barnstorm.training.enrolment.AttestedSteps;
import org.barnstorm.training.enrolment.StepState;

/** Who was at a live session, as a trainer of its group says; never of oneself. */
@ApplicationScoped
@Transactional
class AttendanceService {
    private final AttendanceRepository attendances;
    private final SessionSight sight;
    private final SessionJournal journal;
    private final Gatherings gatherings;
    private final AttestedSteps steps;
    private final Members members;
    private final Groups groups;
    private final Authority authority;
    private final MeterRegistry meters;
    private final Clock clock;

    AttendanceService(
            AttendanceRepository attendances,
            SessionSight sight,
            SessionJournal journal,
            Gatherings gatherings,
            AttestedSteps steps,
            Members members,
            Groups groups,
            Authority authority,
            MeterRegistry meters,
            Clock clock) {
        this.attendances = attendances;
        this.sight = sight;
        this.journal = journal;
        this.gatherings = gatherings;
        this.steps = steps;
        this.members = members;
        this.groups = groups;
        this.authority = authority;
        this.meters = meters;
        this.clock = clock;
    }

    /** Who signed up, and what was said of them. */
    Slice<AttendeeView> list(Caller caller, UUID sessionId, Window window) {
        var session = sight.require(caller, sessionId);
        caller.require(COMPLETION_RECORD, groups.withId(session.groupId()).path());
        var guests = gatherings.guests(session.taskId(), window);
        var ids = guests.stream().map(Guest::memberId).toList();
        var said = attendances.of(sessionId, ids);
        var names = members.shortNames(ids);
        return Slice.of(
                window,
                guests,
                guest -> List.of(guest.memberId().toString()),
                guest -> AttendeeView.of(guest, names.get(guest.memberId()), said.get(guest.memberId())));
    }

    /** Locks the learner, the mandate, what they learn and then the task, in this order. */
    AttendeeView record(Caller caller, UUID sessionId, UUID memberId, NewAttendance said) {
        var session = sight.require(caller, sessionId);
        var group = groups.withId(session.groupId());
        caller.require(COMPLETION_RECORD, group.path());
        requireSomebodyElse(caller, memberId);
        members.lockAll(List.of(memberId));
        var mandate = authority.holds(caller, COMPLETION_RECORD, group);
        gatherings.requireBegun(session.taskId());
        requireGuest(session, memberId);
        var attendance = say(caller, session, memberId, said.status(), mandate);
        if (attendance.isPresent()) {
            attest(session, group, attendance, new AttestedSteps.Witness(caller.memberId(), mandate));
            gatherings.came(session.taskId(), memberId);
        } else {
            gatherings.missed(session.taskId(), memberId, caller.memberId());
        }
        var names = members.shortNames(List.of(memberId));
        return AttendeeView.of(requireGuest(session, memberId), names.get(memberId), attendance);
    }

    private Attendance say(Caller caller, LiveSession session, UUID memberId, Attendance.Status status, UUID mandate) {
        var attendance = attendances.of(session.id(), memberId).orElseGet(() -> new Attendance(session.id(), memberId));
        if (!attendance.say(status, caller.memberId(), Timestamps.now(clock))) return attendance;
        attendances.persist(attendance);
        journal.record(session, attendance, caller, mandate);
        count("barnstorm.practice.attendances", "status", status.name());
        return attendance;
    }

    /**
     * For learners of groups that the trainer's mandate reaches; who learns elsewhere asks a trainer there. A step that was
     * sent back after it had been said is not done by saying it again.
     */
    private void attest(LiveSession session, GroupRef where, Attendance said, AttestedSteps.Witness trainer) {
        var done = steps.find(said.memberId(), session.courseId(), session.module())
                .filter(step -> step.kind() == ModuleKind.LIVE_SESSION)
                .filter(step ->
                        step.state() != StepState.RETURNED || said.recordedAt().isAfter(step.since()))
                .filter(step ->
                        where.path().covers(groups.withId(step.groupId()).path()))
                .filter(step -> steps.done(step, trainer));
        if (done.isPresent()) count("barnstorm.practice.steps", "by", "session");
    }

    private static void requireSomebodyElse(Caller caller, UUID memberId) {
        if (!memberId.equals(caller.memberId())) return;
        throw Refusal.forbidden(
                "self-completion", "Somebody else records that you completed a course. Ask a trainer of the group.");
    }

    private Guest requireGuest(LiveSession session, UUID memberId) {
        return gatherings
                .guest(session.taskId(), memberId)
                .orElseThrow(
                        () -> Refusal.conflict(
                                "no-place",
                                "They had no place when it began. If they were there all the same, accept their step by hand."));
    }

    private void count(String name, String tag, String value) {
        meters.counter(name, tag, value.toLowerCase(Locale.ROOT)).increment();
    }
}
