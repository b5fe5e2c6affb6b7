package org.barnstorm.task;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.barnstorm.authority.Caller;
import org.barnstorm.task.kind.Effect;
import org.barnstorm.task.kind.Kinds;

/** How people say that they are getting on, and how it turned out. No mandate is needed: the hold is their own. */
@ApplicationScoped
@Transactional
class ResultService {
    private final HoldSight sight;
    private final PlaceRepository places;
    private final HoldRepository holds;
    private final WaitList waitList;
    private final TaskJournal journal;
    private final Kinds kinds;
    private final RandomGenerator chance;
    private final MeterRegistry meters;

    ResultService(
            HoldSight sight,
            PlaceRepository places,
            HoldRepository holds,
            WaitList waitList,
            TaskJournal journal,
            Kinds kinds,
            RandomGenerator chance,
            MeterRegistry meters) {
        this.sight = sight;
        this.places = places;
        this.holds = holds;
        this.waitList = waitList;
        this.journal = journal;
        this.kinds = kinds;
        this.chance = chance;
        this.meters = meters;
    }

    /** Ticks off steps. The same again changes nothing, and is in the journal once. */
    AssignmentView progress(Caller caller, UUID id, Progress progress) {
        var mine = sight.requireStillOwn(caller, id);
        var ticks = progress.ticks(mine.task().steps());
        places.lock(mine.assignment()); // the task's row is left to those who want a place
        var news = mine.assignment().tick(progress.fence(), ticks, holds.databaseTime());
        if (news) journal.recordProgress(mine.task(), mine.assignment(), caller);
        return view(mine);
    }

    /** Ends the work as its kind has it: done, or to be tried again by somebody. */
    AssignmentView complete(Caller caller, UUID id, Completion completion) {
        var mine = sight.requireStillOwn(caller, id);
        places.lock(mine.task(), mine.assignment());
        var task = mine.task();
        var outcome = completion.outcome();
        var effect = kinds.effectOf(task.groupId(), task.kind(), outcome.code(), outcome.quantity());
        if (effect == Effect.REOPENS) attempt(caller, mine, completion);
        else finish(caller, mine, completion);
        return view(mine);
    }

    private void attempt(Caller caller, HoldSight.Seen mine, Completion completion) {
        mine.assignment().attempt(completion.fence(), completion.outcome(), holds.databaseTime());
        journal.record("assignment.attempted", mine.task(), mine.assignment(), caller.memberId(), null);
        waitList.free(mine.task(), mine.assignment());
        count("attempted");
    }

    /** What nobody has to look at is verified at once, by nobody. */
    private void finish(Caller caller, HoldSight.Seen mine, Completion completion) {
        var hold = mine.assignment();
        var verification = mine.task().verification();
        var needed = verification.isNeeded(() -> holds.results(caller.memberId()), chance);
        hold.complete(completion.fence(), completion.outcome(), holds.databaseTime());
        journal.record("assignment.completed", mine.task(), hold, caller.memberId(), null);
        count(needed ? "to-verify" : "passed");
        if (needed) return;
        hold.pass();
        journal.record("assignment.passed", mine.task(), hold, null, null);
    }

    private static AssignmentView view(HoldSight.Seen mine) {
        return AssignmentView.of(mine.assignment(), mine.task(), mine.group().path());
    }

    private void count(String result) {
        meters.counter("barnstorm.results", "result", result).increment();
    }
}
