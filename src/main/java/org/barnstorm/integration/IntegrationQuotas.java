package org.barnstorm.integration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.barnstorm.platform.limits.ProgramQuotas;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says how many requests an integration was given when it was let in. */
@ApplicationScoped
class IntegrationQuotas implements ProgramQuotas {
    private final IntegrationRepository integrations;
    private final String issuerKey;

    IntegrationQuotas(
            IntegrationRepository integrations,
            @ConfigProperty(name = "barnstorm.identity.issuer-key") String issuerKey) {
        this.integrations = integrations;
        this.issuerKey = issuerKey;
    }

    @Override
    @Transactional
    public Optional<Integer> perMinute(String clientId) {
        return integrations.perMinute(issuerKey, clientId);
    }
}
