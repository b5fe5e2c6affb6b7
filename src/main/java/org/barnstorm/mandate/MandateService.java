package org.barnstorm.mandate;

import static org.barnstorm.authority.Capability.MANDATE_GRANT;
import static org.barnstorm.authority.Capability.MANDATE_READ;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.authority.Role;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;

/** Granting, confirming and showing mandates. */
@ApplicationScoped
@Transactional
class MandateService {
    private static final int BOOTSTRAP_DEPTH = 5;

    private final MandateRepository mandates;
    private final MandateViews views;
    private final VouchRepository vouches;
    private final Granting granting;
    private final Groups groups;
    private final MandateAuthority authority;
    private final Journal journal;
    private final Clock clock;

    MandateService(
            MandateRepository mandates,
            MandateViews views,
            VouchRepository vouches,
            Granting granting,
            Groups groups,
            MandateAuthority authority,
            Journal journal,
            Clock clock) {
        this.mandates = mandates;
        this.views = views;
        this.vouches = vouches;
        this.granting = granting;
        this.groups = groups;
        this.authority = authority;
        this.journal = journal;
        this.clock = clock;
    }

    MandateView grant(Caller caller, NewMandate wanted) {
        var group = groups.at(wanted.group());
        granting.lock(wanted.memberId());
        var mandate = caller.isAdmin() && !caller.may(MANDATE_GRANT, group.path())
                ? bootstrap(caller, wanted, group)
                : granting.handOn(caller, wanted, group);
        granting.keep(caller, mandate, group);
        return view(mandate);
    }

    /** A second person says yes, who could have granted it themselves. */
    MandateView confirm(Caller caller, UUID id) {
        var mandate = visible(caller, id);
        var group = groups.withId(mandate.groupId());
        mandate.requireSecond(caller.memberId());
        if (vouches.supports(id, caller.memberId())) throw Mandate.notSecond();
        var shared = authority.shareToGrant(caller, group);
        if (mandate.grantedUnder() != null && !mandates.shareLive(mandate.grantedUnder())) {
            throw Refusal.conflict("grantor-gone", "The mandate that this one was granted under has ended meanwhile.");
        }
        mandates.lock(mandate);
        granting.requireInForce(mandate);
        var under = confirm(mandate, shared);
        journal.append(new Event(
                        "mandate.confirmed",
                        mandate.id(),
                        group.id(),
                        group.path().value(),
                        caller.memberId(),
                        under)
                .with("member", mandate.memberId())
                .with("role", mandate.role()));
        return view(mandate);
    }

    private UUID confirm(Mandate mandate, List<UUID> shared) {
        Refusal why = null;
        for (var own : shared) {
            try {
                mandate.confirm(mandates.findById(own), clock.instant());
                return own;
            } catch (Refusal refusal) {
                why = refusal;
            }
        }
        throw why;
    }

    MandateView show(Caller caller, UUID id) {
        return view(visible(caller, id));
    }

    /** Mandates at a group and below it. */
    Slice<MandateView> list(Caller caller, GroupPath path, UUID memberId, Window window) {
        groups.at(path);
        caller.require(MANDATE_READ, path);
        return slice(window, mandates.inGroups(groups.branch(path), memberId, window));
    }

    Slice<MandateView> mine(Caller caller, Window window) {
        return slice(window, mandates.of(caller.memberId(), window));
    }

    /** What a caller may not see does not exist for them. */
    Mandate visible(Caller caller, UUID id) {
        return mandates.findByIdOptional(id)
                .filter(mandate -> mandate.memberId().equals(caller.memberId())
                        || caller.memberId().equals(mandate.grantedBy())
                        || caller.may(
                                MANDATE_READ, groups.withId(mandate.groupId()).path()))
                .orElseThrow(() -> Refusal.notFound("mandate"));
    }

    MandateView view(Mandate mandate) {
        return views.of(mandate);
    }

    private Slice<MandateView> slice(Window window, List<Mandate> found) {
        return Slice.of(window, found, mandate -> List.of(mandate.id().toString()), views.of(found)::get);
    }

    /** The platform's admin appoints the first lead of a movement, and nothing else. */
    private Mandate bootstrap(Caller caller, NewMandate wanted, GroupRef group) {
        if (group.path().parent().isPresent() || wanted.role() != Role.LEAD) {
            throw Refusal.forbidden(
                    "bootstrap-only", "The platform's admin appoints the LEAD of a movement; that lead does the rest.");
        }
        mandates.lockBootstrap(group.id());
        if (mandates.movementHasLead(group.id())) {
            throw Refusal.conflict("movement-has-lead", "The movement has a lead; further ones are appointed by them.");
        }
        var now = mandates.databaseTime();
        var scope = Granting.scope(wanted, group, null, BOOTSTRAP_DEPTH + 1, now);
        return Mandate.bootstrap(caller.memberId(), wanted.memberId(), scope, now);
    }
}
