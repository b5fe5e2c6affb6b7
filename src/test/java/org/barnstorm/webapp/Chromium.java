package org.barnstorm.webapp;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The browser that this machine has, started once for the whole suite. */
final class Chromium {
    private static final String NO_BROWSER =
            "\n*** chromium is absent: THE WEB CLIENT IS NOT TRIED IN A BROWSER in this run. ***\n";
    private static final String NO_CLIENT =
            "\n*** the service was built without its web client, which therefore IS NOT TRIED in this run. ***\n";

    /** npm's playwright-core, which {@code npm ci} has put there when it built the client. */
    private static final Path DRIVER = Path.of("src", "main", "webui", "node_modules", "playwright-core");

    /** Many times what anything takes, for slow machines. */
    static final int PATIENCE_MS = 20_000;

    private static Browser running;

    private Chromium() {}

    /** Skips the test where there is nothing to try, or nothing to try it with. Asked before each, so that each is counted. */
    static synchronized Browser get() {
        if (running == null) {
            if (!clientIsPackaged()) skip(NO_CLIENT);
            running = launched(executable().orElseGet(() -> {
                if ("true".equals(System.getenv("CI"))) throw new AssertionError(NO_BROWSER);
                return skip(NO_BROWSER);
            }));
        }
        return running;
    }

    private static Path skip(String why) {
        System.err.println(why);
        assumeTrue(false, why);
        throw new IllegalStateException(why);
    }

    private static boolean clientIsPackaged() {
        return Files.isRegularFile(Path.of("target", "quinoa", "build", "index.html")) && Files.isDirectory(DRIVER);
    }

    private static Optional<Path> executable() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(Chromium::onPath)
                .findFirst();
    }

    private static Stream<Path> onPath(String program) {
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable);
    }

    private static Browser launched(Path executable) {
        System.setProperty("playwright.cli.dir", driverFolder().toString());
        var node = onPath("node").findFirst().orElseThrow().toString();
        var playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_NODEJS_PATH", node, "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        // Chromium's own sandbox needs user namespaces, which containers of build servers do not have.
                        .setChromiumSandbox(false)
                        .setArgs(List.of("--disable-gpu")));
    }

    /** Playwright looks for its driver in a folder {@code package}. */
    private static Path driverFolder() {
        var folder = Path.of("target", "playwright").toAbsolutePath();
        try {
            Files.createDirectories(folder);
            var link = folder.resolve("package");
            if (!Files.exists(link)) Files.createSymbolicLink(link, DRIVER.toAbsolutePath());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
