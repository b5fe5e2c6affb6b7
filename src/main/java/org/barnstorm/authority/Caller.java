package org.barnstorm.authority;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.barnstorm.platform.problem.Refusal;

/**
 * The person behind a request: where they are an active member, and the mandates they hold right now. Loaded from the
 * database for each request; nothing of it is in the token.
 */
public final class Caller {
    private final UUID memberId;
    private final boolean admin;
    private final Set<UUID> groupIds;
    private final KeptOut keptOut;
    private final GroupPath reach;
    private final Supplier<Set<Grant>> loadGrants;
    private Set<Grant> grants;

    /**
     * @param admin holds the realm role {@code admin}: bootstrapping only
     * @param groupIds groups in which the membership is active
     * @param keptOut where they are suspended
     * @param grants asked at most once, and not at all by acts that need no mandate, such as one's own claim
     */
    public Caller(UUID memberId, boolean admin, Set<UUID> groupIds, KeptOut keptOut, Supplier<Set<Grant>> grants) {
        this(memberId, admin, groupIds, keptOut, null, grants);
    }

    private Caller(
            UUID memberId,
            boolean admin,
            Set<UUID> groupIds,
            KeptOut keptOut,
            GroupPath reach,
            Supplier<Set<Grant>> grants) {
        this.memberId = memberId;
        this.admin = admin;
        this.groupIds = Set.copyOf(groupIds);
        this.keptOut = keptOut;
        this.reach = reach;
        this.loadGrants = grants;
    }

    /** A program: it belongs to no group, and nothing exists for it outside of this part of the tree. */
    public static Caller program(UUID memberId, GroupPath reach, Supplier<Set<Grant>> grants) {
        return new Caller(memberId, false, Set.of(), KeptOut.NOWHERE, reach, grants);
    }

    /** The same one with no more authority than these capabilities, wherever they hold them. */
    public Caller limitedTo(Set<Capability> most) {
        Supplier<Set<Grant>> some = () -> grants().stream()
                .map(grant -> grant.limitedTo(most))
                .filter(grant -> !grant.capabilities().isEmpty())
                .collect(Collectors.toSet());
        return new Caller(memberId, false, groupIds, keptOut, reach, some);
    }

    public UUID memberId() {
        return memberId;
    }

    public boolean isAdmin() {
        return admin;
    }

    /** Groups in which this person is an active member. */
    public Set<UUID> groupIds() {
        return groupIds;
    }

    /** Groups that this person is kept out of. For reading. */
    public KeptOut keptOut() {
        return keptOut;
    }

    public boolean isMemberOf(UUID groupId) {
        return groupIds.contains(groupId);
    }

    public boolean isProgram() {
        return reach != null;
    }

    /** Whether a group can exist for them: the tree is open to people, and its own part to a program. */
    public boolean reaches(GroupPath where) {
        return reach == null || reach.covers(where);
    }

    /** What a list over a branch, or over everything when it is null, is about for them. */
    public GroupPath within(GroupPath branch) {
        if (reach == null || branch != null && reach.covers(branch)) return branch;
        if (branch == null || branch.covers(reach)) return reach;
        throw Refusal.notFound("group");
    }

    /** Whether anything at or below this group can exist for them. */
    public boolean reachesInto(GroupPath branch) {
        return reach == null || reach.covers(branch) || branch.covers(reach);
    }

    public Set<Grant> grants() {
        if (grants == null) grants = Set.copyOf(loadGrants.get());
        return grants;
    }

    public boolean may(Capability capability, GroupPath where) {
        return grants().stream().anyMatch(grant -> grant.allows(capability, where));
    }

    /** For reading. A use case that writes asks {@link Authority#holds} instead, which also locks what it relies on. */
    public void require(Capability capability, GroupPath where) {
        if (!may(capability, where)) throw lacking(capability, where);
    }

    /** For lists over a branch: the capability somewhere at or above the group, or a refusal that says so. */
    public Set<Capability> capabilitiesAt(GroupPath where) {
        var held = EnumSet.noneOf(Capability.class);
        for (var grant : grants()) {
            grant.capabilities().stream()
                    .filter(capability -> grant.allows(capability, where))
                    .forEach(held::add);
        }
        return held;
    }

    /** Why not: no mandate reaches there, or what one allows has to be earned by the group first. */
    public Refusal lacking(Capability capability, GroupPath where) {
        var locked = grants().stream().anyMatch(grant -> grant.covers(capability, where)) && !may(capability, where);
        return locked ? notCertified(capability, where) : noMandate(capability, where);
    }

    private static Refusal notCertified(Capability capability, GroupPath where) {
        return Refusal.forbidden(
                        "not-certified",
                        capability + " counts in certified groups only, and " + where
                                + " is not certified. Its certification says what is missing.")
                .with("capability", capability.name())
                .with("group", where.value());
    }

    public static Refusal noMandate(Capability capability, GroupPath where) {
        return Refusal.forbidden(
                        "no-mandate",
                        "You hold no mandate for " + capability + " in " + where
                                + ". A lead of the group can grant one, or a course can earn it.")
                .with("capability", capability.name())
                .with("group", where.value());
    }
}
