package org.barnstorm.practice.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;

/** How changes of live sessions stand in the journal. Links and names stay out of it. */
@ApplicationScoped
class SessionJournal {
    private final Journal journal;
    private final Groups groups;

    SessionJournal(Journal journal, Groups groups) {
        this.journal = journal;
        this.groups = groups;
    }

    void record(String type, LiveSession session, Caller caller, UUID mandate) {
        journal.append(event(type, session.id(), session, caller, mandate).with("task", session.taskId()));
    }

    void record(LiveSession session, Attendance attendance, Caller caller, UUID mandate) {
        journal.append(event("attendance.recorded", attendance.id(), session, caller, mandate)
                .with("session", session.id())
                .with("member", attendance.memberId())
                .with("status", attendance.status()));
    }

    /** These sessions are another group's from now on. */
    void recordMoved(List<LiveSession> sessions, GroupRef into, UUID move) {
        journal.appendAll(sessions.stream()
                .map(session -> new Event(
                                "session.moved",
                                session.id(),
                                into.id(),
                                into.path().value(),
                                null,
                                null)
                        .with("course", session.courseId())
                        .with("task", session.taskId())
                        .with("move", move))
                .toList());
    }

    private Event event(String type, UUID subject, LiveSession session, Caller caller, UUID mandate) {
        var group = groups.withId(session.groupId());
        return new Event(type, subject, group.id(), group.path().value(), caller.memberId(), mandate)
                .with("course", session.courseId());
    }
}
