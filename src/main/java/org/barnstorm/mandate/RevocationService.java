package org.barnstorm.mandate;

import static org.barnstorm.authority.Capability.MANDATE_REVOKE;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.problem.Refusal;

/** Revoking a mandate, and showing before what that would end and move. {@link Endings} has how it is done. */
@ApplicationScoped
class RevocationService {
    private final MandateRepository mandates;
    private final MandateService service;
    private final MandateViews views;
    private final Endings endings;
    private final EndingRepository begun;
    private final Takeovers takeovers;
    private final Groups groups;
    private final MandateAuthority authority;
    private final Clock clock;

    RevocationService(
            MandateRepository mandates,
            MandateService service,
            MandateViews views,
            Endings endings,
            EndingRepository begun,
            Takeovers takeovers,
            Groups groups,
            MandateAuthority authority,
            Clock clock) {
        this.mandates = mandates;
        this.service = service;
        this.views = views;
        this.endings = endings;
        this.begun = begun;
        this.takeovers = takeovers;
        this.groups = groups;
        this.authority = authority;
        this.clock = clock;
    }

    MandateView revoke(Caller caller, UUID id, Revocation revocation) {
        endings.finish(QuarkusTransaction.requiringNew().call(() -> decide(caller, id, revocation)));
        return service.show(caller, id);
    }

    TakeoverPreview preview(Caller caller, UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var mandate = unrevoked(caller, id);
            if (!mandate.memberId().equals(caller.memberId())) {
                caller.require(MANDATE_REVOKE, groups.withId(mandate.groupId()).path());
            }
            return view(takeovers.of(mandates.withDelegated(id)));
        });
    }

    TakeoverPreview view(Takeover takeover) {
        var shown = views.of(takeover.mandates());
        var ends = takeover.mandates().stream().map(shown::get).toList();
        return TakeoverPreview.of(takeover, ends, group -> groups.withId(group).path());
    }

    private UUID decide(Caller caller, UUID id, Revocation revocation) {
        var mandate = service.visible(caller, id);
        var cutOff = begun.unfinished(id, Ending.Kind.REVOKED)
                .filter(ending -> ending.endedBy().equals(caller.memberId()));
        if (cutOff.isEmpty()) requireUnrevoked(mandate);
        var own = mandate.memberId().equals(caller.memberId());
        var under = own ? null : authorityOver(caller, mandate);
        if (cutOff.isPresent()) return cutOff.get().id(); // their own, cut off before: this is the repetition
        if (revocation.expected() != null) {
            takeovers.of(mandates.withDelegated(id)).require(revocation.expected());
        }
        var decision = new Ending.Decision(caller.memberId(), under, revocation.reason());
        return endings.begin(Ending.revoked(id, decision, clock.instant()));
    }

    Mandate unrevoked(Caller caller, UUID id) {
        var mandate = service.visible(caller, id);
        requireUnrevoked(mandate);
        return mandate;
    }

    private static void requireUnrevoked(Mandate mandate) {
        if (mandate.revokedAt() != null) throw revoked();
    }

    static Refusal revoked() {
        return Refusal.conflict("mandate-revoked", "This mandate has been revoked already.");
    }

    /** A mandate of the caller that allows the revocation and does not itself come from what is revoked. */
    UUID authorityOver(Caller caller, Mandate mandate) {
        return authority.share(caller, MANDATE_REVOKE, groups.withId(mandate.groupId())).stream()
                .filter(own -> !mandates.withGrantors(own).contains(mandate.id()))
                .findFirst()
                .orElseThrow(() -> Refusal.forbidden(
                        "own-grantor", "Your own authority comes from this mandate. Ask a lead above both of you."));
    }
}
