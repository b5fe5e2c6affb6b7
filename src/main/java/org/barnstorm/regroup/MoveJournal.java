package org.barnstorm.regroup;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;

/** How changes of moves stand in the journal, and are counted. */
@ApplicationScoped
class MoveJournal {
    private final Journal journal;
    private final Groups groups;
    private final MeterRegistry meters;

    MoveJournal(Journal journal, Groups groups, MeterRegistry meters) {
        this.journal = journal;
        this.groups = groups;
        this.meters = meters;
    }

    /**
     * @param actor null when the day has come
     * @param mandate null for what members do themselves, too
     */
    void record(String step, Move move, UUID actor, UUID mandate) {
        var from = groups.withId(move.fromId());
        journal.append(
                new Event("move." + step, move.id(), from.id(), from.path().value(), actor, mandate)
                        .with("kind", move.kind())
                        .with("status", move.status())
                        .with("into", move.intoId())
                        .with("effective", move.effectiveAt())
                        .with("why", move.endReason()));
        meters.counter("barnstorm.moves", "step", step).increment();
    }
}
