package org.barnstorm.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.barnstorm.authority.Caller;
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
        var group = groups.withId(campaign.groupId());
        var content = campaign.content();
        journal.append(new Event(type, campaign.id(), group.id(), group.path().value(), caller.memberId(), mandate)
                .with("status", status)
                .with("startsOn", content.startsOn())
                .with("endsOn", content.endsOn()));
    }
}
