package org.barnstorm.mandate;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Suspensions;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;

/** What a suspension does to mandates and the work under them, and undoes. Their own rows stay as they are. */
@ApplicationScoped
class RestingMandates {
    private final MandateRepository mandates;
    private final StopRepository stops;
    private final Suspensions suspensions;
    private final Takeovers takeovers;
    private final WorkInFlight work;
    private final Returns returns;
    private final Groups groups;
    private final Journal journal;
    private final MeterRegistry meters;

    RestingMandates(
            MandateRepository mandates,
            StopRepository stops,
            Suspensions suspensions,
            Takeovers takeovers,
            WorkInFlight work,
            Returns returns,
            Groups groups,
            Journal journal,
            MeterRegistry meters) {
        this.mandates = mandates;
        this.stops = stops;
        this.suspensions = suspensions;
        this.takeovers = takeovers;
        this.work = work;
        this.returns = returns;
        this.groups = groups;
        this.journal = journal;
        this.meters = meters;
    }

    /** Waits for the writers in flight of what is marked, then hands their work on; not once the suspension was lifted. */
    void rest(Suspensions.Kept kept, List<UUID> ids) {
        suspensions.lock(kept.memberId());
        if (!suspensions.isInForce(kept.id())) return;
        var act = new Suspensions.Act(kept.by(), kept.under());
        var open = new ArrayList<>(ids);
        open.removeAll(stops.restedBy(kept.id())); // somebody else was first: the request or a sweeper
        var marked = mandates.lockForRevocation(open);
        record("mandate.suspended", marked, act);
        stops.rested(kept.id(), marked.stream().map(Mandate::id).toList());
        work.entrust(kept.id(), takeovers.of(marked, null).handings(), new WorkInFlight.Act(act.by(), act.under()));
        meters.counter("barnstorm.mandates.ended", "kind", "suspended").increment(marked.size());
    }

    /** What was only marked, because this overtook the second step, has not been said to rest. */
    void resume(UUID suspension, Suspensions.Act act) {
        var ids = stops.keptBy(suspension);
        var rested = stops.restedBy(suspension);
        var kept = mandates.lockAll(ids);
        record(
                "mandate.resumed",
                kept.stream().filter(mandate -> rested.contains(mandate.id())).toList(),
                act);
        stops.strikeSuspension(suspension, ids);
        returns.giveBack(suspension, kept, new WorkInFlight.Act(act.by(), act.under()));
    }

    private void record(String type, List<Mandate> some, Suspensions.Act act) {
        journal.appendAll(
                some.stream().map(mandate -> event(type, mandate, act)).toList());
    }

    private Event event(String type, Mandate mandate, Suspensions.Act act) {
        var group = groups.withId(mandate.groupId());
        return new Event(type, mandate.id(), group.id(), group.path().value(), act.by(), act.under())
                .with("member", mandate.memberId())
                .with("role", mandate.role());
    }
}
