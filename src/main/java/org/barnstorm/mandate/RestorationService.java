package org.barnstorm.mandate;

import static org.barnstorm.authority.Capability.MANDATE_REVOKE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Suspensions;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.problem.Refusal;

/** Takes a revocation back, within its window: every mandate it ended and all work it moved is as it was (I-31). */
@ApplicationScoped
@Transactional
class RestorationService {
    private final MandateRepository mandates;
    private final EndingRepository endings;
    private final MandateService service;
    private final MandateAuthority authority;
    private final Suspensions suspensions;
    private final WorkInFlight work;
    private final Groups groups;
    private final Journal journal;
    private final MandateConfig config;
    private final Clock clock;

    RestorationService(
            MandateRepository mandates,
            EndingRepository endings,
            MandateService service,
            MandateAuthority authority,
            Suspensions suspensions,
            WorkInFlight work,
            Groups groups,
            Journal journal,
            MandateConfig config,
            Clock clock) {
        this.mandates = mandates;
        this.endings = endings;
        this.service = service;
        this.authority = authority;
        this.suspensions = suspensions;
        this.work = work;
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
        suspensions.lock(mandate.memberId());
        var ending = endings.lockLastOf(id)
                .filter(each -> each.mandateId().equals(id))
                .orElseThrow(() -> Refusal.conflict(
                        "mandate-not-revoked",
                        "This mandate was not revoked by itself. Look for the one it came from."));
        var under = authorityOver(caller, ending, group);
        suspensions.requireNotSuspended(mandate.memberId(), group);
        requireHolders(caller, ending);
        ending.undo(caller.memberId(), config.undoWithin(), clock.instant());
        requireGrantor(mandate);
        giveBack(ending, new WorkInFlight.Act(caller.memberId(), under));
        return service.view(mandate);
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
        for (var id : endings.items(ending.id())) {
            var mandate = mandates.findById(id);
            if (mandate.memberId().equals(caller.memberId())) {
                throw Refusal.forbidden(
                        "self-grant", "A mandate of your own would come back with it. Ask the lead above you.");
            }
            suspensions.requireNotSuspended(mandate.memberId(), groups.withId(mandate.groupId()));
        }
    }

    /** What was delegated stands only while what it came from does. */
    private void requireGrantor(Mandate mandate) {
        if (mandate.source() == Source.DELEGATED && !mandates.shareLive(mandate.grantedUnder())) {
            throw Refusal.conflict("grantor-gone", "The mandate that this one was delegated from has ended meanwhile.");
        }
    }

    private void giveBack(Ending ending, WorkInFlight.Act act) {
        var ids = endings.items(ending.id());
        for (var mandate : mandates.lockAll(ids)) {
            mandate.restore();
            var group = groups.withId(mandate.groupId());
            journal.append(new Event(
                            "mandate.restored",
                            mandate.id(),
                            group.id(),
                            group.path().value(),
                            act.by(),
                            act.under())
                    .with("member", mandate.memberId())
                    .with("role", mandate.role()));
        }
        mandates.strikeRevocations(ids);
        work.giveBack(ending.id(), act);
    }
}
