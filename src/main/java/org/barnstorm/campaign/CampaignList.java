package org.barnstorm.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.paging.Leaf;
import org.barnstorm.platform.paging.Leaves;

/** Every campaign that somebody sees anywhere: what the lists of single groups show, in one. */
@ApplicationScoped
@Transactional
public class CampaignList {
    private final CampaignRepository campaigns;
    private final CampaignSight sight;
    private final Groups groups;
    private final Journal journal;

    CampaignList(CampaignRepository campaigns, CampaignSight sight, Groups groups, Journal journal) {
        this.campaigns = campaigns;
        this.sight = sight;
        this.groups = groups;
        this.journal = journal;
    }

    /**
     * A campaign in it.
     *
     * @param goal null when nobody said
     */
    public record Entry(UUID id, String name, String goal, Instant createdAt, Instant changedAt) {}

    /** A page in the order of their ids. */
    public Leaves<Entry> page(Caller caller, Leaf leaf) {
        var seen = groupsSeen(caller);
        var found = campaigns.page(seen, leaf);
        var changes = journal.latest(found.stream().map(Campaign::id).toList());
        var entries = found.stream()
                .map(campaign -> new Entry(
                        campaign.id(),
                        campaign.name(),
                        campaign.content().goal(),
                        campaign.createdAt(),
                        changes.getOrDefault(campaign.id(), campaign.createdAt())))
                .toList();
        return new Leaves<>(entries, campaigns.count(seen, leaf));
    }

    /** One of them, if the caller sees it. */
    public Optional<Entry> find(Caller caller, UUID id) {
        return page(caller, Leaf.only(id)).items().stream().findFirst();
    }

    /** Those above the caller's groups and mandates, and those below their mandates: of each it is asked again. */
    private Set<UUID> groupsSeen(Caller caller) {
        var ids = new HashSet<>(groups.withAncestors(caller.groupIds()));
        for (var grant : caller.everyGrant()) {
            ids.addAll(groups.line(grant.scope()));
            ids.addAll(groups.branch(grant.scope().path()));
        }
        var known = groups.withIds(ids).values();
        return Set.copyOf(known.stream()
                .map(GroupRef::id)
                .filter(id -> sight.seesIn(caller, id))
                .toList());
    }
}
