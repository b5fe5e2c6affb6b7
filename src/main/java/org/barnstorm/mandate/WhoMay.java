package org.barnstorm.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;

/** Whom to ask: the people who may do something in a group. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class WhoMay {
    private final LeadRepository leads;
    private final Groups groups;

    WhoMay(LeadRepository leads, Groups groups) {
        this.leads = leads;
        this.groups = groups;
    }

    /**
     * Those whose mandate is nearest to the group first.
     *
     * @param but who asks
     */
    public List<UUID> nearest(Capability capability, GroupRef group, UUID but, int most) {
        return leads.holders(capability, groups.line(group), but, most);
    }
}
