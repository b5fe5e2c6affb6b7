package org.barnstorm.authority;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The configured name of the issuer. Looked up once: in a bean of each request it would be looked up for each. */
@ApplicationScoped
class IssuerKey {
    private final String key;

    IssuerKey(@ConfigProperty(name = "barnstorm.identity.issuer-key") String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
