package org.barnstorm.importing;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;

/** Writes what becomes of imports: states and counts, nothing of the people. */
@ApplicationScoped
class ImportJournal {
    private final Journal journal;
    private final Groups groups;
    private final MeterRegistry meters;

    ImportJournal(Journal journal, Groups groups, MeterRegistry meters) {
        this.journal = journal;
        this.groups = groups;
        this.meters = meters;
    }

    /**
     * @param actor null when the service did by itself, as is the mandate then
     */
    void record(String type, MemberImport job, UUID actor, UUID mandate) {
        journal.append(event(type, job, actor, mandate));
        meters.counter("barnstorm.imports", "act", type.substring(type.indexOf('.') + 1))
                .increment();
    }

    void decided(MemberImport job, Decision decision, UUID actor, UUID mandate) {
        journal.append(event("import.decided", job, actor, mandate).with("decision", decision));
    }

    private Event event(String type, MemberImport job, UUID actor, UUID mandate) {
        var group = groups.withId(job.groupId());
        return new Event(type, job.id(), group.id(), group.path().value(), actor, mandate)
                .with("status", job.status())
                .with("source", job.source())
                .with("lines", job.tally().lines())
                .with("refused", job.tally().refused())
                .with("created", job.created())
                .with("updated", job.updated())
                .with("forgotten", job.forgotten())
                .with("failure", job.failure());
    }

    /** How many lines were looked at or brought in, for whoever watches the rate. */
    void lines(String act, long count) {
        meters.counter("barnstorm.imports.lines", "act", act).increment(count);
    }
}
