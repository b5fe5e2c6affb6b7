package org.barnstorm.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.barnstorm.authority.GroupRef;

/**
 * Campaigns of a group that becomes part of another go on there, where the tasks go that are in them, and whoever manages
 * campaigns there can end them. What is over stays.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class CampaignMoves {
    private final CampaignRepository campaigns;
    private final CampaignJournal journal;

    CampaignMoves(CampaignRepository campaigns, CampaignJournal journal) {
        this.campaigns = campaigns;
        this.journal = journal;
    }

    /**
     * Moves some of them. Nothing comes to the group any more.
     *
     * @return how many; 0 when all are there
     */
    public int move(GroupRef from, GroupRef into, UUID move, int most) {
        var ids = campaigns.lockActive(from.id(), most);
        if (ids.isEmpty()) return 0;
        campaigns.moveTo(into.id(), ids);
        campaigns.list("id in ?1 order by id", ids).forEach(campaign -> journal.recordMoved(campaign, into, move));
        return ids.size();
    }
}
