package org.barnstorm.webhook;

import static org.barnstorm.authority.Capability.INTEGRATION_MANAGE;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.Callers;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.Programs;
import org.barnstorm.platform.security.Scope;

/** Who the owner of a webhook is at this moment: nothing is sent by what they once were (I-14, T-48). */
@ApplicationScoped
class Owners {
    private final Callers callers;
    private final Programs programs;

    Owners(Callers callers, Programs programs) {
        this.callers = callers;
        this.programs = programs;
    }

    /** @throws org.barnstorm.platform.problem.Refusal when they could not make this webhook any more */
    Caller now(Webhook webhook, GroupPath path) {
        if (webhook.isOfProgram()) return programs.withId(webhook.ownerId(), Set.of(Scope.WEBHOOKS_MANAGE));
        var person = callers.withId(webhook.ownerId());
        person.require(INTEGRATION_MANAGE, path);
        return person;
    }
}
