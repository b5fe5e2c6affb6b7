package org.barnstorm.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.Role;

/** Authority of people who are made up, granted as the rules have it for everybody. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class InventedMandates {
    private final MandateService mandates;

    InventedMandates(MandateService mandates) {
        this.mandates = mandates;
    }

    public void grant(Caller caller, UUID member, GroupPath group, Role role) {
        mandates.grant(caller, new NewMandate(member, group, role, null, null, null, null, null, null, null));
    }
}
