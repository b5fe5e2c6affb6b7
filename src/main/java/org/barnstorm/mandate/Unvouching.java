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
    private final Rules rules;
    private final MandateRepository mandates;
    private final Endings endings;
    private final Groups groups;
    private final Clock clock;

    Unvouching(
            VouchRepository vouches,
            VouchService service,
            VouchedMandates vouched,
            VouchJournal journal,
            Rules rules,
            MandateRepository mandates,
            Endings endings,
            Groups groups,
            Clock clock) {
        this.vouches = vouches;
        this.service = service;
        this.vouched = vouched;
        this.journal = journal;
        this.rules = rules;
        this.mandates = mandates;
        this.endings = endings;
        this.groups = groups;
        this.clock = clock;
    }

    VouchView withdraw(Caller caller, UUID id) {
        var ending = QuarkusTransaction.requiringNew().call(() -> decide(caller, id));
        ending.ifPresent(each -> endings.finish(each, REASON));
        return service.show(caller, id);
    }

    private Optional<Ending> decide(Caller caller, UUID id) {
        var vouch = service.visible(caller, id);
        if (!vouch.voucherId().equals(caller.memberId())) {
            throw Refusal.forbidden("not-yours", "Only who gave a vouch withdraws it. A lead can revoke the mandate.");
        }
        var group = groups.withId(vouch.groupId());
        vouches.lockMovement(groups.movement(group).id());
        vouches.lock(vouch);
        vouch.withdraw(clock.instant());
        journal.record("vouch.withdrawn", vouch, group, caller.memberId());
        return tooFew(vouch, group)
                ? Optional.of(endings.mark(Ending.unvouched(vouch.mandateId(), caller.memberId(), clock.instant())))
                : Optional.empty();
    }

    private boolean tooFew(Vouch withdrawn, GroupRef group) {
        if (withdrawn.mandateId() == null || !mandates.isUnrevoked(withdrawn.mandateId())) return false;
        var left = vouched.counting(withdrawn.memberId(), group).stream()
                .filter(vouch -> withdrawn.mandateId().equals(vouch.mandateId()))
                .count();
        var needed = rules.vouching(group)
                .map(rule -> rule.vouching().orElseThrow().needed())
                .orElse(1);
        return left < needed;
    }
}
