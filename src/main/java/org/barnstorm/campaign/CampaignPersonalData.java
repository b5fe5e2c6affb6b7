package org.barnstorm.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.barnstorm.member.Holding;
import org.barnstorm.member.PersonalData;

/** Campaigns are about nobody. */
@ApplicationScoped
class CampaignPersonalData implements PersonalData {
    @Override
    public List<Holding> holdings() {
        return List.of();
    }

    @Override
    public Map<String, String> leftOut() {
        return PersonalData.acts("campaign.created_by", "campaign_end.ended_by");
    }
}
