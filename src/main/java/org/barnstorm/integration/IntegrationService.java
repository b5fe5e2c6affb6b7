package org.barnstorm.integration;

import static org.barnstorm.authority.Capability.INTEGRATION_MANAGE;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.ScopeRights;
import org.barnstorm.group.Groups;
import org.barnstorm.mandate.ProgramMandates;
import org.barnstorm.member.Members;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.time.Timestamps;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Letting programs in, and ending that. */
@ApplicationScoped
class IntegrationService {
    private final IntegrationRepository integrations;
    private final ProgramMandates mandates;
    private final Authority authority;
    private final Members members;
    private final Groups groups;
    private final Journal journal;
    private final Clock clock;
    private final String issuerKey;

    IntegrationService(
            IntegrationRepository integrations,
            ProgramMandates mandates,
            Authority authority,
            Members members,
            Groups groups,
            Journal journal,
            Clock clock,
            @ConfigProperty(name = "barnstorm.identity.issuer-key") String issuerKey) {
        this.integrations = integrations;
        this.mandates = mandates;
        this.authority = authority;
        this.members = members;
        this.groups = groups;
        this.journal = journal;
        this.clock = clock;
        this.issuerKey = issuerKey;
    }

    @Transactional
    IntegrationView create(Caller caller, NewIntegration wanted) {
        var group = groups.at(wanted.group());
        var now = Timestamps.now(clock);
        caller.require(INTEGRATION_MANAGE, group.path());
        Integration.requireSensible(wanted.until(), now);
        var most = ScopeRights.capabilities(wanted.scopes());
        var under = mandates.mayBind(caller, group, most, wanted.until());
        makeRoom(wanted.clientId(), now);
        var program = members.admitProgram(now);
        var mandate = most.isEmpty() ? null : mandates.bind(caller, under, program, group, most, wanted.until());
        var actor = new Integration.Actor(program, mandate);
        var integration = new Integration(issuerKey, wanted, group.id(), actor, caller.memberId(), now);
        integrations.persist(integration);
        journal.append(event("integration.created", integration, caller.memberId(), under)
                .with("mandate", mandate)
                .with("until", wanted.until()));
        return view(integration);
    }

    /** One client stands for one program in one part of the tree: its tokens do not say for which of several it calls. */
    private void makeRoom(String clientId, Instant now) {
        integrations.lockOfClient(issuerKey, clientId).ifPresent(old -> {
            if (old.status(now) == Integration.Status.LIVE) {
                throw Refusal.conflict(
                        "client-bound",
                        "This client is bound to an integration already. End that one first, or make a client for each.");
            }
            old.makeRoom();
            integrations.flush();
            journal.append(event("integration.expired", old, null, null));
        });
    }

    @Transactional
    Slice<IntegrationView> list(Caller caller, GroupPath path, Window window) {
        groups.at(path);
        caller.require(INTEGRATION_MANAGE, path);
        return Slice.of(
                window,
                integrations.inGroups(groups.branch(path), window),
                integration -> List.of(integration.id().toString()),
                this::view);
    }

    @Transactional
    IntegrationView show(Caller caller, UUID id) {
        return view(visible(caller, id));
    }

    /** Ends it at once: what the program begins from the answer on is refused. Repeating changes nothing. */
    IntegrationView end(Caller caller, UUID id) {
        var ending = QuarkusTransaction.requiringNew().call(() -> decide(caller, id));
        ending.ifPresent(mandates::close);
        return QuarkusTransaction.requiringNew().call(() -> show(caller, id));
    }

    private Optional<UUID> decide(Caller caller, UUID id) {
        var integration = visible(caller, id);
        var under = authority.holds(caller, INTEGRATION_MANAGE, groups.withId(integration.groupId()));
        integrations.lock(integration);
        if (integration.status(clock.instant()) == Integration.Status.ENDED) return Optional.empty();
        integration.end(caller.memberId(), Timestamps.now(clock));
        journal.append(event("integration.ended", integration, caller.memberId(), under));
        return Optional.ofNullable(integration.mandateId())
                .map(mandate -> mandates.stop(mandate, caller.memberId(), under));
    }

    private Integration visible(Caller caller, UUID id) {
        return integrations
                .findByIdOptional(id)
                .filter(integration -> caller.may(
                        INTEGRATION_MANAGE, groups.withId(integration.groupId()).path()))
                .orElseThrow(() -> Refusal.notFound("integration"));
    }

    private IntegrationView view(Integration integration) {
        return IntegrationView.of(
                integration, groups.withId(integration.groupId()).path(), clock.instant());
    }

    private Event event(String type, Integration integration, UUID actor, UUID under) {
        var group = groups.withId(integration.groupId());
        return new Event(type, integration.id(), group.id(), group.path().value(), actor, under)
                .with("member", integration.memberId());
    }
}
