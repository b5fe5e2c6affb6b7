package org.barnstorm.practice.session;

import static org.barnstorm.authority.Capability.COMPLETION_RECORD;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.task.Gatherings;
import org.barnstorm.task.TaskView;

/** Who sees which live sessions: whoever sees the task, and trainers of its group. */
@ApplicationScoped
class SessionSight {
    private final LiveSessionRepository sessions;
    private final Gatherings gatherings;
    private final Groups groups;

    SessionSight(LiveSessionRepository sessions, Gatherings gatherings, Groups groups) {
        this.sessions = sessions;
        this.gatherings = gatherings;
        this.groups = groups;
    }

    /** The session, or 404 for who may not see it. */
    LiveSession require(Caller caller, UUID id) {
        var session = sessions.findByIdOptional(id).orElseThrow(() -> Refusal.notFound("live session"));
        if (isTrainer(caller, session) || gatherings.sees(caller, session.taskId())) return session;
        throw Refusal.notFound("live session");
    }

    boolean isTrainer(Caller caller, LiveSession session) {
        return caller.may(COMPLETION_RECORD, groups.withId(session.groupId()).path());
    }

    /** The link is for those who come: whoever else had it could be there without a place. */
    LiveSessionView view(Caller caller, LiveSession session, TaskView task) {
        var shows = session.link() != null
                && (isTrainer(caller, session) || gatherings.hasPlace(session.taskId(), caller.memberId()));
        return LiveSessionView.of(session, task, shows);
    }
}
