package org.barnstorm.mandate;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.problem.Refusal;

/** Takes a vouch back. When too few are left, what they earned ends at once, like a revoked mandate. */
@ApplicationScoped
class Unvouching {
    private static final String REASON = "Too few members still vouch for you.";

    private final VouchRepository vouches;
    private final VouchService service;
    private final VouchedMandates vouched;
    private final VouchJournal journal;
    private final MandateRepository mandates;
    private final Endings endings;
    private final EndingRepository begun;
    private final Groups groups;
    private final Clock clock;

    Unvouching(
            VouchRepository vouches,
            VouchService service,
            VouchedMandates vouched,
            VouchJournal journal,
            MandateRepository mandates,
            Endings endings,
            EndingRepository begun,
            Groups groups,
            Clock clock) {
        this.vouches = vouches;
        this.service = service;
        this.vouched = vouched;
        this.journal = journal;
        this.mandates = mandates;
        this.endings = endings;
        this.begun = begun;
        this.groups = groups;
        this.clock = clock;
    }

    VouchView withdraw(Caller caller, UUID id) {
        var ending = QuarkusTransaction.requiringNew().call(() -> decide(caller, id));
        ending.ifPresent(endings::finish);
        return service.show(caller, id);
    }

    private Optional<UUID> decide(Caller caller, UUID id) {
        var vouch = service.visible(caller, id);
        if (!vouch.voucherId().equals(caller.memberId())) {
            throw Refusal.forbidden("not-yours", "Only who gave a vouch withdraws it. A lead can revoke the mandate.");
        }
        var group = groups.withId(vouch.groupId());
        vouches.lockMovement(groups.movement(group).id());
        vouches.lock(vouch);
        var cutOff = vouch.withdrawnAt() == null || vouch.mandateId() == null
                ? Optional.<Ending>empty()
                : begun.unfinished(vouch.mandateId(), Ending.Kind.UNVOUCHED);
        if (cutOff.isPresent()) return cutOff.map(Ending::id); // this is the repetition
        vouch.withdraw(clock.instant());
        journal.record("vouch.withdrawn", vouch, group, caller.memberId());
        if (!isTooFew(vouch, group)) return Optional.empty();
        var decision = new Ending.Decision(caller.memberId(), null, REASON);
        return Optional.of(endings.begin(Ending.unvouched(vouch.mandateId(), decision, clock.instant())));
    }

    private boolean isTooFew(Vouch withdrawn, GroupRef group) {
        return withdrawn.mandateId() != null
                && mandates.isUnrevoked(withdrawn.mandateId())
                && !vouched.isSupported(withdrawn.mandateId(), withdrawn.memberId(), group);
    }
}
