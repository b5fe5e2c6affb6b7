package org.barnstorm.mandate;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
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
    private final Groups groups;
    private final Clock clock;

    /** What the first of the two transactions has done. */
    private record Passed(Ending ending, UUID next) {}

    SuccessionService(
            MandateRepository mandates,
            MandateService service,
            RevocationService revocations,
            Granting granting,
            Endings endings,
            Groups groups,
            Clock clock) {
        this.mandates = mandates;
        this.service = service;
        this.revocations = revocations;
        this.granting = granting;
        this.endings = endings;
        this.groups = groups;
        this.clock = clock;
    }

    /** By the holder, who steps down; or by somebody who may revoke and grant it, who replaces them. */
    MandateView succeed(Caller caller, UUID id, NewSuccession wanted) {
        var passed = QuarkusTransaction.requiringNew().call(() -> pass(caller, id, wanted));
        endings.finish(passed.ending(), wanted.reason());
        return QuarkusTransaction.requiringNew().call(() -> service.view(mandates.findById(passed.next())));
    }

    private Passed pass(Caller caller, UUID id, NewSuccession wanted) {
        var old = revocations.unrevoked(caller, id);
        if (old.memberId().equals(wanted.memberId())) {
            throw Refusal.invalid("same-person", "They hold this mandate already. Name somebody else.");
        }
        var group = groups.withId(old.groupId());
        granting.lock(wanted.memberId());
        var stepsDown = old.memberId().equals(caller.memberId());
        var under = stepsDown ? null : revocations.authorityOver(caller, old);
        var next = stepsDown
                ? granting.from(old, likeOld(old, wanted, group), group)
                : granting.handOn(caller, likeOld(old, wanted, group), group);
        if (next.isPending()) {
            throw Refusal.conflict(
                    "needs-second-person",
                    "Two people grant this here. Have the successor appointed and confirmed first, then step down.");
        }
        granting.keep(caller, next, group);
        var ending = Ending.handedOver(id, caller.memberId(), under, wanted.memberId(), clock.instant());
        return new Passed(endings.mark(ending), next.id());
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
                deputy ? 0 : Math.max(0, own.delegationDepth() - 1));
    }
}
