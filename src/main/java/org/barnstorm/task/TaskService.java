package org.barnstorm.task;

import static org.barnstorm.authority.Capability.TASK_CREATE;
import static org.barnstorm.authority.Capability.TASK_EDIT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Budget;
import org.barnstorm.authority.Budgets;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.campaign.Campaigns;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.http.IfMatch;
import org.barnstorm.platform.http.MergePatch;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.time.Timestamps;
import org.barnstorm.task.kind.Kinds;
import org.barnstorm.training.Qualifications;

/** Making, finding, editing, publishing, closing and cancelling tasks. */
@ApplicationScoped
@Transactional
class TaskService {
    private final TaskRepository tasks;
    private final PlaceRepository places;
    private final HoldRepository holds;
    private final WaitList waitList;
    private final Cancellation cancellation;
    private final TaskSight sight;
    private final TaskJournal journal;
    private final Groups groups;
    private final Authority authority;
    private final Qualifications qualifications;
    private final Kinds kinds;
    private final Campaigns campaigns;
    private final Revisions revisions;
    private final Needing needing;
    private final Reviews reviews;
    private final Budgets budgets;
    private final MergePatch.Patcher patcher;
    private final TaskConfig config;
    private final Clock clock;

    TaskService(
            TaskRepository tasks,
            PlaceRepository places,
            HoldRepository holds,
            WaitList waitList,
            Cancellation cancellation,
            TaskSight sight,
            TaskJournal journal,
            Groups groups,
            Authority authority,
            Qualifications qualifications,
            Kinds kinds,
            Campaigns campaigns,
            Revisions revisions,
            Needing needing,
            Reviews reviews,
            Budgets budgets,
            MergePatch.Patcher patcher,
            TaskConfig config,
            Clock clock) {
        this.tasks = tasks;
        this.places = places;
        this.holds = holds;
        this.waitList = waitList;
        this.cancellation = cancellation;
        this.sight = sight;
        this.journal = journal;
        this.groups = groups;
        this.authority = authority;
        this.qualifications = qualifications;
        this.kinds = kinds;
        this.campaigns = campaigns;
        this.revisions = revisions;
        this.needing = needing;
        this.reviews = reviews;
        this.budgets = budgets;
        this.patcher = patcher;
        this.config = config;
        this.clock = clock;
    }

    TaskView create(Caller caller, NewTask wanted) {
        var group = groups.at(wanted.group());
        var mandate =
                authority.warrant(caller, TASK_CREATE, group, wanted.matter()).over(wanted.matter());
        var content = wanted.content(groups.zone(group));
        qualifications.requireCourse(content.requiredCourseId());
        kinds.require(group.id(), content.kind());
        if (content.campaignId() != null) campaigns.requireReaching(content.campaignId(), group);
        var now = Timestamps.now(clock);
        var movement = groups.movement(group).id();
        var task = new Task(group.id(), movement, content, config.travelGap(), caller.memberId(), now);
        tasks.persist(task);
        journal.record("task.created", task, caller, mandate);
        budgets.spend(caller, Budget.TASKS, 1, group);
        return TaskView.of(task, group.path());
    }

    TaskView show(Caller caller, UUID id) {
        var task = sight.require(caller, tasks.findById(id));
        return view(task);
    }

    /** What the caller may see in a branch, or everywhere. */
    Slice<TaskView> list(Caller caller, GroupPath branch, Task.Status status, boolean mine, Window window) {
        if (branch != null) groups.at(branch);
        var found = tasks.visible(sight.over(caller, branch), status, mine, window);
        return Slice.of(window, found, task -> List.of(task.id().toString()), this::view);
    }

    TaskView edit(Caller caller, UUID id, IfMatch expected, MergePatch patch) {
        return change(caller, id, "task.edited", (task, mandate) -> {
            expected.require(task.version());
            var content = patcher.apply(patch, task.content()).requireSensible();
            qualifications.requireCourse(content.requiredCourseId());
            reviews.requireMayChange(task, content, caller, groups.withId(task.groupId()));
            if (isNewKind(content, task)) requireMayBecome(content.kind(), task);
            if (isNewCampaign(content, task)) {
                campaigns.requireReaching(content.campaignId(), groups.withId(task.groupId()));
            }
            var moved = content.isAtAnotherTimeThan(task.content());
            revisions.edit(task, content, caller.memberId());
            task.detach();
            if (moved) reschedule(task);
        });
    }

