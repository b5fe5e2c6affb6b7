package org.barnstorm.platform.limits;

import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.barnstorm.platform.security.ProgramTokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Counts each request that has signed in, before anything of it is looked at. By account and client, not by token, address
 * or operation: another token, another path to the same thing or another spelling of it is counted with the rest.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 1)
class RequestLimits implements ContainerRequestFilter {
    private final Admission admission;
    private final JsonWebToken token;
    private final CurrentVertxRequest http;
    private final Set<String> ownClients;

    RequestLimits(
            Admission admission,
            JsonWebToken token,
            CurrentVertxRequest http,
            @ConfigProperty(name = "barnstorm.identity.own-clients") Set<String> ownClients) {
        this.admission = admission;
        this.token = token;
        this.http = http;
        this.ownClients = ownClients;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!BlockingOperationControl.isBlockingAllowed())
            throw new IllegalStateException("Every operation is counted in the database: annotate it with @Blocking");
        admission.refusal(http.getCurrent().response(), owners()).ifPresent(refusal -> {
            throw refusal;
        });
    }

    private List<Map.Entry<Limit, String>> owners() {
        var subject = token.getSubject();
        // Only what takes no token is left, and what the framework answers itself (OPTIONS).
        if (subject == null) return List.of(Map.entry(Limit.ADDRESS, Addresses.owner(http.getCurrent())));
        if (ProgramTokens.is(token)) {
            var client = ProgramTokens.client(token);
            return List.of(Map.entry(Limit.PROGRAM, client == null ? subject : client));
        }
        var person = Map.entry(Limit.PERSON, subject);
        String app = token.getClaim("azp");
        return ownClients.contains(app) ? List.of(person) : List.of(person, Map.entry(Limit.APP, app));
    }
}
