package org.barnstorm.platform.problem;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes the {@code type} of a problem lead somewhere: {@code /problems/{code}} answers the paragraph that
 * {@code docs/problems.md} has for it. Anybody may read it, signed in or not.
 */
@ApplicationScoped
class ProblemPages {
    private static final String SOURCE = "/META-INF/problems.md";
    private static final String HEADING = "\n## ";

    private final Map<String, String> pages = pages(text());
    private final RouterProblems problems;

    ProblemPages(RouterProblems problems) {
        this.problems = problems;
    }

    void install(@Observes Router router) {
        router.get("/problems/:code").handler(this::answer);
    }

    private void answer(RoutingContext context) {
        var page = pages.get(context.pathParam("code"));
        if (page == null) {
            problems.answer(context, 404);
            return;
        }
        context.response()
                .putHeader("Content-Type", "text/markdown; charset=utf-8")
                .end(page);
    }

    /** The sections of the document by their headings, each with its heading. */
    static Map<String, String> pages(String text) {
        var pages = new LinkedHashMap<String, String>();
        for (var start = text.indexOf(HEADING); start >= 0; ) {
            var end = text.indexOf(HEADING, start + 1);
            var section = text.substring(start, end < 0 ? text.length() : end).strip();
            var code = section.lines()
                    .findFirst()
                    .orElseThrow()
                    .substring(HEADING.strip().length());
            pages.put(code.strip(), section + "\n");
            start = end;
        }
        return pages;
    }

    static String text() {
        try (var file = ProblemPages.class.getResourceAsStream(SOURCE)) {
            if (file == null) throw new IllegalStateException("docs/problems.md is not packaged as " + SOURCE);
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
