package org.barnstorm.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.authority.Limits;
import org.barnstorm.authority.Role;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;
import org.barnstorm.platform.paging.Window;

/** Who of many people holds a mandate, is close to one, or holds one for little longer. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Holders {
    private final HolderRepository holders;
    private final VouchRepository vouches;
    private final Rules rules;
    private final Members members;
    private final Groups groups;

    Holders(HolderRepository holders, VouchRepository vouches, Rules rules, Members members, Groups groups) {
        this.holders = holders;
        this.vouches = vouches;
        this.rules = rules;
        this.members = members;
        this.groups = groups;
    }

    /**
     * A mandate and who holds it.
     *
     * @param role null for a hand-picked set
     * @param until null for no end
     * @param limits to which tasks
     */
    public record Holding(
            UUID id,
            UUID memberId,
            GroupRef group,
            Role role,
            Set<Capability> capabilities,
            Source source,
            Instant until,
            Limits limits) {}

    /** That so many vouch for somebody in a group, and how many it takes there. */
    public record Vouched(UUID memberId, GroupRef group, int have, int needed) {}

    /**
     * Those of these people who hold anything at one of these groups now, and those of whom somebody else revoked it there
     * and who were given nothing since: neither waits to be given something.
     */
    public Set<UUID> among(Collection<UUID> memberIds, Collection<UUID> groupIds) {
        return memberIds.isEmpty() ? Set.of() : holders.holdingOrDeprived(memberIds, groupIds);
    }

    /** What waits for a second person, of these people in these groups. */
    public List<Holding> pending(Collection<UUID> memberIds, Collection<UUID> groupIds) {
        if (memberIds.isEmpty()) return List.of();
        return holders.pendingIn(memberIds, groupIds).stream()
                .map(this::holding)
                .toList();
    }

    /** What ends at these groups within so many days, the soonest first. */
    public List<Holding> ending(Collection<UUID> groupIds, int days, Window window) {
        var found = holders.ending(groupIds, days, window);
        groups.withIds(found.stream().map(Mandate::groupId).collect(Collectors.toSet()));
        return found.stream().map(this::holding).toList();
    }

    /**
     * Those of these people who lack one vouch or none, and hold nothing there by vouches yet.
     *
     * @param people each with the groups in which they are an active member: only there can one vouch for them
     */
    public List<Vouched> nearlyVouched(Map<UUID, Set<UUID>> people) {
        var where = people.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        var fresh = vouches.fresh(people.keySet(), where).stream()
                .filter(vouch -> people.get(vouch.memberId()).contains(vouch.groupId()))
                .toList();
        var places = groups.withIds(
                fresh.stream().map(VouchRepository.Fresh::groupId).collect(Collectors.toSet()));
        var local = rules.in(places.values());
        return counts(fresh).entrySet().stream()
                .map(count -> vouched(count, places, local))
                .filter(each -> each.needed() > 0 && each.have() >= each.needed() - 1)
                .toList();
    }

    /** By person and group. */
    private record Candidacy(UUID memberId, UUID groupId) {}

    /** How many vouches count: those of people who still belong to the group. */
    private Map<Candidacy, Long> counts(List<VouchRepository.Fresh> fresh) {
        var vouchers = new HashSet<UUID>();
        fresh.forEach(vouch -> vouchers.add(vouch.voucherId()));
        var active = members.activeGroups(vouchers);
        return fresh.stream()
                .filter(vouch ->
                        active.getOrDefault(vouch.voucherId(), Set.of()).contains(vouch.groupId()))
                .collect(Collectors.groupingBy(
                        vouch -> new Candidacy(vouch.memberId(), vouch.groupId()), Collectors.counting()));
    }

    private static Vouched vouched(
            Map.Entry<Candidacy, Long> count, Map<UUID, GroupRef> places, Map<UUID, Rules.Local> local) {
        var candidacy = count.getKey();
        var needed = local.get(candidacy.groupId())
                .vouching()
                .map(Rule.Vouching::needed)
                .orElse(0);
        return new Vouched(
                candidacy.memberId(),
                places.get(candidacy.groupId()),
                count.getValue().intValue(),
                needed);
    }

    private Holding holding(Mandate mandate) {
        return new Holding(
                mandate.id(),
                mandate.memberId(),
                groups.withId(mandate.groupId()),
                mandate.role(),
                mandate.capabilities(),
                mandate.source(),
                mandate.validUntil(),
                mandate.limits());
    }
}
