package org.barnstorm.task;

import static org.barnstorm.authority.Capability.ASSIGNMENT_READ;
import static org.barnstorm.authority.Capability.WORK_UNDO;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.problem.Refusal;

/**
 * Undoing what one person did since a moment. One transaction: what the preview showed is undone as a whole or not at
 * all, and the tasks it touches are locked meanwhile, so that it is still what was shown.
 */
@ApplicationScoped
@Transactional
class UndoService {
    private final UndoRepository undos;
    private final PlaceRepository places;
    private final HoldRepository holds;
    private final WaitList waitList;
    private final TaskJournal taskJournal;
    private final Journal journal;
    private final Groups groups;
    private final Members members;
    private final Authority authority;
    private final MeterRegistry meters;

    UndoService(
            UndoRepository undos,
            PlaceRepository places,
            HoldRepository holds,
            WaitList waitList,
            TaskJournal taskJournal,
            Journal journal,
            Groups groups,
            Members members,
            Authority authority,
            MeterRegistry meters) {
        this.undos = undos;
        this.places = places;
        this.holds = holds;
        this.waitList = waitList;
        this.taskJournal = taskJournal;
        this.journal = journal;
        this.groups = groups;
        this.members = members;
        this.authority = authority;
        this.meters = meters;
    }

    UndoPreview preview(Caller caller, GroupPath path, UUID memberId, Instant since) {
        groups.at(path);
        caller.require(WORK_UNDO, path);
        caller.require(ASSIGNMENT_READ, path);
        requireSomebodyElse(caller, memberId);
        var found = undos.find(groups.branch(path), memberId, since);
        var deeds = Deeds.among(undos.looks(found.holds()), path, memberId, since, found.total());
        return UndoPreview.of(
                deeds,
                deeds.items().stream()
                        .map(item -> UndoItem.of(
                                item, groups.withId(item.task().groupId()).path()))
                        .toList());
    }

    UndoView undo(Caller caller, GroupPath path, NewUndo wanted) {
        var group = groups.at(path);
        var mandate = authority.holds(caller, WORK_UNDO, group);
        requireSomebodyElse(caller, wanted.memberId());
        var deeds = lock(path, wanted);
        if (!deeds.fingerprint().equals(wanted.expected())) {
            throw Refusal.conflict(
                    "preview-stale",
                    "This is not what the preview showed: something was done or undone since. Look at it again.");
        }
        var now = holds.databaseTime();
        deeds.items().stream()
                .sorted(Comparator.comparing(item -> item.hold().id()))
                .forEach(item -> undo(caller, item, wanted.reason(), now, mandate));
        var undo = new WorkUndo(group.id(), deeds, wanted.reason(), caller.memberId(), now);
        undos.persist(undo);
        record(undo, group, caller, mandate);
        return UndoView.of(undo, path);
    }

    /** For who asks again what came of it. */
    UndoView show(Caller caller, UUID id) {
        var undo = undos.findByIdOptional(id).orElseThrow(() -> Refusal.notFound("undo"));
        var path = groups.withId(undo.groupId()).path();
        caller.require(WORK_UNDO, path);
        return UndoView.of(undo, path);
    }

    /** What there is to undo now, with tasks and then holds locked, each in the order of their ids. */
    private Deeds lock(GroupPath path, NewUndo wanted) {
        var found = undos.find(groups.branch(path), wanted.memberId(), wanted.since());
        places.lockTasks(found.tasks());
        places.lockHolds(found.holds());
        var looks = undos.looks(found.holds());
        return Deeds.among(looks, path, wanted.memberId(), wanted.since(), found.total());
    }

    private void undo(Caller caller, Deeds.Item item, String reason, Instant now, UUID mandate) {
        var hold = item.hold();
        var type =
                switch (item.deed()) {
                    case HOLD -> {
                        hold.cancel(reason, now);
                        yield "assignment.withdrawn";
                    }
                    case RESULT -> {
                        hold.undo(reason, now);
                        yield "assignment.undone";
                    }
                    case VERDICT -> {
                        hold.unverify();
                        yield "assignment.unverified";
                    }
                };
        taskJournal.record(type, item.task(), hold, caller.memberId(), mandate);
        if (!hold.status().holdsPlace()) waitList.free(item.task(), hold);
    }

    private void record(WorkUndo undo, GroupRef group, Caller caller, UUID mandate) {
        journal.append(
                new Event("undo.made", undo.id(), group.id(), group.path().value(), caller.memberId(), mandate)
                        .with("member", undo.memberId())
                        .with("since", undo.since())
                        .with("holds", undo.holds())
                        .with("results", undo.results())
                        .with("verdicts", undo.verdicts())
                        .with("left", undo.leftOver()));
        count(Deed.HOLD, undo.holds());
        count(Deed.RESULT, undo.results());
        count(Deed.VERDICT, undo.verdicts());
    }

    private void count(Deed deed, int times) {
        meters.counter("barnstorm.undone", "deed", deed.name().toLowerCase(Locale.ROOT))
                .increment(times);
    }

    private void requireSomebodyElse(Caller caller, UUID memberId) {
        members.requireKnown(memberId);
        if (memberId.equals(caller.memberId())) {
            throw Refusal.forbidden(
                    "self-undo", "Nobody undoes their own work. Give back what you hold, or ask another organiser.");
        }
    }
}
