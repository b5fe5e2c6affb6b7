package org.barnstorm.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What others ask about accountability: who leads groups, and for how long. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Leads {
    private final LeadRepository leads;

    Leads(LeadRepository leads) {
        this.leads = leads;
    }

    /**
     * How many people hold LEAD at a group itself now.
     *
     * @param until when there are fewer than were asked about, if nothing else happens; null when there are fewer now, or
     *     nothing known ends it
     */
    public record Standing(long people, Instant until) {
        public static final Standing NONE = new Standing(0, null);
    }

    /**
     * Of each of these groups; those without a lead are not in it.
     *
     * @param needed about how many it is asked until when
     */
    public Map<UUID, Standing> of(Collection<UUID> groupIds, int needed) {
        return leads.standing(groupIds, needed);
    }
}
