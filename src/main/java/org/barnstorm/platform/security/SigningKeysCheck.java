package org.barnstorm.platform.security;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Not ready until the issuer's keys have been fetched once: before that every genuine token would be refused, as if it
 * were the person's fault. Afterwards keys are kept while the issuer is away, so its absence does not make us unready.
 */
@Readiness
class SigningKeysCheck implements HealthCheck {
    private final PublishedKeys keys;

    SigningKeysCheck(PublishedKeys keys) {
        this.keys = keys;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("Keys of the token issuer loaded");
        try {
            keys.load();
            return answer.up().build();
        } catch (UnresolvableKeyException e) {
            return answer.down().build();
        }
    }
}
