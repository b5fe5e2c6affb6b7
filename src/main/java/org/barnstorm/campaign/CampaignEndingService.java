package org.barnstorm.campaign;

import static org.barnstorm.authority.Capability.CAMPAIGN_MANAGE;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;

/**
 * Ends a campaign, and with it what mandates for it allow, at once. In two steps, as for mandates: the first commits that it
 * is over, which no new writer gets past; the second waits for the writers in flight. A single exclusive lock would wait for
 * as long as writers keep sharing the row.
 */
@ApplicationScoped
class CampaignEndingService {
    private final CampaignRepository campaigns;
    private final CampaignService service;
    private final CampaignSight sight;
    private final CampaignJournal journal;
    private final Groups groups;
    private final Authority authority;
    private final MeterRegistry meters;

    CampaignEndingService(
            CampaignRepository campaigns,
            CampaignService service,
            CampaignSight sight,
            CampaignJournal journal,
            Groups groups,
            Authority authority,
            MeterRegistry meters) {
        this.campaigns = campaigns;
        this.service = service;
        this.sight = sight;
        this.journal = journal;
        this.groups = groups;
        this.authority = authority;
        this.meters = meters;
    }

    /** Ending what is over changes nothing; it waits for the writers in flight all the same. */
    CampaignView end(Caller caller, UUID id) {
        var ended = QuarkusTransaction.requiringNew().call(() -> decide(caller, id));
        QuarkusTransaction.requiringNew().run(() -> campaigns.awaitWriters(id));
        if (ended) meters.counter("barnstorm.campaigns.ended").increment();
        return service.show(caller, id);
    }

    private boolean decide(Caller caller, UUID id) {
        var campaign = sight.require(caller, id);
        var mandate = authority.holds(caller, CAMPAIGN_MANAGE, groups.withId(campaign.groupId()));
        campaigns.takeTurns(id);
        if (campaigns.over(List.of(id)).containsKey(id)) return false;
        campaigns.end(id, caller.memberId());
        journal.record("campaign.ended", campaign, Campaign.Status.ENDED, caller, mandate);
        return true;
    }
}
