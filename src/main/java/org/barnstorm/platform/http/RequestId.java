package org.barnstorm.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.barnstorm.platform.Ids;
import org.jboss.logging.MDC;

/**
 * Gives each request one id that is in its answer, its log lines, its problem body and its journal rows. A caller's own
 * {@code X-Request-Id} is kept when it is harmless: letters, digits and {@code -_.:}, at most 64 of them.
 */
@ApplicationScoped
public class RequestId {
    public static final String HEADER = "X-Request-Id";

    private static final String MDC_KEY = "requestId";
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");
    private static final int FIRST = 1000;

    void install(@Observes Filters filters) {
        filters.register(this::give, FIRST);
    }

    /** The id of the request being answered; outside of one (a sweep), a fresh one. */
    public static String current() {
        var id = MDC.get(MDC_KEY);
        return id == null ? Ids.next().toString() : id.toString();
    }

    private void give(RoutingContext context) {
        var sent = context.request().getHeader(HEADER);
        var id = sent != null && HARMLESS.matcher(sent).matches()
                ? sent
                : Ids.next().toString();
        MDC.put(MDC_KEY, id);
        context.response().putHeader(HEADER, id);
        context.next();
    }
}
