package org.barnstorm.campaign;

import static org.barnstorm.authority.Capability.CAMPAIGN_MANAGE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.http.IfMatch;
import org.barnstorm.platform.http.MergePatch;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.time.Timestamps;

/** Making, finding and changing campaigns. {@link CampaignEndingService} ends them. */
@ApplicationScoped
@Transactional
class CampaignService {
    private final CampaignRepository campaigns;
    private final CampaignSight sight;
    private final CampaignJournal journal;
    private final Groups groups;
    private final Authority authority;
    private final MergePatch.Patcher patcher;
    private final Clock clock;

    CampaignService(
            CampaignRepository campaigns,
            CampaignSight sight,
            CampaignJournal journal,
            Groups groups,
            Authority authority,
            MergePatch.Patcher patcher,
            Clock clock) {
        this.campaigns = campaigns;
        this.sight = sight;
        this.journal = journal;
        this.groups = groups;
        this.authority = authority;
        this.patcher = patcher;
        this.clock = clock;
    }

    CampaignView create(Caller caller, NewCampaign wanted) {
        var group = groups.at(wanted.group());
        groups.requireOpen(group);
        var mandate = authority.holds(caller, CAMPAIGN_MANAGE, group);
        var content = wanted.content().requireSensible(null, today());
        var campaign = new Campaign(group.id(), content, caller.memberId(), Timestamps.now(clock));
        campaigns.persist(campaign);
        journal.record("campaign.created", campaign, Campaign.Status.ACTIVE, caller, mandate);
        return CampaignView.of(campaign, group.path(), null);
    }

    CampaignView show(Caller caller, UUID id) {
        return view(sight.require(caller, id));
    }

    /** What tasks of a group can belong to, or could: its own campaigns and those of the groups above it. */
    Slice<CampaignView> list(Caller caller, GroupPath path, Window window) {
        var group = groups.at(path);
        if (!caller.reaches(path)) throw Refusal.notFound("group");
        var seen = groups.line(group).stream()
                .filter(id -> sight.seesIn(caller, id))
                .toList();
        var found = campaigns.ofGroups(seen, window);
        var over = campaigns.over(found.stream().map(Campaign::id).toList());
        return Slice.of(
                window,
                found,
                campaign -> List.of(campaign.id().toString()),
                campaign -> CampaignView.of(
                        campaign, groups.withId(campaign.groupId()).path(), over.get(campaign.id())));
    }

    /** While it goes on: what is over stays as it was. */
    CampaignView change(Caller caller, UUID id, IfMatch expected, MergePatch patch) {
        var campaign = sight.require(caller, id);
        var group = groups.withId(campaign.groupId());
        groups.requireOpen(group);
        var mandate = authority.holds(caller, CAMPAIGN_MANAGE, group);
        campaigns.takeTurns(id);
        campaigns.getSession().refresh(campaign);
        if (campaigns.over(List.of(id)).containsKey(id)) throw Campaigns.ended(id);
        expected.require(campaign.version());
        var before = campaign.content();
        campaign.edit(patcher.apply(patch, before).requireSensible(before.endsOn(), today()));
        journal.record("campaign.changed", campaign, Campaign.Status.ACTIVE, caller, mandate);
        return view(campaign);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private CampaignView view(Campaign campaign) {
        return CampaignView.of(
                campaign,
                groups.withId(campaign.groupId()).path(),
                campaigns.over(List.of(campaign.id())).get(campaign.id()));
    }
}
