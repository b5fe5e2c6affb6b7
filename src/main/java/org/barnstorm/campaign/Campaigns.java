package org.barnstorm.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.mandate.LimitingCampaigns;
import org.barnstorm.platform.problem.Refusal;

/** What others ask about campaigns: whether something can belong to one, and whether it goes on. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Campaigns implements LimitingCampaigns {
    private final CampaignRepository campaigns;
    private final Groups groups;

    Campaigns(CampaignRepository campaigns, Groups groups) {
        this.campaigns = campaigns;
        this.groups = groups;
    }

    @Override
    public boolean shareInForce(UUID id) {
        return campaigns.share(id) && !campaigns.isEnded(id);
    }

    /** In one line of the tree: a lead of a town gives authority for a campaign of the country, and the other way round. */
    @Override
    public void requireFor(UUID id, GroupRef group) {
        require(id, own -> own.path().covers(group.path()) || group.path().covers(own.path()));
    }

    /**
     * Refuses to put a task of this group into a campaign that is over, or neither of the group nor of one above; shares it,
     * so that it goes on until the transaction ends.
     */
    public void requireReaching(UUID id, GroupRef group) {
        require(id, own -> own.path().covers(group.path()));
    }

    private void require(UUID id, Predicate<GroupRef> fits) {
        campaigns
                .findByIdOptional(id)
                .filter(campaign -> fits.test(groups.withId(campaign.groupId())))
                .orElseThrow(() -> Refusal.invalid(
                        "unknown-campaign",
                        "There is no such campaign in this part of the tree; see the list of the group's campaigns."));
        requireInForce(id);
    }

    @Override
    public void requireInForce(UUID id) {
        if (!shareInForce(id)) throw ended(id);
    }

    static Refusal ended(UUID id) {
        return Refusal.conflict("campaign-ended", "This campaign is over. Make another one, or leave it out.")
                .with("campaign", id);
    }

    @Override
    public Map<UUID, Named> named(Collection<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        var over = campaigns.over(ids);
        return campaigns.list("id in ?1", ids).stream()
                .collect(Collectors.toMap(
                        Campaign::id, campaign -> new Named(campaign.name(), over.containsKey(campaign.id()))));
    }
}
