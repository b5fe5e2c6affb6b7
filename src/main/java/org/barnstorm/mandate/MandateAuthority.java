package org.barnstorm.mandate;

import static org.barnstorm.authority.Capability.MANDATE_GRANT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.Grant;
import org.barnstorm.authority.Grants;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.authority.Matter;
import org.barnstorm.authority.Unlocks;
import org.barnstorm.authority.Warrant;
import org.barnstorm.group.Groups;

/** Answers what others ask of mandates: what somebody holds, and whether it allows this write. */
@ApplicationScoped
class MandateAuthority implements Authority, Grants {
    /** What may still be done in a group that has become part of another: end what is left there. */
    private static final Set<Capability> STILL_IN_MERGED = EnumSet.of(
            Capability.MEMBER_MANAGE,
            Capability.MEMBER_IMPORT, // whom it expected can still be forgotten; nobody new is brought in
            Capability.MANDATE_REVOKE,
            Capability.CAMPAIGN_MANAGE,
            Capability.WORK_UNDO,
            Capability.TASK_VERIFY,
            Capability.INTEGRATION_MANAGE);

    private final MandateRepository mandates;
    private final Groups groups;
    private final Unlocks unlocks;

    MandateAuthority(MandateRepository mandates, Groups groups, Unlocks unlocks) {
        this.mandates = mandates;
        this.groups = groups;
        this.unlocks = unlocks;
    }

    @Override
    @Transactional
    public Set<Grant> of(UUID memberId) {
        return mandates.actingOf(memberId).stream()
                .map(mandate -> new Grant(
                        mandate.id(),
                        mandate.capabilities(),
                        groups.withId(mandate.groupId()),
                        mandate.limits(),
                        unlocks))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID holds(Caller caller, Capability capability, GroupRef where) {
        return live(caller, capability, where, grant -> grant.allows(capability, where.path()))
                .findFirst()
                .map(Grant::mandateId)
                .orElseThrow(() -> caller.lacking(capability, where.path()));
    }

    /** One that is not limited; or all that are and allow it now, because only the task's lock says which goes on doing so. */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Warrant warrant(Caller caller, Capability capability, GroupRef where, Matter about) {
        var any = live(caller, capability, where, grant -> grant.allows(capability, where.path()))
                .findFirst();
        if (any.isPresent()) return new Warrant(caller, capability, where, List.of(any.get()));
        var some = held(caller, grant -> grant.allows(capability, where.path(), about)).stream()
                .filter(grant -> !grant.limits().isNone())
                .filter(grant -> mandates.shareLive(grant.mandateId()))
                .toList();
        if (some.isEmpty()) throw caller.lacking(capability, where.path());
        return new Warrant(caller, capability, where, some);
    }

    /**
     * As {@link #holds}, for acts that depend on which of the caller's mandates is used: all that allow it, each locked,
     * the one that reaches furthest up first, because nobody below that takes back what it decides.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    List<UUID> share(Caller caller, Capability capability, GroupRef where) {
        return share(caller, capability, where, grant -> grant.allows(capability, where.path()));
    }

    /** The same for handing authority on, by limited ones, too: each of them hands on what is as limited ({@link Mandate}). */
    @Transactional(Transactional.TxType.MANDATORY)
    List<UUID> shareToGrant(Caller caller, GroupRef where) {
        return share(caller, MANDATE_GRANT, where, grant -> grant.reaches(MANDATE_GRANT, where.path()));
    }

    private List<UUID> share(Caller caller, Capability capability, GroupRef where, Predicate<Grant> allows) {
        var shared =
                live(caller, capability, where, allows).map(Grant::mandateId).toList();
        if (shared.isEmpty()) throw caller.lacking(capability, where.path());
        return shared.stream()
                .sorted(Comparator.comparing(id -> reach(caller, id)))
                .toList();
    }

    /** How long the path of its group is: all of them cover one group, so the shortest is the highest. */
    private static int reach(Caller caller, UUID mandateId) {
        return caller.everyGrant().stream()
                .filter(grant -> grant.mandateId().equals(mandateId))
                .mapToInt(grant -> grant.scope().path().value().length())
                .min()
                .orElseThrow();
    }

    private Stream<Grant> live(Caller caller, Capability capability, GroupRef where, Predicate<Grant> allows) {
        requireOpen(capability, where);
        return held(caller, allows).stream().filter(grant -> mandates.shareLive(grant.mandateId()));
    }

    private void requireOpen(Capability capability, GroupRef where) {
        if (!STILL_IN_MERGED.contains(capability)) groups.requireOpen(where);
    }

    /** Every writer locks in the same order. */
    private static List<Grant> held(Caller caller, Predicate<Grant> allows) {
        return caller.everyGrant().stream()
                .filter(allows)
                .sorted(Comparator.comparing(Grant::mandateId))
                .toList();
    }
}
