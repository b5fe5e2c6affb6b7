package org.barnstorm.mandate;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;

/**
 * Ends a mandate, and what was delegated from it, at once (I-19). In two transactions: the first commits a stop mark
 * that no new writer gets past; the second waits for the writers in flight, closes the books and hands their work on. A
 * single exclusive lock would wait for as long as writers keep sharing the row. Should the service die between the two,
 * the mandate is dead already and repeating the request finishes the work.
 */
@ApplicationScoped
class Endings {
    private final MandateRepository mandates;
    private final EndingRepository endings;
    private final Takeovers takeovers;
    private final WorkInFlight work;
    private final Groups groups;
    private final Journal journal;
    private final MeterRegistry meters;
    private final Clock clock;

    Endings(
            MandateRepository mandates,
            EndingRepository endings,
            Takeovers takeovers,
            WorkInFlight work,
            Groups groups,
            Journal journal,
            MeterRegistry meters,
            Clock clock) {
        this.mandates = mandates;
        this.endings = endings;
        this.takeovers = takeovers;
        this.work = work;
        this.groups = groups;
        this.journal = journal;
        this.meters = meters;
        this.clock = clock;
    }

    /** Kills it for every writer to come, in the transaction that decides it. */
    Ending mark(Ending ending) {
        mandates.stop(mandates.withDelegated(ending.mandateId()), ending.id(), false);
        return ending;
    }

    /** Once what was marked is committed: waits for those in flight. Begins transactions of its own. */
    void finish(Ending ending, String reason) {
        Set<UUID> stopped = new HashSet<>();
        while (true) {
            var missed = QuarkusTransaction.requiringNew().call(() -> markMissed(ending, stopped));
            if (missed.isEmpty()) return;
            stopped.addAll(missed);
            QuarkusTransaction.requiringNew().run(() -> close(stopped, ending, reason));
        }
    }

    /** Marks what was delegated between the first mark and the lock; a writer in flight may have handed on once more. */
    private Set<UUID> markMissed(Ending ending, Set<UUID> known) {
        var missed = new HashSet<>(mandates.withDelegated(ending.mandateId()));
        missed.removeAll(known);
        mandates.stop(missed, ending.id(), false);
        return missed;
    }

    private void close(Set<UUID> ids, Ending ending, String reason) {
        var ended = mandates.lockForRevocation(ids);
        if (ended.isEmpty()) return;
        if (endings.findById(ending.id()) == null) {
            endings.persist(ending);
            endings.flush();
        }
        for (var mandate : ended) {
            mandate.revoke(ending.endedBy(), reason, clock.instant());
            record(type(mandate, ending), mandate, ending);
            endings.include(ending, mandate.id());
        }
        handOn(ended, ending);
        meters.counter(
                        "barnstorm.mandates.ended",
                        "kind",
                        ending.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .increment(ended.size());
    }

    /** What ended before for another reason cannot be given back any more either. */
    void seal(Ending ending) {
        var last = endings.lockLastOf(ending.mandateId());
        if (last.filter(each -> each.kind() == ending.kind()).isPresent()) return;
        endings.persist(ending);
        endings.flush();
        endings.include(ending, ending.mandateId());
    }

    private void handOn(List<Mandate> ended, Ending ending) {
        var handings = takeovers.of(ended, ending.successorId()).handings();
        work.entrust(ending.id(), handings, new WorkInFlight.Act(ending.endedBy(), ending.underMandate()));
    }

    private static String type(Mandate mandate, Ending ending) {
        if (ending.kind() == Ending.Kind.UNVOUCHED) return "mandate.unvouched";
        return mandate.memberId().equals(ending.endedBy()) ? "mandate.resigned" : "mandate.revoked";
    }

    private void record(String type, Mandate mandate, Ending ending) {
        var group = groups.withId(mandate.groupId());
        journal.append(
                new Event(type, mandate.id(), group.id(), group.path().value(), ending.endedBy(), ending.underMandate())
                        .with("member", mandate.memberId())
                        .with("role", mandate.role()));
    }
}
