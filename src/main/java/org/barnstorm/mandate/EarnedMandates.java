package org.barnstorm.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Ends what a qualification earned when the qualification is withdrawn, in the two steps of {@link RevocationService}. */
@ApplicationScoped
public class EarnedMandates {
    private final MandateRepository mandates;
    private final RevocationService revocations;

    EarnedMandates(MandateRepository mandates, RevocationService revocations) {
        this.mandates = mandates;
        this.revocations = revocations;
    }

    /** The first step, in the transaction that withdraws: no new writer gets past it. */
    public void stop(UUID qualificationId) {
        for (var id : mandates.earnedBy(qualificationId)) mandates.stop(mandates.withDelegated(id));
    }

    /** Whether the first step was done and the second was not. */
    public boolean areBeingClosed(UUID qualificationId) {
        return !mandates.earnedBy(qualificationId).isEmpty();
    }

    /**
     * The second step, after that transaction: waits for the writers in flight, then the mandates are over.
     *
     * @param by who withdraws
     * @param under what allows them to
     */
    public void close(UUID qualificationId, UUID by, UUID under, String reason) {
        revocations.closeEarned(qualificationId, by, under, reason);
    }
}
