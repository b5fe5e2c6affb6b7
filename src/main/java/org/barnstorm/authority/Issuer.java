package org.barnstorm.authority;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is configured of the issuer. Looked up once: in a bean of each request it would be looked up for each. */
@ApplicationScoped
class Issuer {
    private final String key;
    private final Set<String> ownClients;

    Issuer(
            @ConfigProperty(name = "barnstorm.identity.issuer-key") String key,
            @ConfigProperty(name = "barnstorm.identity.own-clients") Set<String> ownClients) {
        this.key = key;
        this.ownClients = ownClients;
    }

    /** The name under which its subjects are stored. */
    String key() {
        return key;
    }

    /** Whether a client is one of the movement's own apps; no client is none. */
    boolean isOwnClient(String client) {
        return client != null && ownClients.contains(client);
    }
}
