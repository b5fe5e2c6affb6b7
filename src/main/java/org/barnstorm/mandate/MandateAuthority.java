package org.barnstorm.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.Grant;
import org.barnstorm.authority.Grants;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.authority.Unlocks;
import org.barnstorm.group.Groups;

/** Answers what others ask of mandates: what somebody holds, and whether it allows this write. */
@ApplicationScoped
class MandateAuthority implements Authority, Grants {
    /** What may still be done in a group that has become part of another: end what is left there. */
    private static final Set<Capability> STILL_IN_MERGED = EnumSet.of(
            Capability.MEMBER_MANAGE,
            Capability.MANDATE_REVOKE,
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
        return mandates.liveOf(memberId).stream()
                .map(mandate ->
                        new Grant(mandate.id(), mandate.capabilities(), groups.withId(mandate.groupId()), unlocks))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID holds(Caller caller, Capability capability, GroupRef where) {
        return live(caller, capability, where).findFirst().orElseThrow(() -> caller.lacking(capability, where.path()));
    }

    /**
     * As {@link #holds}, for acts that depend on which of the caller's mandates is used: all that allow it, each locked,
     * the one that reaches furthest up first, because nobody below that takes back what it decides.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    List<UUID> share(Caller caller, Capability capability, GroupRef where) {
        var shared = live(caller, capability, where).toList();
        if (shared.isEmpty()) throw caller.lacking(capability, where.path());
        return shared.stream()
                .sorted(Comparator.comparing(id -> reach(caller, id)))
                .toList();
    }

    /** How long the path of its group is: all of them cover one group, so the shortest is the highest. */
    private static int reach(Caller caller, UUID mandateId) {
        return caller.grants().stream()
                .filter(grant -> grant.mandateId().equals(mandateId))
                .mapToInt(grant -> grant.scope().path().value().length())
                .min()
                .orElseThrow();
    }

    private Stream<UUID> live(Caller caller, Capability capability, GroupRef where) {
        if (!STILL_IN_MERGED.contains(capability)) groups.requireOpen(where);
        return caller.grants().stream()
                .filter(grant -> grant.allows(capability, where.path()))
                .map(Grant::mandateId)
                .sorted(Comparator.naturalOrder()) // every writer locks in the same order
                .filter(mandates::shareLive);
    }
}
