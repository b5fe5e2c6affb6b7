package org.barnstorm.mandate;

import static org.barnstorm.authority.Capability.INTEGRATION_MANAGE;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.problem.Refusal;

/**
 * What a program may do is a mandate like a person's: it acts and dies at once, the journal names it, and leads see and
 * revoke it. It comes from nobody's mandate, so that it outlives the departure of whoever let the program in.
 */
@ApplicationScoped
public class ProgramMandates {
    private final MandateRepository mandates;
    private final MandateAuthority authority;
    private final Rules rules;
    private final Endings endings;
    private final Groups groups;
    private final Journal journal;
    private final Clock clock;

    ProgramMandates(
            MandateRepository mandates,
            MandateAuthority authority,
            Rules rules,
            Endings endings,
            Groups groups,
            Journal journal,
            Clock clock) {
        this.mandates = mandates;
        this.authority = authority;
        this.rules = rules;
        this.endings = endings;
        this.groups = groups;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * The caller's mandate that lets a program do this until then; it is locked. One mandate has to hold all of it: nobody
     * lets a program do more, or for longer, than they may themselves.
     */
    public UUID mayBind(Caller caller, GroupRef where, Set<Capability> capabilities, Instant until) {
        if (rules.needsTwo(where, capabilities)) {
            throw Refusal.conflict(
                    "needs-second-person",
                    "Two people grant some of this here, and one person lets a program in. Leave those scopes out, or change"
                            + " the rules of the group.");
        }
        groups.requireOpen(where); // where there is nothing new any more, one may still end integrations
        return authority.share(caller, INTEGRATION_MANAGE, where).stream()
                .filter(id -> covers(mandates.findById(id), capabilities, until))
                .findFirst()
                .orElseThrow(() -> Refusal.forbidden(
                        "beyond-own-authority",
                        "A program gets no more than you hold yourself, and not for longer. No mandate of yours covers all of "
                                + "this in " + where.path() + "."));
    }

    private static boolean covers(Mandate own, Set<Capability> capabilities, Instant until) {
        return own.capabilities().containsAll(capabilities)
                && (own.validUntil() == null || !until.isAfter(own.validUntil()));
    }

    /**
     * Makes the program's mandate.
     *
     * @param under as {@link #mayBind} answered
     */
    public UUID bind(
            Caller caller, UUID under, UUID program, GroupRef where, Set<Capability> capabilities, Instant until) {
        var now = mandates.databaseTime();
        var mandate = Mandate.bound(program, new Scope(where.id(), null, capabilities, 0, now, until), now);
        mandates.persist(mandate);
        journal.append(new Event(
                        "mandate.bound", mandate.id(), where.id(), where.path().value(), caller.memberId(), under)
                .with("member", program)
                .with("until", until));
        return mandate.id();
    }

    /**
     * The first step of its end, in the transaction that decides it: nothing the program begins gets past it.
     *
     * @return what {@link #close} is told afterwards
     */
    public UUID stop(UUID mandateId, UUID by, UUID under) {
        var decision = new Ending.Decision(by, under, "The integration was ended.");
        return endings.begin(Ending.unbound(mandateId, decision, clock.instant()));
    }

    /** The second step, after that transaction: waits for what is in flight, and hands the work on. */
    public void close(UUID endingId) {
        endings.finish(endingId);
    }
}
