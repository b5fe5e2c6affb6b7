package org.barnstorm.mandate;

import static org.barnstorm.authority.Capability.MANDATE_REVOKE;
import static org.barnstorm.authority.Capability.MEMBER_MANAGE;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;
import org.barnstorm.member.Suspensions;
import org.barnstorm.platform.problem.Refusal;

/**
 * Keeps a person from acting in a part of the tree for a time: their memberships there rest, and their mandates with what was
 * delegated from them, as instantly as a revocation (I-19) and in the same two steps.
 */
@ApplicationScoped
class SuspensionService {
    private final MandateRepository mandates;
    private final StopRepository stops;
    private final MandateAuthority authority;
    private final RestingMandates resting;
    private final Takeovers takeovers;
    private final RevocationService revocations;
    private final SuspensionDesk desk;
    private final Members members;
    private final Suspensions suspensions;
    private final Groups groups;
    private final MandateConfig config;
    private final Clock clock;

    SuspensionService(
            MandateRepository mandates,
            StopRepository stops,
            MandateAuthority authority,
            RestingMandates resting,
            Takeovers takeovers,
            RevocationService revocations,
            SuspensionDesk desk,
            Members members,
            Suspensions suspensions,
            Groups groups,
            MandateConfig config,
            Clock clock) {
        this.mandates = mandates;
        this.stops = stops;
        this.authority = authority;
        this.resting = resting;
        this.takeovers = takeovers;
        this.revocations = revocations;
        this.desk = desk;
        this.members = members;
        this.suspensions = suspensions;
        this.groups = groups;
        this.config = config;
        this.clock = clock;
    }

    TakeoverPreview preview(Caller caller, GroupPath path, UUID memberId) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var group = groups.at(path);
            requireMay(caller, group, memberId);
            return revocations.view(takeovers.of(theirs(memberId, group)));
        });
    }

    SuspensionView suspend(Caller caller, GroupPath path, NewSuspension wanted) {
        var kept = QuarkusTransaction.requiringNew().call(() -> decide(caller, path, wanted));
        finish(kept);
        return desk.show(caller, kept.id());
    }

    /** The second step of one that was cut off. */
    void finish(UUID id) {
        QuarkusTransaction.requiringNew().call(() -> suspensions.find(id)).ifPresent(this::finish);
    }

    private void finish(Suspensions.Kept kept) {
        while (true) {
            var open = QuarkusTransaction.requiringNew().call(() -> stopOpen(kept));
            if (open.isEmpty()) return;
            for (var batch : Batches.of(open)) {
                QuarkusTransaction.requiringNew().run(() -> resting.rest(kept, batch));
            }
        }
    }

    private Suspensions.Kept decide(Caller caller, GroupPath path, NewSuspension wanted) {
        var group = groups.at(path);
        requireMay(caller, group, wanted.memberId());
        if (wanted.until().isAfter(clock.instant().plus(config.longestSuspension()))) {
            throw Refusal.invalid(
                    "suspension-too-long",
                    "A suspension lasts " + config.longestSuspension().toDays() + " days at most. Look again then.");
        }
        suspensions.lock(wanted.memberId());
        authority.holds(caller, MEMBER_MANAGE, group);
        var ends = theirs(wanted.memberId(), group);
        var under = authorityOver(caller, group, ends);
        if (wanted.expected() != null) takeovers.of(ends).require(wanted.expected());
        var kept = suspensions.begin(
                new Suspensions.Wanted(wanted.memberId(), group, wanted.reason(), wanted.until()),
                new Suspensions.Act(caller.memberId(), under));
        stops.stop(ends, kept.id(), true);
        return kept;
    }

    private void requireMay(Caller caller, GroupRef group, UUID memberId) {
        caller.require(MEMBER_MANAGE, group.path());
        caller.require(MANDATE_REVOKE, group.path());
        members.requireStillThere(memberId);
        if (memberId.equals(caller.memberId())) {
            throw Refusal.forbidden("self-suspension", "Nobody suspends themselves. Give up your mandates instead.");
        }
    }

    /** A mandate of the caller that allows it, and does not itself come from those that are to rest. */
    private UUID authorityOver(Caller caller, GroupRef group, Collection<UUID> ends) {
        return authority.share(caller, MANDATE_REVOKE, group).stream()
                .filter(own -> mandates.withGrantors(own).stream().noneMatch(ends::contains))
                .findFirst()
                .orElseThrow(() -> Refusal.forbidden(
                        "own-grantor", "Your own authority comes from theirs. Ask a lead above both of you."));
    }

    /** What somebody holds in the branch, and what was delegated from it and is not revoked, ids ascending. */
    private List<UUID> theirs(UUID memberId, GroupRef group) {
        var all = new TreeSet<UUID>();
        for (var id : mandates.standingOf(memberId, groups.branch(group.path()))) {
            all.addAll(mandates.withDelegated(id));
        }
        return mandates.unrevokedIds(all);
    }

    /** What does not rest yet, marked; a writer in flight may have handed on once more. Nothing once it is lifted. */
    private List<UUID> stopOpen(Suspensions.Kept kept) {
        suspensions.lock(kept.memberId());
        if (!suspensions.isInForce(kept.id())) return List.of();
        var open = new ArrayList<>(theirs(kept.memberId(), kept.group()));
        open.removeAll(stops.restedBy(kept.id()));
        stops.stop(open, kept.id(), true);
        if (open.isEmpty()) stops.strikeRevoked(kept.id());
        return open;
    }
}
