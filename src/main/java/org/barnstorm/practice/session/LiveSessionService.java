package org.barnstorm.practice.session;

import static org.barnstorm.authority.Capability.COMPLETION_RECORD;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.time.Timestamps;
import org.barnstorm.practice.session.LiveSessionRepository.Upcoming;
import org.barnstorm.task.Gatherings;
import org.barnstorm.task.TaskView;
import org.barnstorm.training.Courses;
import org.barnstorm.training.content.CourseModule;
import org.barnstorm.training.content.ModuleKind;
import org.barnstorm.training.content.Versions;

/** Planning, finding and cancelling live sessions. One signs up by claiming a place of the task. */
@ApplicationScoped
@Transactional
class LiveSessionService {
    /** So many are looked at together, until a page is full of those that the caller sees. */
    private static final int BATCH = 100;

    private final LiveSessionRepository sessions;
    private final SessionSight sight;
    private final SessionJournal journal;
    private final Gatherings gatherings;
    private final Courses courses;
    private final Versions versions;
    private final Groups groups;
    private final Authority authority;
    private final Clock clock;

    LiveSessionService(
            LiveSessionRepository sessions,
            SessionSight sight,
            SessionJournal journal,
            Gatherings gatherings,
            Courses courses,
            Versions versions,
            Groups groups,
            Authority authority,
            Clock clock) {
        this.sessions = sessions;
        this.sight = sight;
        this.journal = journal;
        this.gatherings = gatherings;
        this.courses = courses;
        this.versions = versions;
        this.groups = groups;
        this.authority = authority;
        this.clock = clock;
    }

    LiveSessionView plan(Caller caller, UUID courseId, NewLiveSession wanted) {
        var course = courses.withId(courseId);
        var group = groups.at(wanted.group());
        var mandate = authority.holds(caller, COMPLETION_RECORD, group);
        if (!course.group().path().covers(group.path())) {
            throw Refusal.invalid("outside-course", "This course cannot be taken in " + group.path() + ".");
        }
        var module = module(courseId, wanted.module());
        var task = gatherings.plan(wanted.gathering(module.title()), caller.memberId());
        var session = new LiveSession(
                courseId, module.key(), group.id(), task.id(), wanted.link(), caller.memberId(), Timestamps.now(clock));
        sessions.persist(session);
        journal.record("session.planned", session, caller, mandate);
        return LiveSessionView.of(session, task, true);
    }

    /** Those of a course that are to come or go on and that the caller sees, the soonest first. */
    Slice<LiveSessionView> upcoming(Caller caller, UUID courseId, Window window) {
        courses.withId(courseId);
        var seen = new ArrayList<Seen>();
        var next = new Window(BATCH, window.after());
        while (next != null && seen.size() <= window.limit()) {
            var batch = sessions.upcoming(courseId, clock.instant(), next);
            seen.addAll(seen(caller, batch));
            next = batch.size() < BATCH
                    ? null
                    : new Window(BATCH, batch.get(BATCH - 1).key());
        }
        return Slice.of(
                window, seen, each -> each.row().key(), each -> sight.view(caller, each.session(), each.task()));
    }

    /** A row of the list that the caller may see. */
    private record Seen(Upcoming row, LiveSession session, TaskView task) {}

    private List<Seen> seen(Caller caller, List<Upcoming> batch) {
        var byId = sessions.withIds(batch.stream().map(Upcoming::id).toList());
        var byTask = byId.values().stream().collect(Collectors.toMap(LiveSession::taskId, Function.identity()));
        var tasks = gatherings.upcoming(caller, byTask.keySet(), id -> sight.isTrainer(caller, byTask.get(id))).stream()
                .collect(Collectors.toMap(TaskView::id, Function.identity()));
        return batch.stream()
                .map(row -> new Seen(
                        row, byId.get(row.id()), tasks.get(byId.get(row.id()).taskId())))
                .filter(each -> each.task() != null)
                .toList();
    }

    LiveSessionView show(Caller caller, UUID id) {
        var session = sight.require(caller, id);
        return sight.view(caller, session, gatherings.show(session.taskId()));
    }

    /** Whoever has a place or waits for one loses it, as with every task. */
    LiveSessionView cancel(Caller caller, UUID id) {
        var session = sight.require(caller, id);
        var mandate = authority.holds(caller, COMPLETION_RECORD, groups.withId(session.groupId()));
        var task = gatherings.cancel(
                session.taskId()); // with its lock, under which what happens to the session takes turns
        journal.record("session.cancelled", session, caller, mandate);
        return LiveSessionView.of(session, task, true);
    }

    /** As the newest version has it; who is on the way through an older one does it as well. */
    private CourseModule module(UUID courseId, String key) {
        return versions.latest(courseId)
                .flatMap(version -> version.modules().find(key))
                .filter(module -> module.kind() == ModuleKind.LIVE_SESSION)
                .orElseThrow(() -> Refusal.invalid(
                        "unknown-module",
                        "The newest version of the course has no module \"" + key + "\" of the kind LIVE_SESSION."));
    }
}
