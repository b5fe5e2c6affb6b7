package org.barnstorm.task;

import static org.barnstorm.authority.Capability.ASSIGNMENT_READ;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;

/** How the work of a group and of those below it stands, for who looks after it. */
@ApplicationScoped
@Transactional
class BoardService {
    private final BoardRepository boards;
    private final QualifiedPeople people;
    private final Groups groups;
    private final Stuck.Patience patience;
    private final Clock clock;

    BoardService(BoardRepository boards, QualifiedPeople people, Groups groups, TaskConfig config, Clock clock) {
        this.boards = boards;
        this.people = people;
        this.groups = groups;
        this.patience = Stuck.Patience.of(config.board());
        this.clock = clock;
    }

    /** A page of the board, and the numbers of the whole. */
    record Board(BoardTotals totals, Slice<BoardTaskView> tasks) {}

    Board show(Caller caller, GroupPath path, Window window) {
        groups.at(path);
        caller.require(ASSIGNMENT_READ, path);
        var now = clock.instant();
        var branch = groups.branch(path);
        var found = boards.page(branch, window);
        var counts = boards.counts(found.stream().map(Task::id).toList());
        var nobody = people.withoutAnybody(
                found.stream().filter(task -> task.free(now) > 0).toList());
        groups.withIds(found.stream().map(Task::groupId).collect(Collectors.toSet()));
        return new Board(
                boards.totals(branch, patience, now),
                Slice.of(
                        window,
                        found,
                        task -> List.of(task.id().toString()),
                        task -> view(task, counts.get(task.id()), nobody, now)));
    }

    private BoardTaskView view(Task task, BoardRepository.Counts counts, Set<UUID> nobody, Instant now) {
        var free = task.free(now);
        var facts = new Stuck.Facts(
                free,
                task.openSince(),
                task.startsAt(),
                counts.lapses(),
                counts.doneSince(),
                !nobody.contains(task.id()),
                task.review().isWaiting());
        return new BoardTaskView(
                task.id(),
                groups.withId(task.groupId()).path(),
                task.title(),
                task.status(),
                task.startsAt(),
                task.endsAt(),
                new BoardPlaces(
                        free, counts.offered(), counts.held(), counts.late(), counts.toVerify(), counts.verified()),
                Stuck.of(facts, patience, now));
    }
}