    private static boolean isNewKind(TaskContent content, Task task) {
        return !Objects.equals(content.kind(), task.kind());
    }

    /** What is in a campaign may stay there when that is over. */
    private static boolean isNewCampaign(TaskContent content, Task task) {
        return content.campaignId() != null && !content.campaignId().equals(task.campaignId());
    }

    /** What was reported as one kind of work, in its words, does not count as another afterwards. */
    private void requireMayBecome(String kind, Task task) {
        kinds.require(task.groupId(), kind);
        if (!holds.hasResults(task.id())) return;
        throw Refusal.conflict(
                "kind-has-results",
                "People have done this task as the kind of work that it is. Make another task of the other kind.");
    }

    /** Holders keep their places when the time changes, unless they could not be there. */
    private void reschedule(Task task) {
        tasks.flush();
        var elsewhere = holds.wouldBeDoubleBooked(task.id());
        if (elsewhere > 0) {
            throw Refusal.conflict(
                            "holders-double-booked",
                            elsewhere + " of those who hold a place have another one at the new time."
                                    + " Choose another time, or ask them to give one of the two back.")
                    .with("holders", elsewhere);
        }
        places.reschedule(task);
    }

    /** Opens it, or lets it wait: until the tasks it needs are done, or until somebody else has looked at it. */
    TaskView publish(Caller caller, UUID id) {
        var seen = sight.require(caller, tasks.findById(id));
        var group = groups.withId(seen.groupId());
        var releases = reviews.mayRelease(seen, caller, group);
        return change(caller, id, (task, mandate) -> {
            // What waits for its review is released by that: there one says which version one has read.
            var isReleasedSo = releases && task.status() == Task.Status.DRAFT;
            return !isReleasedSo && reviews.holdBack(task, caller, group) ? submit(task) : open(task);
        });
    }

    private String submit(Task task) {
        task.review().requireNone();
        needing.keepsWaiting(task); // what will never be done is said now, not after the review
        task.submit(Timestamps.now(clock));
        return "task.submitted";
    }

    private String open(Task task) {
        if (task.review().isWaiting()) {
            var met = needing.areMet(task); // asked while nothing has changed: one act is one version
            task.dropReview();
            if (met) task.publish(clock.instant());
        } else if (needing.keepsWaiting(task)) {
            task.await(clock.instant());
        } else {
            task.publish(clock.instant());
        }
        return "task.published";
    }

    TaskView close(Caller caller, UUID id) {
        return change(caller, id, "task.closed", (task, mandate) -> task.close());
    }

    TaskView cancel(Caller caller, UUID id) {
        return change(
                caller, id, "task.cancelled", (task, mandate) -> cancellation.cancel(task, caller.memberId(), mandate));
    }

    private TaskView change(Caller caller, UUID id, String type, BiConsumer<Task, UUID> verb) {
        return change(caller, id, (task, mandate) -> {
            verb.accept(task, mandate);
            return type;
        });
    }

    /** @param verb does it, and says what it was */
    private TaskView change(Caller caller, UUID id, BiFunction<Task, UUID, String> verb) {
        var seen = sight.require(caller, tasks.findById(id));
        var warrant = authority.warrant(caller, TASK_EDIT, groups.withId(seen.groupId()), seen.matter());
        tasks.getSession().refresh(seen, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
        var before = seen.matter();
        var type = verb.apply(seen, warrant.over(before));
        var mandate = warrant.over(
                before, seen.matter()); // nobody edits a task out of the reach of their mandate, or into it
        journal.record(type, seen, caller, mandate);
        waitList.fill(seen); // there may be more places, or they may be taken again
        tasks.getSession().refresh(seen);
        return view(seen);
    }

    private TaskView view(Task task) {
        return TaskView.of(task, groups.withId(task.groupId()).path());
    }
}
