package org.barnstorm.mandate;

import static org.barnstorm.authority.Capability.MANDATE_REVOKE;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.problem.Refusal;

/**
 * Ends a mandate, and what was delegated from it, at once (I-19). In two transactions: the first commits a stop mark
 * that no new writer gets past; the second waits for the writers in flight and closes the books. A single exclusive lock
 * would wait for as long as writers keep sharing the row. Should the service die between the two, the mandate is dead
 * already and repeating the request finishes the work.
 */
@ApplicationScoped
class RevocationService {
    private final MandateRepository mandates;
    private final MandateService service;
    private final Groups groups;
    private final MandateAuthority authority;
    private final Journal journal;
    private final Clock clock;

    /** Who ends it and what allows them to; no mandate for one's own. */
    private record Decision(UUID by, UUID under, String reason) {}

    RevocationService(
            MandateRepository mandates,
            MandateService service,
            Groups groups,
            MandateAuthority authority,
            Journal journal,
            Clock clock) {
        this.mandates = mandates;
        this.service = service;
        this.groups = groups;
        this.authority = authority;
        this.journal = journal;
        this.clock = clock;
    }

    MandateView revoke(Caller caller, UUID id, Revocation revocation) {
        var decision = QuarkusTransaction.requiringNew().call(() -> decide(caller, id, revocation));
        finish(id, decision);
        return service.show(caller, id);
    }

    /** What a qualification earned, after marks that were committed when it was withdrawn. */
    void closeEarned(UUID qualificationId, UUID by, UUID under, String reason) {
        var earned = QuarkusTransaction.requiringNew().call(() -> mandates.earnedBy(qualificationId));
        for (var id : earned) finish(id, new Decision(by, under, reason));
    }

    private void finish(UUID id, Decision decision) {
        Set<UUID> stopped = new HashSet<>();
        while (true) {
            var missed = QuarkusTransaction.requiringNew().call(() -> stop(id, stopped));
            if (missed.isEmpty()) return;
            stopped.addAll(missed);
            QuarkusTransaction.requiringNew().run(() -> close(stopped, decision));
        }
    }

    private Decision decide(Caller caller, UUID id, Revocation revocation) {
        var mandate = service.visible(caller, id);
        if (mandate.revokedAt() != null) {
            throw Refusal.conflict("mandate-revoked", "This mandate has been revoked already.");
        }
        var own = mandate.memberId().equals(caller.memberId());
        var under = own ? null : authorityOver(caller, mandate);
        mandates.stop(mandates.withDelegated(id));
        return new Decision(caller.memberId(), under, revocation.reason());
    }

    /** A mandate of the caller that allows the revocation and does not itself come from what is revoked. */
    private UUID authorityOver(Caller caller, Mandate mandate) {
        return authority.share(caller, MANDATE_REVOKE, groups.withId(mandate.groupId())).stream()
                .filter(own -> !mandates.withGrantors(own).contains(mandate.id()))
                .findFirst()
                .orElseThrow(() -> Refusal.forbidden(
                        "own-grantor", "Your own authority comes from this mandate. Ask a lead above both of you."));
    }

    /** Marks what was delegated between the first mark and the lock; a writer in flight may have handed on once more. */
    private Set<UUID> stop(UUID id, Set<UUID> known) {
        var missed = new HashSet<>(mandates.withDelegated(id));
        missed.removeAll(known);
        mandates.stop(missed);
        return missed;
    }

    private void close(Set<UUID> ids, Decision decision) {
        for (var mandate : mandates.lockForRevocation(ids)) {
            mandate.revoke(decision.by(), decision.reason(), clock.instant());
            var group = groups.withId(mandate.groupId());
            var resigned = mandate.memberId().equals(decision.by());
            journal.append(new Event(
                            resigned ? "mandate.resigned" : "mandate.revoked",
                            mandate.id(),
                            group.id(),
                            group.path().value(),
                            decision.by(),
                            resigned ? null : decision.under())
                    .with("member", mandate.memberId())
                    .with("role", mandate.role()));
        }
    }
}
