package org.barnstorm.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.authority.Limits;
import org.barnstorm.authority.Role;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;

/** How one person stands: what they hold, how far they are trusted where, and what vouches would earn them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Standings {
    /** Nobody reads more; it bounds what one question can cost. */
    private static final int MOST = 20;

    private final MandateRepository mandates;
    private final HolderRepository holders;
    private final VouchRepository vouches;
    private final Rules rules;
    private final LimitingCampaigns campaigns;
    private final Trust trust;
    private final ConfirmedWork work;
    private final Members members;
    private final Groups groups;
    private final MandateConfig.Trust levels;

    Standings(
            MandateRepository mandates,
            HolderRepository holders,
            VouchRepository vouches,
            Rules rules,
            LimitingCampaigns campaigns,
            Trust trust,
            ConfirmedWork work,
            Members members,
            Groups groups,
            MandateConfig config) {
        this.mandates = mandates;
        this.holders = holders;
        this.vouches = vouches;
        this.rules = rules;
        this.campaigns = campaigns;
        this.trust = trust;
        this.work = work;
        this.members = members;
        this.groups = groups;
        this.levels = config.trust();
    }

    /**
     * A mandate that acts, or will once a second person has confirmed it.
     *
     * @param role null for a hand-picked set
     * @param until null for no end
     * @param limits to which tasks
     * @param campaign what the campaign is called that it is limited to; null for none
     */
    public record Held(
            UUID id,
            GroupRef group,
            Role role,
            Set<Capability> capabilities,
            Source source,
            Instant until,
            Limits limits,
            String campaign) {
        static Held of(Mandate mandate, GroupRef group, String campaign) {
            return new Held(
                    mandate.id(),
                    group,
                    mandate.role(),
                    mandate.capabilities(),
                    mandate.source(),
                    mandate.validUntil(),
                    mandate.limits(),
                    campaign);
        }
    }

    /**
     * How far somebody is trusted in a group.
     *
     * @param vouched somebody vouches for them there
     * @param confirmed results in the movement that others confirmed, so long between the first and the last of them
     * @param further what it takes to be trusted further by one's own work; null when work alone does not do it
     */
    public record Standing(
            GroupRef group, int level, boolean vouched, long confirmed, Duration over, Further further) {}

    /**
     * The next level that work earns.
     *
     * @param results so many more that others confirm
     * @param days so many must pass between the first result and the last, beyond those that have
     */
    public record Further(int level, long results, long days) {}

    /**
     * What vouches would earn somebody in a group, by the rule that holds there.
     *
     * @param have so many that count already
     */
    public record Vouching(GroupRef group, int needed, int have, Set<Capability> capabilities) {}

    /**
     * All of it.
     *
     * @param twoPerson what two people grant, by group
     */
    public record Person(
            List<Held> live,
            List<Held> pending,
            List<Standing> standings,
            List<Vouching> vouching,
            Map<UUID, Set<Capability>> twoPerson) {

        /** Whether two people grant one of these capabilities in one of their groups. */
        public boolean takesTwo(GroupRef where, Collection<Capability> granted) {
            return !Collections.disjoint(twoPerson.getOrDefault(where.id(), Set.of()), granted);
        }

        /** What they may do in a group by mandates that act, whatever it is about. */
        public Set<Capability> capabilitiesAt(GroupRef where) {
            return live.stream()
                    .filter(held -> held.limits().isNone())
                    .filter(held -> held.group().path().covers(where.path()))
                    .flatMap(held -> held.capabilities().stream())
                    .collect(Collectors.toSet());
        }
    }

    /**
     * How somebody stands in these groups and in those where they hold a mandate.
     *
     * @param belongsTo groups in which they are an active member
     */
    public Person of(UUID memberId, Collection<GroupRef> belongsTo) {
        var acting = mandates.actingOf(memberId);
        var live = acting.stream().filter(mandate -> mandate.limits().isNone()).toList();
        var pending = holders.pendingOf(memberId, MOST);
        var all = Stream.concat(acting.stream(), pending.stream()).toList();
        var limiting = campaigns.named(MandateViews.campaignIds(all));
        groups.withIds(all.stream().map(Mandate::groupId).collect(Collectors.toSet()));
        var own = belongsTo.stream().sorted(Standings::byPath).limit(MOST).toList();
        var standing = vouches.standing(memberId, own.stream().map(GroupRef::id).toList());
        var local = rules.in(own);
        var needTwo = local.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()
                .twoPerson()));
        return new Person(
                acting.stream()
                        .map(mandate -> held(mandate, limiting))
                        .sorted(Standings::bySoonestEnd)
                        .toList(),
                pending.stream().map(mandate -> held(mandate, limiting)).toList(),
                standings(memberId, own, live, standing),
                vouching(own, all, standing, local),
                needTwo);
    }

    private List<Standing> standings(UUID memberId, List<GroupRef> own, List<Mandate> live, List<Vouch> standing) {
        var confirmed = work.of(memberId);
        var vouchedIn = standing.stream().map(Vouch::groupId).collect(Collectors.toSet());
        var where = new LinkedHashSet<>(own);
        live.stream()
                .map(mandate -> groups.withId(mandate.groupId()))
                .sorted(Standings::byPath)
                .forEach(where::add);
        return where.stream()
                .limit(MOST)
                .map(group -> {
                    var record = confirmed.getOrDefault(groups.movement(group).id(), ConfirmedWork.Record.NONE);
                    return standing(group, trust.evidence(group, live, vouchedIn.contains(group.id()), record));
                })
                .toList();
    }

    private Standing standing(GroupRef group, TrustLevel.Evidence evidence) {
        var level = trust.level(evidence);
        return new Standing(
                group,
                level,
                evidence.vouched(),
                evidence.confirmed(),
                evidence.over(),
                further(level, evidence.confirmed(), evidence.over()));
    }

    /** Level 1 takes one confirmed result, level 2 several over a time; organisers and leads are made otherwise. */
    private Further further(int level, long confirmed, Duration over) {
        if (level == 0) return new Further(1, 1, 0);
        if (level > 1) return null;
        var missing = levels.over().minus(over);
        var days = missing.isNegative() ? 0 : missing.plusDays(1).minusNanos(1).toDays(); // a day that has begun counts
        return new Further(2, Math.max(1, levels.confirmed() - confirmed), days);
    }

    /** Where a rule says so, and vouches have not earned it already, confirmed or not. */
    private List<Vouching> vouching(
            List<GroupRef> own, List<Mandate> held, List<Vouch> standing, Map<UUID, Rules.Local> local) {
        var active =
                members.activeGroups(standing.stream().map(Vouch::voucherId).toList());
        var earned = held.stream()
                .filter(mandate -> mandate.source() == Source.VOUCHED)
                .map(Mandate::groupId)
                .collect(Collectors.toSet());
        var found = new ArrayList<Vouching>();
        for (var group : own) {
            var rule = local.get(group.id()).vouching();
            if (rule.isEmpty() || earned.contains(group.id())) continue;
            var have = standing.stream()
                    .filter(vouch -> vouch.groupId().equals(group.id()) && vouch.mandateId() == null)
                    .filter(vouch ->
                            active.getOrDefault(vouch.voucherId(), Set.of()).contains(group.id()))
                    .count();
            found.add(new Vouching(
                    group, rule.get().needed(), (int) have, rule.get().capabilities()));
        }
        return List.copyOf(found);
    }

    private Held held(Mandate mandate, Map<UUID, LimitingCampaigns.Named> limiting) {
        var campaign = mandate.limits().campaignId();
        var name = campaign == null ? null : limiting.get(campaign).name();
        return Held.of(mandate, groups.withId(mandate.groupId()), name);
    }

    private static int byPath(GroupRef one, GroupRef other) {
        return one.path().compareTo(other.path());
    }

    private static int bySoonestEnd(Held one, Held other) {
        Function<Held, Instant> end = held -> held.until() == null ? Instant.MAX : held.until();
        var order = end.apply(one).compareTo(end.apply(other));
        return order == 0 ? one.id().compareTo(other.id()) : order;
    }
}
