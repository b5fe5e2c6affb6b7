package org.barnstorm.task.series;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;

/** How changes of series stand in the journal. */
@ApplicationScoped
class SeriesJournal {
    private final Journal journal;
    private final Groups groups;

    SeriesJournal(Journal journal, Groups groups) {
        this.journal = journal;
        this.groups = groups;
    }

    void record(String type, Series series, Caller caller, UUID mandate) {
        record(type, series, caller, mandate, null, null);
    }

    /** With one more fact. */
    void record(String type, Series series, Caller caller, UUID mandate, String name, Object value) {
        var path = groups.withId(series.groupId()).path().value();
        var event = new Event(type, series.id(), series.groupId(), path, caller.memberId(), mandate);
        journal.append(name == null ? event : event.with(name, value));
    }
}
