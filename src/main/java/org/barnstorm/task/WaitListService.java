package org.barnstorm.task;

import static org.barnstorm.authority.Capability.ASSIGNMENT_READ;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Budgets;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.time.Timestamps;

/** Joining, leaving and reading wait lists. */
@ApplicationScoped
@Transactional
class WaitListService {
    private final TaskRepository tasks;
    private final WaiterRepository waiters;
    private final HoldRepository holds;
    private final HoldService holdService;
    private final WaitList waitList;
    private final TaskSight sight;
    private final Admission admission;
    private final TaskJournal journal;
    private final Budgets budgets;
    private final Members members;
    private final Groups groups;
    private final TaskConfig config;
    private final Clock clock;

    WaitListService(
            TaskRepository tasks,
            WaiterRepository waiters,
            HoldRepository holds,
            HoldService holdService,
            WaitList waitList,
            TaskSight sight,
            Admission admission,
            TaskJournal journal,
            Budgets budgets,
            Members members,
            Groups groups,
            TaskConfig config,
            Clock clock) {
        this.tasks = tasks;
        this.waiters = waiters;
        this.holds = holds;
        this.holdService = holdService;
        this.waitList = waitList;
        this.sight = sight;
        this.admission = admission;
        this.journal = journal;
        this.budgets = budgets;
        this.members = members;
        this.groups = groups;
        this.config = config;
        this.clock = clock;
    }

    /** Waits for a place of a full task. Who waits already gets the same entry again: a double tap is not an error. */
    WaiterView join(Caller caller, UUID taskId) {
        var member = caller.memberId();
        var known = waiters.live(taskId, member);
        if (known.isPresent()) return view(known.get());
        var task = sight.require(caller, tasks.findById(taskId));
        requireWorthWaiting(task, member); // before any lock: a popular task is not a queue for everything
        admission.admit(member, caller.groupIds(), task, groups.withId(task.groupId()));
        tasks.getSession().refresh(task, LockModeType.PESSIMISTIC_WRITE);
        var meanwhile = waiters.live(taskId, member);
        if (meanwhile.isPresent()) return view(meanwhile.get());
        requireWorthWaiting(task, member);
        requireRoom(member);
        var waiter = new Waiter(task, member, Timestamps.now(clock));
        waiters.persist(waiter);
        journal.record("waiter.joined", task, waiter, member, null);
        return view(waiter);
    }

    /** Waits no longer. An offer that has been made by then is declined, and the next person gets it. */
    WaiterView leave(Caller caller, UUID taskId) {
        var member = caller.memberId();
        if (!waiters.waits(taskId, member)) throw Refusal.notFound("entry of yours in this list");
        var task = tasks.lock(taskId).orElseThrow();
        var waiter = waiters.live(taskId, member).orElseThrow(() -> Refusal.notFound("entry of yours in this list"));
        if (waiter.status() == WaiterStatus.OFFERED) {
            holdService.decline(caller, waiter.assignmentId(), new Decline(null));
        } else {
            waitList.leave(task, waiter, member);
        }
        return view(waiter);
    }

    /** Who waits for a place of this task, and who has an offer of one. */
    Slice<WaiterView> ofTask(Caller caller, UUID taskId, Window window) {
        var task = sight.require(caller, tasks.findById(taskId));
        var group = groups.withId(task.groupId());
        var path = group.path();
        caller.require(ASSIGNMENT_READ, path, task.matter());
        var found = waiters.ofTask(taskId, window);
        var shown =
                budgets.look(caller, group, window, found, line -> line.waiter().memberId());
        var names = members.shortNames(
                found.stream().map(line -> line.waiter().memberId()).toList());
        return Slice.of(
                shown,
                found,
                line -> List.of(Long.toString(line.waiter().position())),
                line -> WaiterView.of(line, path, names.get(line.waiter().memberId())));
    }

    /** What the caller waits for, and what is offered to them from wait lists. */
    Slice<WaiterView> mine(Caller caller, Window window) {
        return Slice.of(
                window,
                waiters.ofMember(caller.memberId(), window),
                line -> List.of(line.waiter().id().toString()),
                this::view);
    }

    private void requireWorthWaiting(Task task, UUID memberId) {
        var own = holds.look(task.id(), memberId).orElseThrow().own();
        if (own != null) {
            throw Refusal.conflict("place-held", "You have a place in this task already: it is " + own.status() + ".")
                    .with("assignment", own.id())
                    .with("state", own.status().name());
        }
        var why = task.whyNoPlace(clock.instant());
        if (why == null) {
            throw Refusal.conflict("task-not-full", "There is a free place, so there is nothing to wait for: claim it.")
                    .with("taken", task.taken());
        }
        if (!why.code().equals("task-full")) throw why;
    }

    /** Whoever waits everywhere keeps places from others while each offer runs out. Asked under the member's lock. */
    private void requireRoom(UUID memberId) {
        if (waiters.liveOf(memberId) < config.waitlist().most()) return;
        throw Refusal.conflict(
                        "waitlist-limit",
                        "You wait for " + config.waitlist().most()
                                + " tasks, and may not wait for more. Leave another list first.")
                .with("limit", config.waitlist().most());
    }

    private WaiterView view(Waiter waiter) {
        return view(waiters.line(waiter.id()));
    }

    private WaiterView view(WaiterRepository.Line line) {
        return WaiterView.of(line, groups.withId(line.task().groupId()).path(), null);
    }
}
