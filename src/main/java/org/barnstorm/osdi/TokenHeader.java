package org.barnstorm.osdi;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The door of the façade: {@code /osdi/v1} is an address of its own, and an access token may come in the header that OSDI
 * clients know. It is verified like every other one. In an address it is never looked for.
 */
@ApplicationScoped
class TokenHeader {
    static final String NAME = "OSDI-API-Token";

    /** After the request has its id (1000), before anybody asks who it is from (200). */
    private static final int BEFORE_SIGN_IN = 500;

    /** Words, ids and slashes: nothing that leads out again. */
    private static final Pattern BELOW = Pattern.compile("(?:/[A-Za-z0-9_-]++)*+/?");

    private final String api;

    TokenHeader(@ConfigProperty(name = "quarkus.rest.path") String api) {
        this.api = api;
    }

    void install(@Observes Filters filters) {
        filters.register(this::open, BEFORE_SIGN_IN);
    }

    /** What is spelt in any other way is no address of ours, and finds nothing: the router has a word for that. */
    private void open(RoutingContext context) {
        var path = context.request().path();
        if (isBelow(Hal.BASE, path)) {
            var query = context.request().query();
            context.reroute(api + trimmed(path) + (query == null ? "" : '?' + query));
            return;
        }
        if (isBelow(api + Hal.BASE, path)) carryOver(context);
        context.next();
    }

    private static boolean isBelow(String base, String path) {
        return path != null
                && path.startsWith(base)
                && BELOW.matcher(path.substring(base.length())).matches();
    }

    /** Clients write addresses of lists with a slash at the end, and without. */
    private static String trimmed(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** Who sends both means the standard one; who sends two of one kind means none that we could choose. */
    private static void carryOver(RoutingContext context) {
        var headers = context.request().headers();
        var tokens = headers.getAll(NAME);
        headers.remove(NAME);
        if (tokens.size() != 1 || headers.contains(HttpHeaders.AUTHORIZATION)) return;
        headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.get(0).strip());
    }
}
