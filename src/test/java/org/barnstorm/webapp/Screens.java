package org.barnstorm.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** What a screen looks like, and what axe-core has to say about it. {@code -Dscreens=…} renews the pictures that are there. */
final class Screens {
    private static final Path FOLDER = Path.of("target", "screens");
    private static final String SHOWN = System.getProperty("screens");
    private static final Path AXE = Path.of("src", "main", "webui", "node_modules", "axe-core", "axe.min.js");
    private static final String VIOLATIONS = """
            async () => (await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })).violations
              .map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ') + ' ' + n.failureSummary).join(' | '))
            """;

    private static final AtomicInteger VISITS = new AtomicInteger();

    private final Page page;
    private final Device device;

    Screens(Page page, Device device) {
        this.page = page;
        this.device = device;
    }

    void look(String name) {
        for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(violations())
                    .as("%s on the %s, %s", name, device, scheme)
                    .isEmpty();
            keep("%s-%s-%s.png".formatted(name, device, scheme).toLowerCase(Locale.ROOT));
        }
    }

    private void keep(String name) {
        var options = new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED);
        page.screenshot(options.setPath(FOLDER.resolve(name)));
        if (SHOWN == null || !Files.exists(Path.of(SHOWN, name))) return;
        try {
            Files.copy(FOLDER.resolve(name), Path.of(SHOWN, name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For whoever wants to know why a test failed. */
    void last() {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "last-screens", VISITS.incrementAndGet() + ".png")));
    }

    /** Playwright's evaluation is not held up by the Content-Security-Policy as a script tag would be. */
    private List<?> violations() {
        try {
            page.evaluate(Files.readString(AXE));
            return (List<?>) page.evaluate(VIOLATIONS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
