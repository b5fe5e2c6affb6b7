package org.barnstorm.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.barnstorm.authority.Follower;
import org.barnstorm.platform.problem.Busy;
import org.barnstorm.platform.problem.Refusal;

/**
 * Sends an export page by page. Each page is a short transaction of its own by who the caller is then: a client that reads
 * slowly holds a thread, and neither a connection to the database nor a snapshot of it. What goes wrong on the way breaks the
 * connection off: an answer that ends as it should is whole.
 */
@ApplicationScoped
class ExportStream {
    private final ExportService exports;
    private final Sources sources;
    private final ObjectMapper json;
    private final Clock clock;
    private final MeterRegistry meters;
    private final int most;
    private final AtomicInteger running = new AtomicInteger();

    ExportStream(
            ExportService exports,
            Sources sources,
            ObjectMapper json,
            Clock clock,
            MeterRegistry meters,
            ExportConfig config) {
        this.exports = exports;
        this.sources = sources;
        this.json = json;
        this.clock = clock;
        this.meters = meters;
        this.most = config.mostAtOnce();
        meters.gauge("barnstorm.exports.running", running);
    }

    /** Refuses, or has counted it and written it down. */
    Download begin(Follower who, Order order) {
        if (running.get() >= most) {
            throw Busy.because(most + " exports are being sent already. Try again when one of them is over.");
        }
        exports.begin(who.now(), order);
        return new Download(out -> send(who, order, out));
    }

    private void send(Follower who, Order order, OutputStream out) {
        running.incrementAndGet();
        try {
            write(who, order, out);
            count(order, "complete");
        } catch (IOException e) {
            count(order, "gone");
            throw Busy.because("Whoever asked for it is gone."); // nobody reads it, and nothing is wrong here
        } catch (RuntimeException e) {
            count(order, "cut");
            Log.infof("An export of %s was cut short: %s", order.kind().text(), e.getMessage());
            throw e;
        } finally {
            running.decrementAndGet();
        }
    }

    private void write(Follower who, Order order, OutputStream out) throws IOException {
        var lines = order.format().lines(sources.of(order.kind()).row(), out, json);
        UUID after = null;
        do {
            requireToken(who);
            var page = exports.page(who.now(), order, after);
            for (var row : page.rows()) lines.add(row);
            lines.flush();
            meters.counter("barnstorm.exports.rows", "kind", order.kind().text())
                    .increment(page.rows().size());
            after = page.next();
        } while (after != null);
    }

    /** It ends with the token at the latest, and so does the thread that sends it. */
    private void requireToken(Follower who) {
        if (clock.instant().isAfter(who.until())) {
            throw Refusal.forbidden("forbidden", "The token has run out before the export was sent. Get a fresh one.");
        }
    }

    private void count(Order order, String end) {
        meters.counter("barnstorm.exports", "kind", order.kind().text(), "end", end)
                .increment();
    }
}
