package org.barnstorm.mandate;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.problem.Refusal;

/**
 * The office goes on when the person goes: a successor gets the mandate and all open work under it in one act; a deputy gets
 * it for the time that somebody is away.
 */
@ApplicationScoped
class SuccessionService {
    private final MandateRepository mandates;
    private final MandateService service;
    private final RevocationService revocations;
    private final Granting granting;
    private final Endings endings;
    private final EndingRepository begun;
    private final StopRepository stops;
    private final Groups groups;
    private final Clock clock;

    /** What the first of the two transactions has done. */
    private record Passed(UUID ending, UUID next) {}

    SuccessionService(
            MandateRepository mandates,
            MandateService service,
            RevocationService revocations,
            Granting granting,
            Endings endings,
            EndingRepository begun,
            StopRepository stops,
            Groups groups,
            Clock clock) {
        this.mandates = mandates;
        this.service = service;
        this.revocations = revocations;
        this.granting = granting;
        this.endings = endings;
        this.begun = begun;
        this.stops = stops;
        this.groups = groups;
        this.clock = clock;
    }

    /** By the holder, who steps down; or by somebody who may revoke and grant it, who replaces them. */
    MandateView succeed(Caller caller, UUID id, NewSuccession wanted) {
        var passed = QuarkusTransaction.requiringNew().call(() -> pass(caller, id, wanted));
        endings.finish(passed.ending());
        return QuarkusTransaction.requiringNew().call(() -> service.view(mandates.findById(passed.next())));
    }

    private Passed pass(Caller caller, UUID id, NewSuccession wanted) {
        var old = service.visible(caller, id);
        if (old.memberId().equals(wanted.memberId())) {
            throw Refusal.invalid("same-person", "They hold this mandate already. Name somebody else.");
        }
        granting.lock(List.of(old.memberId(), wanted.memberId())); // of two successors, one is first
        var stepsDown = old.memberId().equals(caller.memberId());
        var cutOff = begun.unfinished(id, Ending.Kind.HANDED_OVER)
                .filter(ending -> ending.successorId().equals(wanted.memberId()));
        if (cutOff.isEmpty()) requireStands(id);
        var under = stepsDown ? null : revocations.authorityOver(caller, old);
        return cutOff.map(ending -> new Passed(ending.id(), ending.nextMandateId()))
                .orElseGet(() -> pass(caller, old, under, wanted));
    }

    /** Asked under the lock on its holder: neither is it over, nor has somebody begun to end it. */
    private void requireStands(UUID id) {
        if (!mandates.isUnrevoked(id) || stops.isEnding(id)) throw RevocationService.revoked();
    }

    /** @param under the caller's mandate that allows it; null for who steps down */
    private Passed pass(Caller caller, Mandate old, UUID under, NewSuccession wanted) {
        var group = groups.withId(old.groupId());
        var next = under == null
                ? granting.from(old, likeOld(old, wanted, group), group)
                : granting.handOn(caller, likeOld(old, wanted, group), group);
        if (next.isPending()) {
            throw Refusal.conflict(
                    "needs-second-person",
                    "Two people grant this here. Have the successor appointed and confirmed first, then step down.");
        }
        granting.keep(caller, next, group);
        var decision = new Ending.Decision(caller.memberId(), under, wanted.reason());
        var ending = Ending.handedOver(old.id(), next, decision, clock.instant());
        return new Passed(endings.begin(ending), next.id());
    }

    private static NewMandate likeOld(Mandate old, NewSuccession wanted, GroupRef group) {
        Instant until = Stream.of(wanted.until(), old.validUntil())
                .min(nullsLast(naturalOrder()))
                .orElse(null);
        return wanted(old, wanted.memberId(), null, NewMandate.Kind.APPOINTED, null, until, group);
    }

    /** For a time, and no longer than one's own: the deputy's mandate ends with the one it came from. */
    MandateView deputise(Caller caller, UUID id, NewDeputy wanted) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var own = revocations.unrevoked(caller, id);
            if (!own.memberId().equals(caller.memberId())) {
                throw Refusal.forbidden("not-yours", "Only who holds a mandate names a deputy for it.");
            }
            var group = groups.withId(own.groupId());
            granting.lock(wanted.memberId());
            var like = wanted(
                    own,
                    wanted.memberId(),
                    wanted.capabilities(),
                    NewMandate.Kind.DELEGATED,
                    wanted.from(),
                    wanted.until(),
                    group);
            var deputy = granting.from(own, like, group);
            granting.keep(caller, deputy, group);
            return service.view(deputy);
        });
    }

    private static NewMandate wanted(
            Mandate own,
            UUID memberId,
            Set<Capability> some,
            NewMandate.Kind kind,
            Instant from,
            Instant until,
            GroupRef group) {
        var asRole = some == null && own.role() != null;
        var deputy = kind == NewMandate.Kind.DELEGATED;
        return new NewMandate(
                memberId,
                group.path(),
                asRole ? own.role() : null,
                asRole ? null : some == null ? own.capabilities() : some,
                kind,
                from,
                until,
                deputy ? 0 : Math.max(0, own.delegationDepth() - 1),
                own.limits().campaignId(),
                Conditions.of(own.limits()));
    }
}
