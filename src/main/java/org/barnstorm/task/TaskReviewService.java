package org.barnstorm.task;

import static org.barnstorm.authority.Capability.TASK_EDIT;
import static org.barnstorm.authority.Capability.TASK_REVIEW;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.mandate.WhoMay;
import org.barnstorm.member.Members;
import org.barnstorm.platform.http.IfMatch;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.time.Timestamps;

/** Releasing or sending back what people on probation publish. */
@ApplicationScoped
@Transactional
class TaskReviewService {
    private static final int MOST_REVIEWERS = 10;

    private final TaskRepository tasks;
    private final TaskReviewRepository reviews;
    private final TaskSight sight;
    private final LimitedReach limited;
    private final Needing needing;
    private final TaskJournal journal;
    private final WhoMay whoMay;
    private final Members members;
    private final Groups groups;
    private final Authority authority;
    private final MeterRegistry meters;
    private final Clock clock;

    TaskReviewService(
            TaskRepository tasks,
            TaskReviewRepository reviews,
            TaskSight sight,
            LimitedReach limited,
            Needing needing,
            TaskJournal journal,
            WhoMay whoMay,
            Members members,
            Groups groups,
            Authority authority,
            MeterRegistry meters,
            Clock clock) {
        this.tasks = tasks;
        this.reviews = reviews;
        this.sight = sight;
        this.limited = limited;
        this.needing = needing;
        this.journal = journal;
        this.whoMay = whoMay;
        this.members = members;
        this.groups = groups;
        this.authority = authority;
        this.meters = meters;
        this.clock = clock;
    }

    /** For who made the task, and for those who see drafts there or may release them. */
    TaskReviewView show(Caller caller, UUID id) {
        var task = sight.require(caller, tasks.findById(id));
        var group = groups.withId(task.groupId());
        var isOwn = task.createdBy().equals(caller.memberId());
        if (!isOwn && !caller.may(TASK_REVIEW, group.path(), task.matter())) {
            caller.require(TASK_EDIT, group.path(), task.matter());
        }
        if (task.review().state() == null) throw Refusal.notFound("review");
        return TaskReviewView.of(task, reviewers(task, group));
    }

    private List<TaskReviewView.Reviewer> reviewers(Task task, GroupRef group) {
        if (!task.review().isWaiting()) return List.of();
        var found = whoMay.nearest(TASK_REVIEW, group, task.createdBy(), MOST_REVIEWERS);
        var names = members.shortNames(found);
        return found.stream()
                .map(id -> new TaskReviewView.Reviewer(id, names.get(id)))
                .toList();
    }

    /** What waits in a group and below it, the oldest task first. */
    Slice<TaskView> waiting(Caller caller, GroupPath path, Window window) {
        groups.at(path);
        var narrow = caller.may(TASK_REVIEW, path)
                ? null
                : limited.of(caller, path, grant -> grant.reaches(TASK_REVIEW, path));
        if (narrow != null && !narrow.exists()) throw caller.lacking(TASK_REVIEW, path);
        var found = reviews.waiting(groups.branch(path), narrow, window);
        groups.withIds(found.stream().map(Task::groupId).collect(Collectors.toSet()));
        return Slice.of(window, found, task -> List.of(task.id().toString()), this::view);
    }

    /** It opens as it was read, at once or when the tasks that it needs are done. */
    TaskView release(Caller caller, UUID id, IfMatch read) {
        return decide(caller, id, "released", task -> {
            var now = Timestamps.now(clock);
            var met = needing.areMet(task); // asked while nothing has changed: one act is one version
            task.release(caller.memberId(), now); // who comes second is told so, not that they read too early
            read.require(task.version());
            if (met) task.publish(now);
        });
    }

    TaskView sendBack(Caller caller, UUID id, Returning back) {
        return decide(
                caller, id, "returned", task -> task.sendBack(caller.memberId(), back.reason(), Timestamps.now(clock)));
    }

    private TaskView decide(Caller caller, UUID id, String verdict, Consumer<Task> verb) {
        var task = sight.require(caller, tasks.findById(id));
        var warrant = authority.warrant(caller, TASK_REVIEW, groups.withId(task.groupId()), task.matter());
        tasks.getSession().refresh(task, LockModeType.PESSIMISTIC_WRITE);
        var mandate = warrant.over(task.matter());
        verb.accept(task);
        journal.record("task." + verdict, task, caller, mandate);
        meters.counter("barnstorm.tasks.reviewed", "verdict", verdict).increment();
        tasks.flush();
        return view(task);
    }

    private TaskView view(Task task) {
        return TaskView.of(task, groups.withId(task.groupId()).path());
    }
}
