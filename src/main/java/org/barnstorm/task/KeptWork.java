package org.barnstorm.task;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.barnstorm.mandate.WorkInFlight;

/** Tasks go to somebody else when the authority of who looked after them ends. Volunteers keep their places. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class KeptWork implements WorkInFlight {
    private final KeeperRepository keepers;
    private final TaskRepository tasks;
    private final PlaceRepository places;
    private final TaskJournal journal;
    private final MeterRegistry meters;

    KeptWork(
            KeeperRepository keepers,
            TaskRepository tasks,
            PlaceRepository places,
            TaskJournal journal,
            MeterRegistry meters) {
        this.keepers = keepers;
        this.tasks = tasks;
        this.places = places;
        this.journal = journal;
        this.meters = meters;
    }

    @Override
    public List<Piece> lookedAfterBy(UUID memberId, Collection<UUID> groupIds) {
        return keepers.lookedAfterBy(memberId, groupIds);
    }

    @Override
    public void entrust(UUID cause, List<Handing> handings, Act act) {
        if (handings.isEmpty()) return;
        lock(handings);
        var still = stillTheirs(handings);
        keepers.entrust(cause, still);
        record("task.entrusted", still, act);
    }

    @Override
    public List<Handing> entrustedBy(UUID cause) {
        return keepers.toGiveBack(cause);
    }

    @Override
    public void giveBack(UUID cause, List<Handing> back, Act act) {
        if (back.isEmpty()) return;
        lock(back);
        var still = new ArrayList<>(keepers.toGiveBack(cause)); // as it is under the locks
        var wanted = back.stream().map(handing -> handing.piece().id()).collect(Collectors.toSet());
        still.removeIf(handing -> !wanted.contains(handing.piece().id())); // edits since do not matter
        keepers.giveBack(cause, still);
        record("task.given-back", still, act);
    }

    @Override
    public void keepUntil(UUID other, UUID cause, List<Handing> back) {
        keepers.keepUntil(other, cause, back);
    }

    private void lock(List<Handing> handings) {
        places.lockTasks(handings.stream().map(handing -> handing.piece().id()).toList());
    }

    /** What was done with a task before it was locked comes first. */
    private List<Handing> stillTheirs(List<Handing> handings) {
        var kept = new HashSet<UUID>();
        handings.stream().collect(Collectors.groupingBy(Handing::from)).forEach((from, theirs) -> {
            var groups = theirs.stream().map(each -> each.piece().groupId()).collect(Collectors.toSet());
            keepers.lookedAfterBy(from, groups).forEach(piece -> kept.add(piece.id()));
        });
        return handings.stream()
                .filter(handing -> kept.contains(handing.piece().id()))
                .toList();
    }

    private void record(String type, List<Handing> handings, Act act) {
        if (handings.isEmpty()) return;
        Map<UUID, Task> found =
                tasks
                        .list(
                                "id in ?1",
                                handings.stream().map(each -> each.piece().id()).toList())
                        .stream()
                        .collect(Collectors.toMap(Task::id, Function.identity()));
        journal.recordKeepers(type, handings, found, act);
        meters.counter("barnstorm.tasks.entrusted", "way", type.equals("task.entrusted") ? "there" : "back")
                .increment(handings.size());
    }
}
