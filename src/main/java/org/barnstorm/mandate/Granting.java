package org.barnstorm.mandate;

import static org.barnstorm.authority.Capability.MANDATE_GRANT;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.authority.Role;
import org.barnstorm.member.Members;
import org.barnstorm.member.Suspensions;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.problem.Refusal;

/** Handing authority on, whoever asks for it: never more than one holds, and by two people where a rule says so. */
@ApplicationScoped
class Granting {
    private static final int USUAL_MONTHS = 12;

    private final MandateRepository mandates;
    private final MandateAuthority authority;
    private final Rules rules;
    private final LimitingCampaigns campaigns;
    private final Members members;
    private final Suspensions suspensions;
    private final Journal journal;

    Granting(
            MandateRepository mandates,
            MandateAuthority authority,
            Rules rules,
            LimitingCampaigns campaigns,
            Members members,
            Suspensions suspensions,
            Journal journal) {
        this.mandates = mandates;
        this.authority = authority;
        this.rules = rules;
        this.campaigns = campaigns;
        this.members = members;
        this.suspensions = suspensions;
        this.journal = journal;
    }

    /** A grant by whichever of the caller's mandates reaches far enough. */
    Mandate handOn(Caller caller, NewMandate wanted, GroupRef group) {
        var now = mandates.databaseTime();
        Refusal why = null;
        for (var own : authority.shareToGrant(caller, group)) {
            try {
                return from(mandates.findById(own), wanted, group, now);
            } catch (Refusal refusal) {
                why = refusal; // another of the caller's mandates may reach further
            }
        }
        throw why;
    }

    /** A grant by this mandate and no other; it is locked and live. */
    Mandate from(Mandate own, NewMandate wanted, GroupRef group) {
        if (!mandates.shareLive(own.id())) throw Caller.noMandate(MANDATE_GRANT, group.path());
        return from(own, wanted, group, mandates.databaseTime());
    }

    private Mandate from(Mandate own, NewMandate wanted, GroupRef group, Instant now) {
        var scope = scope(wanted, group, own.validUntil(), own.delegationDepth(), now);
        var mandate = own.grant(wanted.memberId(), scope, wanted.source(), now);
        if (wanted.campaignId() != null) requireCampaign(wanted.campaignId(), own, group);
        return rules.needsTwo(group, scope.capabilities()) ? mandate.awaitingConfirmation() : mandate;
    }

    /** What comes from a mandate for it is for it wherever that reaches: a merge may have taken the campaign elsewhere. */
    private void requireCampaign(UUID wanted, Mandate own, GroupRef group) {
        if (wanted.equals(own.limits().campaignId())) campaigns.requireInForce(wanted);
        else campaigns.requireFor(wanted, group);
    }

    /** Refuses to confirm what would be dead. */
    void requireInForce(Mandate mandate) {
        var campaign = mandate.limits().campaignId();
        if (campaign != null) campaigns.requireInForce(campaign);
    }

    /** Takes turns with a suspension of the person; comes before locks on mandates. */
    void lock(UUID memberId) {
        members.lock(memberId);
    }

    void lock(Collection<UUID> memberIds) {
        members.lock(memberIds);
    }

    /** Keeps it. Asked last whether that is somebody, so that only who may grant learns which ids are. */
    void keep(Caller caller, Mandate mandate, GroupRef group) {
        members.requireStillThere(mandate.memberId());
        suspensions.requireNotSuspended(mandate.memberId(), group);
        mandates.persist(mandate);
        var limits = mandate.limits();
        journal.append(new Event(
                        "mandate.granted",
                        mandate.id(),
                        group.id(),
                        group.path().value(),
                        caller.memberId(),
                        mandate.grantedUnder())
                .with("member", mandate.memberId())
                .with("role", mandate.role())
                .with("source", mandate.source())
                .with("until", mandate.validUntil())
                .with("campaign", limits.campaignId())
                .with("kinds", limits.kinds() == null ? null : String.join(",", limits.kinds()))
                .with("maxPlaces", limits.maxPlaces())
                .with("pending", mandate.isPending() ? true : null));
    }

    /** Begins now at the earliest: nobody had the authority before they were given it. */
    static Scope scope(NewMandate wanted, GroupRef group, Instant latest, int depth, Instant now) {
        var from = wanted.from() == null || wanted.from().isBefore(now) ? now : wanted.from();
        var depthWanted = wanted.delegationDepth() != null
                ? wanted.delegationDepth()
                : wanted.role() == Role.LEAD ? Math.max(0, depth - 1) : 0;
        var until = wanted.until() != null ? wanted.until() : usualEnd(from, latest);
        return new Scope(group.id(), wanted.role(), wanted.wanted(), depthWanted, from, until, wanted.limits());
    }

    private static Instant usualEnd(Instant from, Instant latest) {
        var usual = from.atOffset(ZoneOffset.UTC).plusMonths(USUAL_MONTHS).toInstant();
        return latest != null && latest.isBefore(usual) ? latest : usual;
    }
}
