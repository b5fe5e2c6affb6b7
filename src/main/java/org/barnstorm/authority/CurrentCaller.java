package org.barnstorm.authority;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.container.ResourceInfo;
import java.time.Instant;
import java.util.function.Supplier;
import org.barnstorm.platform.security.ProgramTokens;
import org.barnstorm.platform.security.Scope;
import org.barnstorm.platform.security.Scoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The caller of the request being answered. Loaded once. Here, and nowhere else, it is decided what their token leaves of
 * their authority: all of it in the movement's own apps, the token's scopes in others, the integration's for a program
 * (docs/decisions/0031).
 */
@RequestScoped
public class CurrentCaller {
    private final JsonWebToken token;
    private final ResourceInfo operation;
    private final Callers callers;
    private final Programs programs;
    private final Issuer issuer;
    private Caller caller;

    CurrentCaller(JsonWebToken token, ResourceInfo operation, Callers callers, Programs programs, Issuer issuer) {
        this.token = token;
        this.operation = operation;
        this.callers = callers;
        this.programs = programs;
        this.issuer = issuer;
    }

    public Caller get() {
        if (caller == null) caller = loader().get();
        return caller;
    }

    /** The same caller for a request that goes on after this thread has left it. */
    public Follower follower() {
        return new Follower(loader(), token.getSubject(), Instant.ofEpochSecond(token.getExpirationTime()));
    }

    /** Holds values only, nothing of the request: it is asked again when the request's own things are gone. */
    private Supplier<Caller> loader() {
        var needed = needed();
        if (ProgramTokens.is(token)) {
            var client = ProgramTokens.client(token);
            var key = issuer.key();
            return () -> programs.of(key, client, needed);
        }
        var who = signIn();
        String app = token.getClaim("azp");
        if (issuer.isOwnClient(app)) return () -> callers.of(who);
        var granted = Scope.in(token.getClaim("scope"));
        ScopeRights.require(needed, granted);
        return () -> callers.of(who).limitedTo(ScopeRights.capabilities(granted));
    }

    /** The scope that opens this operation; null when none does. */
    private Scope needed() {
        var scoped = operation.getResourceMethod().getAnnotation(Scoped.class);
        return scoped == null ? null : scoped.value();
    }

    private SignIn signIn() {
        return new SignIn(
                issuer.key(),
                token.getSubject(),
                token.getGroups().contains("admin"),
                token.getClaim("name"),
                token.getClaim("email"),
                "true".equals(String.valueOf(token.<Object>getClaim("email_verified"))),
                token.getClaim("locale"));
    }
}
