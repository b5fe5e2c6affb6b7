package org.barnstorm.integration;

import static org.barnstorm.authority.Capability.JOURNAL_READ;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
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
    /** So many rows are looked at for one answer, whether or not the caller may see them. */
    private static final int MOST = 2_000;

    private static final int BATCH = 500;

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
        for (var looked = 0; looked < MOST; ) {
            var rows = feed.read(branch, asked.types(), mark, bound, BATCH);
            for (var row : rows) {
                if (found.size() == asked.limit()) return new Reading(found, mark, true);
                mark = row.mark();
                if (ChangeSight.shows(caller, row.entry())) found.add(new Reading.Found(Change.of(row.entry()), mark));
            }
            if (rows.size() < BATCH) return new Reading(found, end(mark, bound), false);
            looked += rows.size();
        }
        return new Reading(found, mark, true);
    }

    /** Below the bound everything has been read; a cursor of another replica may have been further. */
    private static Mark end(Mark mark, long bound) {
        var end = Mark.before(bound);
        return end.compareTo(mark) < 0 ? mark : end;
    }

    private void requireFollower(Caller caller, GroupPath path) {
        groups.at(path);
        if (!caller.reaches(path)) throw Refusal.notFound("group");
        if (!caller.isProgram() && caller.capabilitiesAt(path).isEmpty()) throw caller.lacking(JOURNAL_READ, path);
    }
}
