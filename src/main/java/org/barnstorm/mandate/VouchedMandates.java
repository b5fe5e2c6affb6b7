package org.barnstorm.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.member.Members;

/** The mandates that vouches earn. */
@ApplicationScoped
class VouchedMandates {
    private final VouchRepository vouches;
    private final MandateRepository mandates;
    private final Members members;
    private final VouchJournal journal;

    VouchedMandates(VouchRepository vouches, MandateRepository mandates, Members members, VouchJournal journal) {
        this.vouches = vouches;
        this.mandates = mandates;
        this.members = members;
        this.journal = journal;
    }

    /** Makes the mandate once there are enough; one more supports the mandate that there is. */
    void earn(Caller caller, UUID memberId, GroupRef group, Rule.Vouching rule) {
        var standing = counting(memberId, group);
        var supported = vouches.earned(memberId, group.id());
        if (supported.isPresent()) {
            standing.forEach(vouch -> vouch.earned(supported.get()));
            return;
        }
        var fresh = standing.stream().filter(vouch -> vouch.mandateId() == null).toList();
        if (fresh.size() < rule.needed()) return;
        var now = mandates.databaseTime();
        var scope = new Scope(group.id(), null, rule.capabilities(), 0, now, now.plus(Duration.ofDays(rule.days())));
        var mandate = Mandate.vouched(memberId, scope, now);
        mandates.persist(mandate);
        mandates.flush();
        fresh.forEach(vouch -> vouch.earned(mandate.id()));
        journal.recordMandate(mandate, group, caller.memberId(), fresh.size());
    }

    /** Those whose voucher still belongs to the group. */
    List<Vouch> counting(UUID memberId, GroupRef group) {
        var standing = vouches.standing(memberId, group.id());
        var active =
                members.activeGroups(standing.stream().map(Vouch::voucherId).toList());
        return standing.stream()
                .filter(vouch -> active.containsKey(vouch.voucherId())
                        && active.get(vouch.voucherId()).contains(group.id()))
                .toList();
    }
}
