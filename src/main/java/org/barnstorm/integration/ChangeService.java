package org.barnstorm.integration;

import static org.barnstorm.authority.Capability.JOURNAL_READ;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.JournalFeed;
import org.barnstorm.platform.journal.Mark;
import org.barnstorm.platform.problem.Refusal;

/** Reading what changed in a part of the tree, from where one left off. */
@ApplicationScoped
@Transactional
class ChangeService {
    /** So many rows are looked at for one answer, whether or not the caller may see them, and for so long at most. */
    private static final int MOST = 2_000;

    private static final long NANOS = 1_000_000_000;
    private static final int BATCH = 500;

    /** So many transactions in one statement: one that looks for what is rare ends in time however long the journal is. */
    private static final long SPAN = 200_000;

    private final JournalFeed feed;
    private final Groups groups;

    ChangeService(JournalFeed feed, Groups groups) {
        this.feed = feed;
        this.groups = groups;
    }

    /** The next changes that the caller may see now. What they may not see is passed over and does not stop them. */
    Reading read(Caller caller, Asked asked) {
        requireFollower(caller, asked.group());
        var bound = feed.bound();
        if (asked.since() == null) return new Reading(List.of(), Mark.before(bound), false);
        var branch = groups.branch(asked.group());
        var found = new ArrayList<Reading.Found>();
        var mark = asked.since();
        var late = System.nanoTime() + NANOS;
        for (var looked = 0; looked < MOST && System.nanoTime() < late; ) {
            var end = Math.min(bound, mark.horizon() + SPAN);
            var rows = feed.read(branch, asked.types(), mark, end, BATCH);
            for (var row : rows) {
                if (found.size() == asked.limit()) return new Reading(found, mark, true);
                mark = row.mark();
                if (ChangeSight.shows(caller, row.entry())) found.add(new Reading.Found(Change.of(row.entry()), mark));
            }
            looked += rows.size();
            if (rows.size() == BATCH) continue;
            mark = later(mark, end);
            if (end == bound) return new Reading(found, mark, false);
        }
        return new Reading(found, mark, true);
    }

    /** One change again, if the caller may see it now. */
    Optional<Change> again(Caller caller, GroupPath path, Mark place) {
        requireFollower(caller, path);
        var before = new Mark(place.horizon(), place.position() - 1);
        return feed.read(groups.branch(path), Set.of(), before, place.horizon() + 1, 1).stream()
                .filter(row -> row.mark().equals(place) && ChangeSight.shows(caller, row.entry()))
                .findFirst()
                .map(row -> Change.of(row.entry()));
    }

    /** Below this horizon everything has been looked at, unless the place was further already. */
    private static Mark later(Mark mark, long horizon) {
        var end = Mark.before(horizon);
        return end.compareTo(mark) < 0 ? mark : end;
    }

    private void requireFollower(Caller caller, GroupPath path) {
        groups.at(path);
        if (!caller.reaches(path)) throw Refusal.notFound("group");
        if (!caller.isProgram() && caller.capabilitiesAt(path).isEmpty()) throw caller.lacking(JOURNAL_READ, path);
    }
}
