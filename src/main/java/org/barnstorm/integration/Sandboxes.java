package org.barnstorm.integration;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.Sweep;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.security.Scope;
import org.barnstorm.platform.time.Rounds;
import org.barnstorm.platform.time.Timestamps;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Making sandboxes and removing them. Whoever asks is a client, not a member: it is nobody here before it has a sandbox, and
 * nobody after.
 */
@ApplicationScoped
class Sandboxes {
    private final SandboxConfig config;
    private final SandboxRepository sandboxes;
    private final SandboxSeed seed;
    private final IntegrationRepository integrations;
    private final IntegrationService letIn;
    private final Groups groups;
    private final Journal journal;
    private final Sweep sweep;
    private final Clock clock;
    private final String issuerKey;

    Sandboxes(
            SandboxConfig config,
            SandboxRepository sandboxes,
            SandboxSeed seed,
            IntegrationRepository integrations,
            IntegrationService letIn,
            Groups groups,
            Journal journal,
            Sweep sweep,
            Clock clock,
            @ConfigProperty(name = "barnstorm.identity.issuer-key") String issuerKey) {
        this.config = config;
        this.sandboxes = sandboxes;
        this.seed = seed;
        this.integrations = integrations;
        this.letIn = letIn;
        this.groups = groups;
        this.journal = journal;
        this.sweep = sweep;
        this.clock = clock;
        this.issuerKey = issuerKey;
    }

    void begin(@Observes StartupEvent start, Rounds rounds) {
        rounds.every(config.sweepEvery(), this::sweep);
    }

    /** Makes one in many transactions; what fails half-way is removed again, now or when its time is over. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    SandboxView make(String client) {
        requireOn();
        var sandbox = QuarkusTransaction.requiringNew().call(() -> begin(client));
        try {
            var lead = seed.grow(sandbox.id(), sandbox.path());
            return QuarkusTransaction.requiringNew().call(() -> open(sandbox.id(), lead));
        } catch (RuntimeException e) {
            tidyUp(sandbox.id());
            throw e;
        }
    }

    private Sandbox begin(String client) {
        sandboxes.takeTurns();
        if (sandboxes.ofClient(issuerKey, client).isPresent())
            throw Refusal.conflict("sandbox-exists", "This client has a sandbox. Delete it first, or use it.");
        var now = Timestamps.now(clock);
        var bound = integrations
                .ofClient(issuerKey, client)
                .filter(integration -> integration.status(now) == Integration.Status.LIVE);
        if (bound.isPresent()) {
            throw Refusal.conflict(
                    "client-bound",
                    "This client is bound to an integration already. End that one first, or make a client for each.");
        }
        if (sandboxes.present() >= config.most())
            throw Refusal.conflict(
                    "sandboxes-full", "There are as many sandboxes as there may be. Try again tomorrow.");
        var sandbox = new Sandbox(issuerKey, client, now, config.lifetime());
        sandboxes.persist(sandbox);
        journal.append(new Event("sandbox.created", sandbox.id(), null, null, null, null));
        return sandbox;
    }

    private SandboxView open(UUID id, Caller lead) {
        var sandbox = sandboxes.lock(id).orElseThrow();
        var wanted = new NewIntegration(
                sandbox.clientId(), "Sandbox", sandbox.path(), EnumSet.allOf(Scope.class), sandbox.endsAt(), null);
        sandbox.open(letIn.create(lead, wanted).id());
        return SandboxView.of(sandbox);
    }

    @Transactional
    SandboxView of(String client) {
        requireOn();
        return SandboxView.of(present(client));
    }

    @Transactional
    SandboxView show(UUID id) {
        return SandboxView.of(sandboxes.findById(id));
    }

    void remove(String client) {
        requireOn();
        var id = QuarkusTransaction.requiringNew().call(() -> present(client).id());
        QuarkusTransaction.requiringNew().run(() -> wipe(id));
    }

    /** Removes those whose time is over; answers how many. Also when no new ones are made any more. */
    int sweep() {
        return sweep.each("sandboxes", most -> sandboxes.over(clock.instant(), most), this::wipe);
    }

    private boolean wipe(UUID id) {
        var sandbox = sandboxes.lock(id).filter(each -> !each.isWiped());
        sandbox.ifPresent(each -> {
            sandboxes.wipe(id);
            each.wiped(Timestamps.now(clock));
            groups.forget(each.path());
            journal.append(new Event("sandbox.wiped", id, null, null, null, null));
        });
        return sandbox.isPresent();
    }

    private void tidyUp(UUID id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> wipe(id));
        } catch (RuntimeException e) {
            Log.warnf("Half a sandbox is left until its time is over: %s", id);
        }
    }

    private Sandbox present(String client) {
        return sandboxes.ofClient(issuerKey, client).orElseThrow(() -> Refusal.notFound("sandbox"));
    }

    private void requireOn() {
        if (!config.enabled())
            throw Refusal.forbidden("sandboxes-off", "There are no sandboxes here. Whoever runs this can say where.");
    }
}
