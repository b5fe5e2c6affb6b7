package org.barnstorm.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;

/**
 * The mandates that vouches earn. They are no way round a second person, and none round a lead who has taken the same from
 * somebody: then a lead confirms what vouches earn, who is not one of those who vouched.
 */
@ApplicationScoped
class VouchedMandates {
    private final VouchRepository vouches;
    private final MandateRepository mandates;
    private final EndingRepository endings;
    private final Rules rules;
    private final Members members;
    private final Groups groups;
    private final VouchJournal journal;

    VouchedMandates(
            VouchRepository vouches,
            MandateRepository mandates,
            EndingRepository endings,
            Rules rules,
            Members members,
            Groups groups,
            VouchJournal journal) {
        this.vouches = vouches;
        this.mandates = mandates;
        this.endings = endings;
        this.rules = rules;
        this.members = members;
        this.groups = groups;
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
        if (needsLead(memberId, group, rule.capabilities())) mandate.awaitingConfirmation();
        mandates.persist(mandate);
        mandates.flush();
        fresh.forEach(vouch -> vouch.earned(mandate.id()));
        journal.recordMandate(mandate, group, caller.memberId(), fresh.size());
    }

    /** Where two people grant it, and where somebody took one of these capabilities from them, here, above or below. */
    private boolean needsLead(UUID memberId, GroupRef group, Set<Capability> capabilities) {
        var around = new HashSet<>(groups.branch(group.path()));
        around.addAll(groups.line(group));
        return rules.needsTwo(group, capabilities) || endings.wasTaken(memberId, around, group.id(), capabilities);
    }

    /** Whether as many still vouch for what vouches earned as the rule asks for. */
    boolean isSupported(UUID mandateId, UUID memberId, GroupRef group) {
        var left = counting(memberId, group).stream()
                .filter(vouch -> mandateId.equals(vouch.mandateId()))
                .count();
        return left
                >= rules.vouching(group)
                        .map(rule -> rule.vouching().orElseThrow().needed())
                        .orElse(1);
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
