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
    private final EndingRepository begun;
    private final Clock clock;

    EarnedMandates(MandateRepository mandates, Endings endings, EndingRepository begun, Clock clock) {
        this.mandates = mandates;
        this.endings = endings;
        this.begun = begun;
        this.clock = clock;
    }

    /**
     * The first step, in the transaction that withdraws: no new writer gets past it. What ended before for another reason
     * cannot be given back any more either.
     *
     * @param by who withdraws
     * @param under what allows them to
     */
    public void stop(UUID qualificationId, UUID by, UUID under, String reason) {
        for (var id : mandates.everEarnedBy(qualificationId)) {
            endings.begin(Ending.withdrawn(id, new Ending.Decision(by, under, reason), clock.instant()));
        }
    }

    /** Whether the first step was done and the second was not. */
    public boolean areBeingClosed(UUID qualificationId) {
        return !mandates.earnedBy(qualificationId).isEmpty();
    }

    /** The second step, after that transaction: waits for the writers in flight, then the mandates are over. */
    public void close(UUID qualificationId) {
        var unfinished = QuarkusTransaction.requiringNew().call(() -> mandates.everEarnedBy(qualificationId).stream()
                .flatMap(id -> begun.unfinished(id, Ending.Kind.WITHDRAWN).stream())
                .map(Ending::id)
                .toList());
        unfinished.forEach(endings::finish);
    }
}
