package org.barnstorm.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.Grant;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.authority.Role;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.problem.Refusal;

/** What training asks of mandates: may this course award a role, and then the award. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Mandates {
    private final MandateRepository mandates;
    private final Journal journal;

    Mandates(MandateRepository mandates, Journal journal) {
        this.mandates = mandates;
        this.journal = journal;
    }

    /** Refuses an award that gives more than the person who sets it could hand on themselves. */
    public void requireMayAward(Caller caller, Role role, GroupRef where) {
        caller.grants().stream()
                .filter(grant -> grant.allows(Capability.MANDATE_GRANT, where.path()))
                .filter(grant -> grant.capabilities().containsAll(role.capabilities()))
                .map(Grant::mandateId)
                .sorted(Comparator.naturalOrder())
                .filter(mandates::shareLive)
                .filter(id -> mandates.findById(id).delegationDepth() > 0)
                .findFirst()
                .orElseThrow(() -> Refusal.forbidden(
                        "beyond-own-authority",
                        "A course can award what you could hand on yourself. Your mandates do not reach to " + role
                                + " in " + where.path() + "."));
    }

    /**
     * Makes a mandate that a course awards.
     *
     * @param recorder who recorded the completion, under which mandate; the journal names both
     * @param until when it ends
     * @return its id
     */
    public UUID award(
            UUID memberId, Role role, GroupRef where, Instant until, UUID qualificationId, Recorder recorder) {
        var now = mandates.databaseTime();
        var scope = new Scope(where.id(), role, role.capabilities(), 0, now, until);
        var mandate = Mandate.earned(qualificationId, memberId, scope, now);
        mandates.persist(mandate);
        journal.append(new Event(
                        "mandate.earned",
                        mandate.id(),
                        where.id(),
                        where.path().value(),
                        recorder.memberId(),
                        recorder.mandateId())
                .with("member", memberId)
                .with("role", role)
                .with("qualification", qualificationId)
                .with("until", until));
        return mandate.id();
    }

    /** Who recorded a completion and the mandate that allowed it. */
    public record Recorder(UUID memberId, UUID mandateId) {}
}
