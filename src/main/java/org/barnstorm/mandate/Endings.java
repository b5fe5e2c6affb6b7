package org.barnstorm.mandate;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;

/**
 * Ends a mandate, and what was delegated from it, at once (I-19). In two steps: the first commits the ending and a stop mark
 * that no new writer gets past; the second waits for the writers in flight, closes the books and hands their work on. A
 * single exclusive lock would wait for as long as writers keep sharing the row. Should the service die between the two, the
 * mandate is dead already, and repeating the request or {@link EndingSweeper} finishes the work.
 */
@ApplicationScoped
class Endings {
    private final MandateRepository mandates;
    private final StopRepository stops;
    private final EndingRepository endings;
    private final Takeovers takeovers;
    private final WorkInFlight work;
    private final Groups groups;
    private final Journal journal;
    private final MeterRegistry meters;
    private final Clock clock;

    Endings(
            MandateRepository mandates,
            StopRepository stops,
            EndingRepository endings,
            Takeovers takeovers,
            WorkInFlight work,
            Groups groups,
            Journal journal,
            MeterRegistry meters,
            Clock clock) {
        this.mandates = mandates;
        this.stops = stops;
        this.endings = endings;
        this.takeovers = takeovers;
        this.work = work;
        this.groups = groups;
        this.journal = journal;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Writes it and kills the mandate for every writer to come, in the transaction that decides it.
     *
     * @return its id, for {@link #finish}
     */
    UUID begin(Ending ending) {
        endings.persist(ending);
        endings.flush();
        stops.stop(mandates.withDelegated(ending.mandateId()), ending.id(), false);
        return ending.id();
    }

    /**
     * Once that is committed: waits for those in flight. Whoever asked for it gets it, even if somebody has taken another
     * ending of the same mandate back meanwhile. Begins transactions of its own.
     */
    void finish(UUID id) {
        finish(id, true);
    }

    /** The same for one that nobody waits for: what was taken back meanwhile is left alone. */
    void finishCutOff(UUID id) {
        finish(id, false);
    }

    /** A writer in flight may have handed on once more, or somebody restored a part of it, so it looks until all is over. */
    private void finish(UUID id, boolean wanted) {
        while (true) {
            var open = QuarkusTransaction.requiringNew().call(() -> stopOpen(id, wanted));
            if (open.isEmpty()) return;
            for (var batch : Batches.of(open)) {
                QuarkusTransaction.requiringNew().run(() -> close(id, batch));
            }
        }
    }

    /** Marks what is not over yet; what was delegated since the first mark has none, and a restoration strikes marks out. */
    private List<UUID> stopOpen(UUID id, boolean wanted) {
        var ending = endings.lock(id);
        if (ending.isUndone() || ending.isFinished() && !wanted) return List.of();
        var open = mandates.unrevokedIds(mandates.withDelegated(ending.mandateId()));
        stops.stop(open, id, false);
        ending.finished(open.isEmpty() ? clock.instant() : null);
        return open;
    }

    private void close(UUID id, List<UUID> ids) {
        var ended = mandates.lockForRevocation(ids);
        if (ended.isEmpty()) return;
        var ending = endings.findById(id);
        for (var mandate : ended) mandate.revoke(ending.endedBy(), ending.reason(), clock.instant());
        journal.appendAll(ended.stream().map(mandate -> event(mandate, ending)).toList());
        endings.include(id, ended.stream().map(Mandate::id).toList());
        var handings = takeovers.of(ended, ending.successorId()).handings();
        work.entrust(id, handings, new WorkInFlight.Act(ending.endedBy(), ending.underMandate()));
        meters.counter("barnstorm.mandates.ended", "kind", kind(ending)).increment(ended.size());
    }

    private static String kind(Ending ending) {
        return ending.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Event event(Mandate mandate, Ending ending) {
        var group = groups.withId(mandate.groupId());
        return new Event(
                        type(mandate, ending),
                        mandate.id(),
                        group.id(),
                        group.path().value(),
                        ending.endedBy(),
                        ending.underMandate())
                .with("member", mandate.memberId())
                .with("role", mandate.role());
    }

    private static String type(Mandate mandate, Ending ending) {
        if (ending.kind() == Ending.Kind.UNVOUCHED) return "mandate.unvouched";
        if (ending.kind() == Ending.Kind.UNBOUND) return "mandate.unbound";
        return mandate.memberId().equals(ending.endedBy()) ? "mandate.resigned" : "mandate.revoked";
    }
}
