package org.barnstorm.platform.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Tells the tokens that programs got for themselves from those of people, and gives the former the role {@code program}:
 * the realm gives service accounts none, so that they get past no operation that does not name it.
 */
@ApplicationScoped
public class ProgramTokens implements SecurityIdentityAugmentor {
    /** The role of a verified token that speaks for a program. It is given here and never read from a token. */
    public static final String ROLE = "program";

    /** Keycloak puts it into tokens that a client got for itself, never into a person's. */
    private static final String CLIENT_CLAIM = "client_id";

    private static final String NAME_PREFIX = "service-account-";

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        var known = !identity.isAnonymous() && identity.getPrincipal() instanceof JsonWebToken token && is(token);
        return Uni.createFrom()
                .item(
                        known
                                ? QuarkusSecurityIdentity.builder(identity)
                                        .addRole(ROLE)
                                        .build()
                                : identity);
    }

    /** Whether a token speaks for a program. One mark is enough. */
    public static boolean is(JsonWebToken token) {
        String username = token.getClaim("preferred_username");
        return token.containsClaim(CLIENT_CLAIM) || username != null && username.startsWith(NAME_PREFIX);
    }

    /** The client that a program's token was given to; null when the token does not say it without doubt. */
    public static String client(JsonWebToken token) {
        String azp = token.getClaim("azp");
        String client = token.getClaim(CLIENT_CLAIM);
        return azp != null && azp.equals(client) ? client : null;
    }
}
