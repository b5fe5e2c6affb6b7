package org.barnstorm.app;

import io.quarkus.logging.Log;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The movement's own web client, at {@code /app/}: its headers, and the way there. Its files are served like all static ones. */
@ApplicationScoped
class WebClient {
    static final String ROOT = "/app";
    static final String HOME = ROOT + "/";

    /** Files whose names change with what is in them. */
    private static final String ASSETS = HOME + "assets/";

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_EACH_TIME = "no-cache";
    private static final Set<Integer> THERE = Set.of(200, 206, 304);
    private static final String FIRST_PAGE = "META-INF/resources" + HOME + "index.html";
    /** Before whatever answers; the order among filters does not matter. */
    private static final int PRIORITY = 100;

    private final Map<String, String> headers;

    WebClient(
            AppConfig config,
            @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer,
            @ConfigProperty(name = "barnstorm.identity.own-clients") Set<String> ownClients) {
        if (!ownClients.contains(config.clientId()))
            throw new IllegalStateException("barnstorm.app.client-id must be one of barnstorm.identity.own-clients.");
        this.headers = ClientPolicy.headers(issuer, config.tiles().map(AppConfig.Tiles::url));
    }

    void install(@Observes Filters filters) {
        filters.register(this::guard, PRIORITY);
    }

    /** Only where there is something: without the client both addresses are as unknown as any other. */
    void install(@Observes Router router) {
        if (!isBuilt(Thread.currentThread().getContextClassLoader())) {
            Log.info("This was built without the web client: there is nothing at /app/");
            return;
        }
        Log.info("The web client is at /app/");
        for (var door : List.of("/", ROOT)) {
            router.get(door).handler(WebClient::lead);
            router.head(door).handler(WebClient::lead);
        }
    }

    static boolean isBuilt(ClassLoader classes) {
        return classes.getResource(FIRST_PAGE) != null;
    }

    /** A route without a slash at its end answers for the address with one, too. */
    private static void lead(RoutingContext context) {
        if (context.normalizedPath().equals(HOME)) context.next();
        else
            context.response()
                    .setStatusCode(302)
                    .putHeader(HttpHeaders.LOCATION, HOME)
                    .end();
    }

    private void guard(RoutingContext context) {
        if (isOfClient(context.normalizedPath())) {
            var response = context.response();
            headers.forEach(response::putHeader);
            // At the end, because an address that only the client knows is answered with its first page.
            context.addHeadersEndHandler(
                    sent -> response.putHeader(HttpHeaders.CACHE_CONTROL, cacheControl(context, response)));
        }
        context.next();
    }

    private static boolean isOfClient(String path) {
        return path.equals(ROOT) || path.startsWith(HOME);
    }

    private static String cacheControl(RoutingContext context, HttpServerResponse response) {
        var stays = context.normalizedPath().startsWith(ASSETS) && THERE.contains(response.getStatusCode());
        return stays ? FOR_EVER : ASK_EACH_TIME;
    }
}
