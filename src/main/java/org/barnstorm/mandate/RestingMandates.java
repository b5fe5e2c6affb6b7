package org.barnstorm.mandate;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.UUID;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Suspensions;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;

/** What a suspension does to mandates and the work under them, and undoes. Their own rows stay as they are. */
@ApplicationScoped
class RestingMandates {
    private final MandateRepository mandates;
    private final Takeovers takeovers;
    private final WorkInFlight work;
    private final Groups groups;
    private final Journal journal;
    private final MeterRegistry meters;

    RestingMandates(
            MandateRepository mandates,
            Takeovers takeovers,
            WorkInFlight work,
            Groups groups,
            Journal journal,
            MeterRegistry meters) {
        this.mandates = mandates;
        this.takeovers = takeovers;
        this.work = work;
        this.groups = groups;
        this.journal = journal;
        this.meters = meters;
    }

    /** Waits for the writers in flight of what is marked, then hands their work on. */
    void rest(UUID suspension, Collection<UUID> ids, Suspensions.Act act) {
        var marked = mandates.lockForRevocation(ids);
        var gone = new HashSet<>(ids);
        marked.forEach(mandate -> gone.remove(mandate.id()));
        mandates.strikeSuspension(suspension, gone); // revoked meanwhile: nothing of theirs rests
        for (var mandate : marked) record("mandate.suspended", mandate, act);
        work.entrust(suspension, takeovers.of(marked, null).handings(), new WorkInFlight.Act(act.by(), act.under()));
        meters.counter("barnstorm.mandates.ended", "kind", "suspended").increment(marked.size());
    }

    void resume(UUID suspension, Suspensions.Act act) {
        var kept = mandates.lockAll(mandates.keptBy(suspension));
        for (var mandate : kept) record("mandate.resumed", mandate, act);
        mandates.strikeSuspension(suspension, kept.stream().map(Mandate::id).toList());
        work.giveBack(suspension, new WorkInFlight.Act(act.by(), act.under()));
    }

    private void record(String type, Mandate mandate, Suspensions.Act act) {
        var group = groups.withId(mandate.groupId());
        journal.append(new Event(type, mandate.id(), group.id(), group.path().value(), act.by(), act.under())
                .with("member", mandate.memberId())
                .with("role", mandate.role()));
    }
}
