package org.barnstorm.mandate;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;

/**
 * What the end of a term, or of the campaign that a mandate is for, does beyond the clock: the work in flight goes to the
 * nearest lead, as at a revocation. What was delegated never lasts longer than what it came from, so each mandate is dealt
 * with by itself.
 */
@ApplicationScoped
class Lapse {
    private final LapseRepository over;
    private final Takeovers takeovers;
    private final WorkInFlight work;
    private final Groups groups;
    private final Journal journal;
    private final MeterRegistry meters;

    Lapse(
            LapseRepository over,
            Takeovers takeovers,
            WorkInFlight work,
            Groups groups,
            Journal journal,
            MeterRegistry meters) {
        this.over = over;
        this.takeovers = takeovers;
        this.work = work;
        this.groups = groups;
        this.journal = journal;
        this.meters = meters;
    }

    /** Whether it was this mandate's turn; not when another replica or a writer in flight has it. */
    boolean of(UUID id) {
        var mandate = over.lock(id);
        mandate.ifPresent(this::of);
        return mandate.isPresent();
    }

    private void of(Mandate mandate) {
        over.lapse(mandate.id());
        var group = groups.withId(mandate.groupId());
        journal.append(new Event(
                        "mandate.lapsed", mandate.id(), group.id(), group.path().value(), null, null)
                .with("member", mandate.memberId())
                .with("role", mandate.role()));
        var handings = takeovers.of(List.of(mandate), null).handings();
        work.entrust(mandate.id(), handings, new WorkInFlight.Act(null, null));
        meters.counter("barnstorm.mandates.ended", "kind", "ran-out").increment();
    }
}
