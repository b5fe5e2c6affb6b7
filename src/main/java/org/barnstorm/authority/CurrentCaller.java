package org.barnstorm.authority;

import jakarta.enterprise.context.RequestScoped;
import org.barnstorm.platform.problem.Refusal;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller of the request being answered. Loaded once. */
@RequestScoped
public class CurrentCaller {
    /** Keycloak puts it into tokens that a client got for itself, never into a person's. */
    private static final String SERVICE_ACCOUNT_CLAIM = "client_id";

    private static final String SERVICE_ACCOUNT_PREFIX = "service-account-";

    private final JsonWebToken token;
    private final Callers callers;
    private final IssuerKey issuer;
    private Caller caller;

    CurrentCaller(JsonWebToken token, Callers callers, IssuerKey issuer) {
        this.token = token;
        this.callers = callers;
        this.issuer = issuer;
    }

    public Caller get() {
        if (caller == null) caller = callers.of(signIn());
        return caller;
    }

    private SignIn signIn() {
        String username = token.getClaim("preferred_username");
        if (token.containsClaim(SERVICE_ACCOUNT_CLAIM)
                || username != null && username.startsWith(SERVICE_ACCOUNT_PREFIX)) {
            throw Refusal.forbidden(
                    "service-account", "This token speaks for a program. Only people are members; sign in as one.");
        }
        return new SignIn(
                issuer.key(),
                token.getSubject(),
                token.getGroups().contains("admin"),
                token.getClaim("name"),
                token.getClaim("email"),
                token.getClaim("locale"));
    }
}
