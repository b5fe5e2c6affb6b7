package org.barnstorm.calendar;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.barnstorm.platform.http.Tag;
import org.barnstorm.platform.limits.AddressLimit;
import org.barnstorm.platform.problem.RouterProblems;
import org.barnstorm.platform.security.Link;

/**
 * The public addresses of calendars, {@code /calendars/{link}.ics}, which are no part of the API: calendar programs cannot
 * sign in. What is not there, was revoked or never was, looks alike.
 */
@ApplicationScoped
class CalendarPages {
    private static final String PATH = "/calendars/";
    private static final String SUFFIX = ".ics";

    private final CalendarReader reader;
    private final MeterRegistry meters;
    private final RouterProblems problems;
    private final AddressLimit limit;

    CalendarPages(CalendarReader reader, MeterRegistry meters, RouterProblems problems, AddressLimit limit) {
        this.reader = reader;
        this.meters = meters;
        this.problems = problems;
        this.limit = limit;
    }

    /** Where a calendar is, below the address of the service. */
    static String address(Link link) {
        return PATH + link.secret() + SUFFIX;
    }

    void install(@Observes Router router) {
        router.get(PATH + ":file").blockingHandler(this::guarded, false);
    }

    /** What fails is answered here: the router would log the address. */
    private void guarded(RoutingContext context) {
        try {
            if (!limit.refuses(context)) answer(context);
        } catch (RuntimeException e) {
            problems.failed(context, e);
        }
    }

    private void answer(RoutingContext context) {
        var text = link(context).flatMap(reader::read).map(CalendarText::of);
        if (text.isEmpty()) {
            count("missed");
            problems.answer(context, 404);
            return;
        }
        var tag = Tag.of(text.get());
        // Programs keep what they read; no cache between may, and each time it is asked whether the link still leads
        // here.
        context.response()
                .putHeader("ETag", tag)
                .putHeader("Cache-Control", "private, no-cache")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("X-Robots-Tag", "noindex");
        if (Tag.isKnown(tag, context.request().getHeader("If-None-Match"))) {
            count("unchanged");
            context.response().setStatusCode(304).end();
            return;
        }
        count("read");
        context.response()
                .putHeader("Content-Type", "text/calendar; charset=utf-8")
                .putHeader("Content-Disposition", "inline; filename=\"calendar.ics\"")
                .end(Buffer.buffer(text.get()));
    }

    private static Optional<Link> link(RoutingContext context) {
        var file = context.pathParam("file");
        if (!file.endsWith(SUFFIX)) return Optional.empty();
        return Link.of(file.substring(0, file.length() - SUFFIX.length()));
    }

    private void count(String act) {
        meters.counter("barnstorm.calendars", "act", act).increment();
    }
}
