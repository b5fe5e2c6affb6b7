package org.barnstorm.authority;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
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
        Supplier<Set<Grant>> some = () -> everyGrant().stream()
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

    /** Their mandates without limits: what is asked without saying which task it is about, these alone answer. */
    public Set<Grant> grants() {
        return everyGrant().stream().filter(grant -> grant.limits().isNone()).collect(Collectors.toUnmodifiableSet());
    }

    /** Those within limits as well; for who asks each of them what it is limited to. */
    public Set<Grant> everyGrant() {
        if (grants == null) grants = Set.copyOf(loadGrants.get());
        return grants;
    }

    public boolean may(Capability capability, GroupPath where) {
        return everyGrant().stream().anyMatch(grant -> grant.allows(capability, where));
    }

    /** On a task. */
    public boolean may(Capability capability, GroupPath where, Matter about) {
        return everyGrant().stream().anyMatch(grant -> grant.allows(capability, where, about));
    }

    /** For reading. A use case that writes asks {@link Authority#holds} instead, which also locks what it relies on. */
    public void require(Capability capability, GroupPath where) {
        if (!may(capability, where)) throw lacking(capability, where);
    }

    /** For reading what is about a task; for writing there is {@link Authority#warrant}. */
    public void require(Capability capability, GroupPath where, Matter about) {
        if (!may(capability, where, about)) throw lacking(capability, where);
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

    /** The same for one task. */
    public Set<Capability> capabilitiesAt(GroupPath where, Matter about) {
        var held = EnumSet.noneOf(Capability.class);
        for (var grant : everyGrant()) {
            grant.capabilities().stream()
                    .filter(capability -> grant.allows(capability, where, about))
                    .forEach(held::add);
        }
        return held;
    }

    /** Why not: no mandate of theirs reaches there, the group has to earn it first, or it is limited to something else. */
    public Refusal lacking(Capability capability, GroupPath where) {
        var limited = everyGrant().stream()
                .filter(grant ->
                        grant.reaches(capability, where) && !grant.limits().isNone())
                .map(Grant::limits)
                .sorted(Comparator.comparing(Limits::inWords))
                .toList();
        if (!limited.isEmpty()) return beyondLimits(capability, where, limited);
        var locked = everyGrant().stream().anyMatch(grant -> grant.covers(capability, where))
                && everyGrant().stream().noneMatch(grant -> grant.reaches(capability, where));
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

    private static Refusal beyondLimits(Capability capability, GroupPath where, List<Limits> limited) {
        var words = limited.stream().map(Limits::inWords).collect(Collectors.joining("; or to "));
        return Refusal.forbidden(
                        "no-mandate",
                        "Your mandate for " + capability + " in " + where + " is limited to " + words
                                + ". This is about something else, or would be from then on. A lead of the group can do it,"
                                + " or grant more.")
                .with("capability", capability.name())
                .with("group", where.value())
                .with("limits", limited.stream().map(Limits::facts).toList());
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
