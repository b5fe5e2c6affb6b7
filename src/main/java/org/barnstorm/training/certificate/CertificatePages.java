package org.barnstorm.training.certificate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.barnstorm.platform.limits.AddressLimit;
import org.barnstorm.platform.problem.RouterProblems;
import org.barnstorm.platform.security.Link;

/**
 * The public addresses of certificates, which are no part of the API: {@code /certificates/{link}} for people and
 * programs, {@code /certificates/{link}/credential} for wallets, {@code /certificates/keys} and {@code
 * /certificates/status/{number}} for those who verify. Anybody may read them, signed in or not.
 */
@ApplicationScoped
class CertificatePages {
    static final String PATH = "/certificates/";
    static final String STATUS = PATH + "status/";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    private static final String JSON = "application/json";

    private final CertificateReader reader;
    private final StatusLists statuses;
    private final CertificateKeys keys;
    private final ObjectMapper json;
    private final MeterRegistry meters;
    private final RouterProblems problems;
    private final AddressLimit limit;

    CertificatePages(
            CertificateReader reader,
            StatusLists statuses,
            CertificateKeys keys,
            ObjectMapper json,
            MeterRegistry meters,
            RouterProblems problems,
            AddressLimit limit) {
        this.reader = reader;
        this.statuses = statuses;
        this.keys = keys;
        this.json = json;
        this.meters = meters;
        this.problems = problems;
        this.limit = limit;
    }

    void install(@Observes Router router) {
        router.get(CertificateKeys.PATH).handler(context -> answer(context, "application/jwk-set+json", this::keySet));
        router.get(CertificateKeys.PATH + "/:thumbprint")
                .handler(context ->
                        answer(context, "application/jwk+json", () -> keys.published(context.pathParam("thumbprint"))));
        router.get(STATUS + ":number").blockingHandler(guarded(this::status), false);
        router.get(PATH + ":link").blockingHandler(guarded(this::page), false);
        router.get(PATH + ":link/credential")
                .blockingHandler(
                        guarded(context -> answer(context, "application/vc+jwt", () -> link(context)
                                .flatMap(reader::credential))),
                        false);
    }

    /** What fails is answered here: the router would log the address. */
    private Handler<RoutingContext> guarded(Handler<RoutingContext> page) {
        return context -> {
            try {
                if (!limit.refuses(context)) page.handle(context);
            } catch (RuntimeException e) {
                problems.failed(context, e);
            }
        };
    }

    private Optional<String> keySet() {
        return keys.signing().map(key -> keys.published());
    }

    /** Bits only: who reads it learns about how many were revoked, and neither whose nor which. */
    private void status(RoutingContext context) {
        var list = Optional.of(context.pathParam("number"))
                .filter(each -> NUMBER.matcher(each).matches())
                .flatMap(each -> statuses.list(Integer.parseInt(each)));
        if (list.isEmpty()) {
            problems.answer(context, 404);
            return;
        }
        var found = list.get();
        context.response()
                .putHeader("Content-Type", "application/vc+jwt")
                .putHeader("Cache-Control", "public, max-age=300")
                .putHeader("ETag", found.tag());
        var known = context.request().getHeader("If-None-Match");
        if (known != null && known.contains(found.tag())) {
            context.response().setStatusCode(304).end();
        } else {
            context.response().end(found.credential());
        }
    }

    private void page(RoutingContext context) {
        var found = link(context).flatMap(reader::page);
        found.ifPresent(
                each -> meters.counter("barnstorm.certificates", "act", "shown").increment());
        var accept = context.request().getHeader("Accept");
        if (accept != null && accept.contains("text/html")) {
            answer(context, "text/html; charset=utf-8", () -> found.map(CertificateHtml::of));
        } else {
            answer(context, JSON, () -> found.map(this::write));
        }
    }

    private static Optional<Link> link(RoutingContext context) {
        return Link.of(context.pathParam("link"));
    }

    /** What is not there, was revoked or never was, looks alike. */
    private void answer(RoutingContext context, String type, Supplier<Optional<String>> body) {
        var found = body.get();
        if (found.isEmpty()) {
            problems.answer(context, 404);
            return;
        }
        // The link is a secret: it goes to no other site as a referrer, into no search engine and no cache.
        context.response()
                .putHeader("Content-Type", type)
                .putHeader("Cache-Control", "no-store")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("X-Robots-Tag", "noindex")
                .putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .end(found.get());
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of plain values can be written", e);
        }
    }
}
