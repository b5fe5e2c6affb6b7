package org.barnstorm.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;

/** How changes of campaigns stand in the journal. Names and goals stay out of it. */
@ApplicationScoped
class CampaignJournal {
    private final Journal journal;
    private final Groups groups;

    CampaignJournal(Journal journal, Groups groups) {
        this.journal = journal;
        this.groups = groups;
    }

    void record(String type, Campaign campaign, Campaign.Status status, Caller caller, UUID mandate) {
        journal.append(event(type, campaign, groups.withId(campaign.groupId()), caller.memberId(), mandate)
                .with("status", status));
    }

    /** That they are another group's from now on. */
    void recordMoved(List<Campaign> campaigns, GroupRef into, UUID move) {
        journal.appendAll(campaigns.stream()
                .map(campaign -> event("campaign.moved", campaign, into, null, null)
                        .with("status", Campaign.Status.ACTIVE)
                        .with("move", move))
                .toList());
    }

    private static Event event(String type, Campaign campaign, GroupRef group, UUID actor, UUID mandate) {
        var content = campaign.content();
        return new Event(type, campaign.id(), group.id(), group.path().value(), actor, mandate)
                .with("startsOn", content.startsOn())
                .with("endsOn", content.endsOn());
    }
}
