package org.barnstorm.integration;

import static org.barnstorm.authority.Capability.JOURNAL_READ;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.journal.JournalEntry;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;

/** Reading the journal of a part of the tree. */
@ApplicationScoped
@Transactional
class JournalService {
    private final Journal journal;
    private final Groups groups;

    JournalService(Journal journal, Groups groups) {
        this.journal = journal;
        this.groups = groups;
    }

    /** What happened in a group and below it, oldest first. */
    Slice<JournalEntry> read(Caller caller, GroupPath path, Window window) {
        groups.at(path);
        caller.require(JOURNAL_READ, path);
        return journal.read(groups.branch(path), window);
    }
}
