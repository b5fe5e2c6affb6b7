package org.barnstorm.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
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
        var ids = campaigns.active(from.id(), most);
        ids.forEach(campaigns::takeTurns);
        var moving = new ArrayList<>(ids);
        moving.removeAll(campaigns.over(ids).keySet());
        if (!moving.isEmpty()) {
            campaigns.moveTo(into.id(), moving);
            journal.recordMoved(campaigns.list("id in ?1 order by id", moving), into, move);
        }
        return ids.size();
    }
}
