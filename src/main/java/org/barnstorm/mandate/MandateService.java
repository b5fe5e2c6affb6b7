package org.barnstorm.mandate;

import static org.barnstorm.authority.Capability.MANDATE_GRANT;
import static org.barnstorm.authority.Capability.MANDATE_READ;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.authority.Role;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;

/** Granting and showing mandates. */
@ApplicationScoped
@Transactional
class MandateService {
    private static final int BOOTSTRAP_DEPTH = 5;
    private static final int USUAL_MONTHS = 12;

    private final MandateRepository mandates;
    private final Members members;
    private final Groups groups;
    private final MandateAuthority authority;
    private final Journal journal;
    private final Clock clock;

    MandateService(
            MandateRepository mandates,
            Members members,
            Groups groups,
            MandateAuthority authority,
            Journal journal,
            Clock clock) {
        this.authority = authority;
        this.mandates = mandates;
        this.members = members;
        this.groups = groups;
        this.journal = journal;
        this.clock = clock;
    }

    MandateView grant(Caller caller, NewMandate wanted) {
        var group = groups.at(wanted.group());
        var mandate = caller.isAdmin() && !caller.may(MANDATE_GRANT, group.path())
                ? bootstrap(caller, wanted, group)
                : handOn(caller, wanted, group);
        members.requireKnown(wanted.memberId()); // last, so that only who may grant learns which ids are somebody's
        mandates.persist(mandate);
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
                .with("until", mandate.validUntil()));
        return view(mandate);
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
        return MandateView.of(mandate, groups.withId(mandate.groupId()).path(), clock.instant());
    }

    private Slice<MandateView> slice(Window window, List<Mandate> found) {
        return Slice.of(window, found, mandate -> List.of(mandate.id().toString()), this::view);
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
        var scope = scope(wanted, group, null, BOOTSTRAP_DEPTH + 1, now);
        return Mandate.bootstrap(caller.memberId(), wanted.memberId(), scope, now);
    }

    private Mandate handOn(Caller caller, NewMandate wanted, GroupRef group) {
        var now = mandates.databaseTime();
        Refusal why = null;
        for (var own : authority.share(caller, MANDATE_GRANT, group)) {
            var parent = mandates.findById(own);
            try {
                var scope = scope(wanted, group, parent.validUntil(), parent.delegationDepth(), now);
                return parent.grant(wanted.memberId(), scope, wanted.source(), now);
            } catch (Refusal refusal) {
                why = refusal; // another of the caller's mandates may reach further
            }
        }
        throw why;
    }

    /** Begins now at the earliest: nobody had the authority before they were given it. */
    private static Scope scope(NewMandate wanted, GroupRef group, Instant latest, int depth, Instant now) {
        var from = wanted.from() == null || wanted.from().isBefore(now) ? now : wanted.from();
        var depthWanted = wanted.delegationDepth() != null
                ? wanted.delegationDepth()
                : wanted.role() == Role.LEAD ? Math.max(0, depth - 1) : 0;
        var until = wanted.until() != null ? wanted.until() : usualEnd(from, latest);
        return new Scope(group.id(), wanted.role(), wanted.wanted(), depthWanted, from, until);
    }

    private static Instant usualEnd(Instant from, Instant latest) {
        var usual = from.atOffset(ZoneOffset.UTC).plusMonths(USUAL_MONTHS).toInstant();
        return latest != null && latest.isBefore(usual) ? latest : usual;
    }
}
