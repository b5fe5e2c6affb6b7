package org.barnstorm.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.Grant;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.authority.Role;
import org.barnstorm.member.Suspensions;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.problem.Refusal;

/** What others ask of mandates: may this course award a role, and then the award; who holds a role at a group now. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Mandates {
    private final MandateRepository mandates;
    private final Rules rules;
    private final Suspensions suspensions;
    private final Journal journal;

    Mandates(MandateRepository mandates, Rules rules, Suspensions suspensions, Journal journal) {
        this.mandates = mandates;
        this.rules = rules;
        this.suspensions = suspensions;
        this.journal = journal;
    }

    /** Refuses an award that gives more than the person who sets it could hand on themselves. */
    public void requireMayAward(Caller caller, Role role, GroupRef where) {
        requireMayAward(caller, role.capabilities(), where, role.name());
    }

    void requireMayAward(Caller caller, Set<Capability> capabilities, GroupRef where, String what) {
        caller.grants().stream()
                .filter(grant -> grant.allows(Capability.MANDATE_GRANT, where.path()))
                .filter(grant -> grant.capabilities().containsAll(capabilities))
                .map(Grant::mandateId)
                .sorted(Comparator.naturalOrder())
                .filter(mandates::shareLive)
                .filter(id -> mandates.findById(id).delegationDepth() > 0)
                .findFirst()
                .orElseThrow(() -> Refusal.forbidden(
                        "beyond-own-authority",
                        "A course can award what you could hand on yourself. Your mandates do not reach to " + what
                                + " in " + where.path() + "."));
    }

    /** Whether two people grant this role there. */
    public boolean needsTwo(GroupRef where, Role role) {
        return rules.needsTwo(where, role.capabilities());
    }

    /**
     * Makes a mandate that a course awards.
     *
     * @param recorder who recorded the completion, under which mandate; the journal names both
     * @param until when it ends
     * @return its id
     */
    public UUID award(
            UUID memberId, Role role, GroupRef where, Instant until, UUID qualificationId, Recorder recorder) {
        suspensions.requireNotSuspended(memberId, where);
        var now = mandates.databaseTime();
        var scope = new Scope(where.id(), role, role.capabilities(), 0, now, until);
        var mandate = Mandate.earned(qualificationId, memberId, scope, now);
        mandates.persist(mandate);
        journal.append(new Event(
                        "mandate.earned",
                        mandate.id(),
                        where.id(),
                        where.path().value(),
                        recorder.memberId(),
                        recorder.mandateId())
                .with("member", memberId)
                .with("role", role)
                .with("qualification", qualificationId)
                .with("until", until));
        return mandate.id();
    }

    /** Whether somebody ended what one of these qualifications earned: nothing brings that back unseen. */
    public boolean wasEarnedAndEnded(Collection<UUID> qualificationIds) {
        return !earnedAndEnded(qualificationIds).isEmpty();
    }

    /** Those of these qualifications of which somebody ended what they earned. */
    public Set<UUID> earnedAndEnded(Collection<UUID> qualificationIds) {
        return qualificationIds.isEmpty() ? Set.of() : mandates.earnedAndEnded(qualificationIds);
    }

    /** The roles that each of these people holds now, by live mandates; who holds none is not in it. */
    public Map<UUID, Set<Office>> offices(Collection<UUID> memberIds) {
        return mandates.liveRoles(memberIds).stream()
                .collect(Collectors.groupingBy(
                        MandateRepository.Held::memberId,
                        Collectors.mapping(
                                held -> new Office(Role.valueOf(held.role()), held.groupId()), Collectors.toSet())));
    }

    /**
     * Whether somebody holds a role at a group now; if so, they do until the transaction ends: a revocation waits, or has
     * begun before and counts (I-19). Comes after locks on members and before those on tasks.
     */
    public boolean share(UUID memberId, Office office) {
        return mandates.inRole(memberId, office.role(), office.groupId()).stream()
                .anyMatch(mandates::shareLive);
    }

    /** Whether all of these still act; if so, they do until the transaction ends. Ids ascending are locked in that order. */
    public boolean shareAll(Collection<UUID> ids) {
        return ids.stream().sorted().allMatch(mandates::shareLive);
    }

    /** A role at a group. */
    public record Office(Role role, UUID groupId) {}

    /** Who recorded a completion and the mandate that allowed it. */
    public record Recorder(UUID memberId, UUID mandateId) {}
}
