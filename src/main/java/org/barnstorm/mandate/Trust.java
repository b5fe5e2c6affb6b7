package org.barnstorm.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.authority.Role;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.problem.Refusal;

/** Collects what {@link TrustLevel} is computed from. It is computed each time, so it needs no table and cannot drift. */
@ApplicationScoped
class Trust {
    private final MandateRepository mandates;
    private final VouchRepository vouches;
    private final ConfirmedWork work;
    private final Probation probation;
    private final Groups groups;
    private final MandateConfig.Trust rules;

    Trust(
            MandateRepository mandates,
            VouchRepository vouches,
            ConfirmedWork work,
            Probation probation,
            Groups groups,
            MandateConfig config) {
        this.mandates = mandates;
        this.vouches = vouches;
        this.work = work;
        this.probation = probation;
        this.groups = groups;
        this.rules = config.trust();
    }

    int level(UUID memberId, GroupRef group) {
        return TrustLevel.of(evidence(memberId, group), rules);
    }

    /**
     * As daily budgets tell people apart; what somebody did is asked only where no mandate answers. With those within limits:
     * who looks after one campaign needs as much for it.
     */
    Standing standing(UUID memberId, GroupRef group) {
        var here = covering(mandates.actingOf(memberId), groups, group);
        if (isLead(here)) return Standing.LEAD;
        if (!isOrganiser(here)) return Standing.of(level(memberId, group));
        return probation.isOn(memberId, group, here) ? Standing.PROBATION : Standing.ORGANISER;
    }

    /** Those of these mandates that reach a group. */
    static List<Mandate> covering(Collection<Mandate> some, Groups groups, GroupRef group) {
        return some.stream()
                .filter(mandate -> groups.withId(mandate.groupId()).path().covers(group.path()))
                .toList();
    }

    private static boolean isLead(List<Mandate> here) {
        return here.stream().anyMatch(mandate -> mandate.role() == Role.LEAD);
    }

    /** A program is trusted as far as whoever let it in said; its day is an organiser's. */
    private static boolean isOrganiser(List<Mandate> here) {
        return here.stream()
                .anyMatch(mandate -> mandate.source() == Source.BOUND
                        || mandate.source() != Source.VOUCHED
                                && mandate.capabilities().contains(Capability.TASK_ASSIGN));
    }

    TrustLevel.Evidence evidence(UUID memberId, GroupRef group) {
        return evidence(
                group,
                mandates.liveOf(memberId),
                !vouches.standing(memberId, group.id()).isEmpty(),
                work.of(memberId, groups.movement(group).id()));
    }

    /**
     * The same for who has read these already.
     *
     * @param live all live mandates of the person
     * @param confirmed in the group's movement
     */
    TrustLevel.Evidence evidence(
            GroupRef group, Collection<Mandate> live, boolean vouched, ConfirmedWork.Record confirmed) {
        var here = covering(live, groups, group);
        return new TrustLevel.Evidence(
                isLead(here), isOrganiser(here), vouched, confirmed.results(), confirmed.first(), confirmed.last());
    }

    int level(TrustLevel.Evidence evidence) {
        return TrustLevel.of(evidence, rules);
    }

    TrustView view(UUID memberId, GroupRef group) {
        var evidence = evidence(memberId, group);
        return new TrustView(
                group.path(),
                TrustLevel.of(evidence, rules),
                evidence.confirmed(),
                evidence.over().toDays(),
                vouches.open(memberId, rules.spentFor()),
                rules.vouches());
    }

    /** Refuses who is not far enough, or has no vouch left. */
    void requireMayVouch(UUID memberId, GroupRef group) {
        var level = level(memberId, group);
        if (level < rules.vouchFrom()) {
            throw Refusal.forbidden(
                            "trust-too-low",
                            "Members vouch from level " + rules.vouchFrom() + " on; you are at " + level + ". "
                                    + rules.confirmed() + " results that others confirmed, over "
                                    + rules.over().toDays() + " days, get you there.")
                    .with("level", level)
                    .with("needed", rules.vouchFrom());
        }
        var open = vouches.open(memberId, rules.spentFor());
        if (open >= rules.vouches()) {
            throw Refusal.conflict(
                            "vouches-spent",
                            "You have " + open + " vouches open, of " + rules.vouches()
                                    + ". One comes back when you withdraw it, or when what it earned is over.")
                    .with("open", open)
                    .with("budget", rules.vouches());
        }
    }
}
