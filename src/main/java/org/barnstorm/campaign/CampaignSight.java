package org.barnstorm.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.problem.Refusal;

/** Who sees a campaign: members of its group and of those below, and whoever holds a mandate that reaches into them. */
@ApplicationScoped
class CampaignSight {
    private final CampaignRepository campaigns;
    private final Groups groups;

    CampaignSight(CampaignRepository campaigns, Groups groups) {
        this.campaigns = campaigns;
        this.groups = groups;
    }

    /** The campaign, or 404 for who may not see it. */
    Campaign require(Caller caller, UUID id) {
        return campaigns
                .findByIdOptional(id)
                .filter(campaign -> seesIn(caller, campaign.groupId()))
                .orElseThrow(() -> Refusal.notFound("campaign"));
    }

    /** Whether the caller sees the campaigns of a group. */
    boolean seesIn(Caller caller, UUID groupId) {
        var own = groups.withId(groupId).path();
        return caller.groupIds().stream()
                        .anyMatch(id -> own.covers(groups.withId(id).path()))
                || caller.everyGrant().stream()
                        .anyMatch(grant -> meet(own, grant.scope().path()));
    }

    private static boolean meet(GroupPath one, GroupPath other) {
        return one.covers(other) || other.covers(one);
    }
}
