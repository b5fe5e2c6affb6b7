package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.mandate.Mandates;
import org.barnstorm.member.Members;
import org.barnstorm.platform.problem.Refusal;

/** Who holds the offices that places are given to: a role by a live mandate, or an active membership. */
@ApplicationScoped
class Offices {
    private final Mandates mandates;
    private final Members members;

    Offices(Mandates mandates, Members members) {
        this.mandates = mandates;
        this.members = members;
    }

    /** All offices that each of these people holds now. */
    Map<UUID, Set<Office>> of(Collection<UUID> memberIds) {
        var held = new HashMap<UUID, Set<Office>>();
        mandates.offices(memberIds)
                .forEach((member, offices) ->
                        offices.forEach(office -> held.computeIfAbsent(member, key -> new HashSet<>())
                                .add(new Office(office.role(), office.groupId()))));
        members.activeGroups(memberIds)
                .forEach((member, groups) -> groups.forEach(group ->
                        held.computeIfAbsent(member, key -> new HashSet<>()).add(new Office(null, group))));
        return held;
    }

    Set<Office> of(UUID memberId) {
        return of(List.of(memberId)).getOrDefault(memberId, Set.of());
    }

    /** Those of these holds whose holders no longer hold the office. */
    List<Assignment> lost(List<Assignment> holds) {
        if (holds.isEmpty()) return List.of();
        var offices = of(holds.stream().map(Assignment::memberId).collect(Collectors.toSet()));
        return holds.stream()
                .filter(hold -> !offices.getOrDefault(hold.memberId(), Set.of()).contains(hold.office()))
                .toList();
    }

    /**
     * Whether somebody holds an office now; if so, they do until the transaction ends. Comes before locks on tasks, and
     * after the lock on the member for who also needs that.
     */
    boolean share(Office office, UUID memberId) {
        return office.isMembership()
                ? members.lockActive(memberId, office.groupId())
                : mandates.share(memberId, new Mandates.Office(office.role(), office.groupId()));
    }

    /** Refuses somebody who holds a place by an office that they no longer hold; the sweeper will move it (I-19). */
    void requireHeld(Assignment hold) {
        if (hold.office() == null || hold.status() != AssignmentStatus.HELD) return;
        if (share(hold.office(), hold.memberId())) return;
        throw Refusal.conflict(
                "office-lost",
                "This place was given to an office that you no longer hold. It goes to whoever holds it now; you need"
                        + " not do anything.");
    }
}
