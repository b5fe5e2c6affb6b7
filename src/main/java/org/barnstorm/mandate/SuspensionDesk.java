package org.barnstorm.mandate;

import static org.barnstorm.authority.Capability.MANDATE_REVOKE;
import static org.barnstorm.authority.Capability.MEMBER_MANAGE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Suspensions;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;

/** Shows suspensions to the person and to those who may end memberships there; and lifts them. */
@ApplicationScoped
@Transactional
class SuspensionDesk {
    private final Suspensions suspensions;
    private final RestingMandates resting;
    private final MandateRepository mandates;
    private final LeadRepository leads;
    private final MandateAuthority authority;
    private final Groups groups;

    SuspensionDesk(
            Suspensions suspensions,
            RestingMandates resting,
            MandateRepository mandates,
            LeadRepository leads,
            MandateAuthority authority,
            Groups groups) {
        this.suspensions = suspensions;
        this.resting = resting;
        this.mandates = mandates;
        this.leads = leads;
        this.authority = authority;
        this.groups = groups;
    }

    SuspensionView show(Caller caller, UUID id) {
        return view(visible(caller, id));
    }

    /** Suspensions at a group and below it. */
    Slice<SuspensionView> list(Caller caller, GroupPath path, Window window) {
        var group = groups.at(path);
        caller.require(MEMBER_MANAGE, path);
        var found = suspensions.inBranch(group, window);
        return Slice.of(window, found, kept -> List.of(kept.id().toString()), this::view);
    }

    /** Everything is as it was; what a lead further up decided, nobody below undoes. */
    SuspensionView lift(Caller caller, UUID id) {
        var kept = visible(caller, id);
        suspensions.lock(kept.memberId());
        authority.holds(caller, MEMBER_MANAGE, kept.group());
        var act = new Suspensions.Act(caller.memberId(), authorityOver(caller, kept));
        var lifted = suspensions.lift(id, act);
        resting.resume(id, act);
        return view(lifted);
    }

    /** The time of one is over. */
    void lapse(UUID id) {
        var act = new Suspensions.Act(null, null);
        suspensions.find(id).ifPresent(kept -> {
            suspensions.lock(kept.memberId());
            if (!suspensions.isInForce(id)) return; // another replica was first
            suspensions.lift(id, act);
            resting.resume(id, act);
        });
    }

    private UUID authorityOver(Caller caller, Suspensions.Kept kept) {
        var own = authority.share(caller, MANDATE_REVOKE, kept.group());
        if (kept.by().equals(caller.memberId())) return own.get(0);
        var theirs = groups.withId(mandates.findById(kept.under()).groupId()).path();
        return own.stream()
                .filter(each ->
                        groups.withId(mandates.findById(each).groupId()).path().covers(theirs))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.forbidden("ended-above", "A lead further up has decided this. Ask them to lift it."));
    }

    private Suspensions.Kept visible(Caller caller, UUID id) {
        return suspensions
                .find(id)
                .filter(kept -> kept.memberId().equals(caller.memberId())
                        || caller.may(MEMBER_MANAGE, kept.group().path()))
                .orElseThrow(() -> Refusal.notFound("suspension"));
    }

    private SuspensionView view(Suspensions.Kept kept) {
        var appeal = leads.nearest(groups.line(kept.group()), Set.of(), Set.of(kept.by(), kept.memberId()));
        return SuspensionView.of(kept, appeal.orElse(null));
    }
}
