package org.barnstorm.integration;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.Grant;
import org.barnstorm.authority.Grants;
import org.barnstorm.authority.Programs;
import org.barnstorm.authority.ScopeRights;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.security.Scope;

/** Lets a program be what its integration says, and nothing else: a client without one is nobody. */
@ApplicationScoped
class IntegrationPrograms implements Programs {
    private static final Duration TOUCH_AFTER = Duration.ofMinutes(1);

    private final IntegrationRepository integrations;
    private final Groups groups;
    private final Grants grants;
    private final Clock clock;

    IntegrationPrograms(IntegrationRepository integrations, Groups groups, Grants grants, Clock clock) {
        this.integrations = integrations;
        this.groups = groups;
        this.grants = grants;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Caller of(String issuerKey, String clientId, Set<Scope> needed) {
        var integration = clientId == null ? Optional.<Integration>empty() : integrations.ofClient(issuerKey, clientId);
        if (needed.isEmpty() || integration.isEmpty()) throw nobody();
        var caller = caller(integration.get(), needed);
        touch(integration.get(), clock.instant());
        return caller;
    }

    /** It does not call, so that this is no use of it. */
    @Override
    @Transactional
    public Caller withId(UUID memberId, Set<Scope> needed) {
        return caller(integrations.ofMember(memberId).orElseThrow(IntegrationPrograms::nobody), needed);
    }

    private Caller caller(Integration found, Set<Scope> needed) {
        found.requireLive(clock.instant());
        ScopeRights.require(needed, found.scopes());
        return Caller.program(found.memberId(), groups.withId(found.groupId()).path(), () -> own(found))
                .limitedTo(ScopeRights.capabilities(found.scopes()));
    }

    /** Whatever else somebody may have granted to the program's id: only its own mandate counts, where it was bound. */
    private Set<Grant> own(Integration integration) {
        if (integration.mandateId() == null) return Set.of();
        return grants.of(integration.memberId()).stream()
                .filter(grant -> grant.mandateId().equals(integration.mandateId()))
                .collect(Collectors.toSet());
    }

    private void touch(Integration integration, Instant now) {
        var last = integration.lastUsedAt();
        if (last != null && now.isBefore(last.plus(TOUCH_AFTER))) return;
        QuarkusTransaction.requiringNew().run(() -> integrations.touch(integration.id()));
    }

    private static Refusal nobody() {
        return Refusal.forbidden(
                "service-account",
                "This token speaks for a program, and this is for people, or no integration is bound to its client. Whoever"
                        + " manages integrations in your group can make one.");
    }
}
