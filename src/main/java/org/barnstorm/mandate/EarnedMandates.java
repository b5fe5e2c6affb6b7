package org.barnstorm.mandate;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Ends what a qualification earned when the qualification is withdrawn, in the two steps of {@link Endings}. */
@ApplicationScoped
public class EarnedMandates {
    private final MandateRepository mandates;
    private final Endings endings;
    private final Clock clock;

    EarnedMandates(MandateRepository mandates, Endings endings, Clock clock) {
        this.mandates = mandates;
        this.endings = endings;
        this.clock = clock;
    }

    /**
     * The first step, in the transaction that withdraws: no new writer gets past it.
     *
     * @param by who withdraws
     * @param under what allows them to
     */
    public void stop(UUID qualificationId, UUID by, UUID under) {
        for (var id : mandates.earnedBy(qualificationId)) {
            endings.mark(Ending.withdrawn(id, by, under, clock.instant()));
        }
    }

    /** Whether the first step was done and the second was not. */
    public boolean areBeingClosed(UUID qualificationId) {
        return !mandates.earnedBy(qualificationId).isEmpty();
    }

    /** The second step, after that transaction: waits for the writers in flight, then the mandates are over. */
    public void close(UUID qualificationId, UUID by, UUID under, String reason) {
        var earned = QuarkusTransaction.requiringNew().call(() -> mandates.earnedBy(qualificationId));
        for (var id : earned) endings.finish(Ending.withdrawn(id, by, under, clock.instant()), reason);
        QuarkusTransaction.requiringNew().run(() -> {
            for (var id : mandates.everEarnedBy(qualificationId)) {
                endings.seal(Ending.withdrawn(id, by, under, clock.instant()));
            }
        });
    }
}
