package org.barnstorm.mandate;

import static org.barnstorm.authority.Capability.MANDATE_REVOKE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.TreeSet;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;
import org.barnstorm.member.Suspensions;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.problem.Busy;
import org.barnstorm.platform.problem.Refusal;

/** Takes a revocation back, within its window: every mandate it ended and all work it moved is as it was (I-31). */
@ApplicationScoped
@Transactional
class RestorationService {
    private final MandateRepository mandates;
    private final StopRepository stops;
    private final EndingRepository endings;
    private final VouchRepository vouches;
    private final VouchedMandates vouched;
    private final MandateService service;
    private final MandateAuthority authority;
    private final Members members;
    private final Suspensions suspensions;
    private final Returns returns;
    private final Groups groups;
    private final Journal journal;
    private final MandateConfig config;
    private final Clock clock;

    RestorationService(
            MandateRepository mandates,
            StopRepository stops,
            EndingRepository endings,
            VouchRepository vouches,
            VouchedMandates vouched,
            MandateService service,
            MandateAuthority authority,
            Members members,
            Suspensions suspensions,
            Returns returns,
            Groups groups,
            Journal journal,
            MandateConfig config,
            Clock clock) {
        this.mandates = mandates;
        this.stops = stops;
        this.endings = endings;
        this.vouches = vouches;
        this.vouched = vouched;
        this.service = service;
        this.authority = authority;
        this.members = members;
        this.suspensions = suspensions;
        this.returns = returns;
        this.groups = groups;
        this.journal = journal;
        this.config = config;
        this.clock = clock;
    }

    /** @param id of the mandate that was revoked; not of one that ended because it did */
    MandateView restore(Caller caller, UUID id) {
        var mandate = service.visible(caller, id);
        var group = groups.withId(mandate.groupId());
        if (mandate.memberId().equals(caller.memberId())) {
            throw Refusal.forbidden("self-grant", "Nobody gives authority back to themselves. Ask the lead above you.");
        }
        caller.require(MANDATE_REVOKE, group.path());
        var ending = lockLast(mandate, group);
        var under = authorityOver(caller, ending, group);
        requireHolders(caller, ending);
        ending.undo(caller.memberId(), config.undoWithin(), clock.instant());
        requireGrantor(mandate);
        requireVouches(mandate, group);
        giveBack(ending, new WorkInFlight.Act(caller.memberId(), under));
        return service.view(mandate);
    }

    /** Everybody who would hold something again waits until this is done, or is waited for: a suspension takes turns with it. */
    private Ending lockLast(Mandate mandate, GroupRef group) {
        if (mandate.source() == Source.VOUCHED) {
            vouches.lockMovement(groups.movement(group).id());
        }
        var seen = lastOf(mandate.id());
        var holders = new TreeSet<>(mandates.holders(endings.items(seen)));
        holders.add(mandate.memberId());
        suspensions.lock(holders);
        var ending = endings.lock(lastOf(mandate.id()));
        if (!ending.id().equals(seen)) throw Busy.because("It was ended once more at this moment. Look at it again.");
        if (!ending.mandateId().equals(mandate.id())) throw notRevoked();
        return ending;
    }

    private UUID lastOf(UUID mandate) {
        return endings.lastOf(mandate).orElseThrow(RestorationService::notRevoked);
    }

    private static Refusal notRevoked() {
        return Refusal.conflict(
                "mandate-not-revoked", "This mandate was not revoked by itself. Look for the one it came from.");
    }

    /** What a lead further up has ended, nobody below takes back. */
    private UUID authorityOver(Caller caller, Ending ending, GroupRef group) {
        var own = authority.share(caller, MANDATE_REVOKE, group);
        if (ending.underMandate() == null || ending.endedBy().equals(caller.memberId())) return own.get(0);
        var theirs = groups.withId(mandates.findById(ending.underMandate()).groupId());
        return own.stream()
                .filter(each ->
                        groups.withId(mandates.findById(each).groupId()).path().covers(theirs.path()))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.forbidden("ended-above", "A lead further up has ended this. Ask them to undo it."));
    }

    /** What was delegated from it comes back with it: to nobody by their own hand, and to nobody who is suspended. */
    private void requireHolders(Caller caller, Ending ending) {
        for (var mandate : mandates.list("id in ?1 order by id", endings.items(ending.id()))) {
            if (mandate.memberId().equals(caller.memberId())) {
                throw Refusal.forbidden(
                        "self-grant", "A mandate of your own would come back with it. Ask the lead above you.");
            }
            members.requireStillThere(mandate.memberId());
            suspensions.requireNotSuspended(mandate.memberId(), groups.withId(mandate.groupId()));
        }
    }

    /** What was delegated stands only while what it came from does. */
    private void requireGrantor(Mandate mandate) {
        if (mandate.source() == Source.DELEGATED && !mandates.shareLive(mandate.grantedUnder())) {
            throw Refusal.conflict("grantor-gone", "The mandate that this one was delegated from has ended meanwhile.");
        }
    }

    /** What vouches earned stands only while as many vouch; the caller has locked the movement's vouches. */
    private void requireVouches(Mandate mandate, GroupRef group) {
        if (mandate.source() == Source.VOUCHED && !vouched.isSupported(mandate.id(), mandate.memberId(), group)) {
            throw Refusal.conflict(
                    "too-few-vouches",
                    "Too few members still vouch for them. With new vouches and a lead's confirmation they earn a new one.");
        }
    }

    private void giveBack(Ending ending, WorkInFlight.Act act) {
        var ids = endings.items(ending.id());
        endings.settle(ids);
        var back = mandates.lockAll(ids);
        back.forEach(Mandate::restore);
        journal.appendAll(back.stream().map(mandate -> event(mandate, act)).toList());
        stops.strikeRevocations(ids);
        returns.giveBack(ending.id(), back, act);
    }

    private Event event(Mandate mandate, WorkInFlight.Act act) {
        var group = groups.withId(mandate.groupId());
        return new Event(
                        "mandate.restored",
                        mandate.id(),
                        group.id(),
                        group.path().value(),
                        act.by(),
                        act.under())
                .with("member", mandate.memberId())
                .with("role", mandate.role());
    }
}
