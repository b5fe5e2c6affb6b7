package org.barnstorm.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.barnstorm.local.Home;

/**
 * A wrong wall clock for one process, by Debian's libfaketime. It is found where Debian installs it, or fetched as a package
 * and unpacked into this clone without being installed.
 */
record Faketime(Path library, Path clock) {
    private static final String NAME = "libfaketime.so.1";

    /** @param fetch whether the network may be asked for it */
    static Optional<Faketime> find(boolean fetch) throws IOException, InterruptedException {
        var unpacked = Home.find().in("faketime");
        var found = in(Path.of("/usr/lib")).or(() -> in(unpacked));
        if (found.isEmpty() && fetch) {
            Files.createDirectories(unpacked);
            run(unpacked, "apt-get download libfaketime && dpkg-deb -x libfaketime_*.deb .");
            found = in(unpacked);
        }
        return found.map(library -> new Faketime(library, Stack.FOLDER.resolve("clock")));
    }

    private static Optional<Path> in(Path folder) {
        if (!Files.isDirectory(folder)) return Optional.empty();
        try (var paths = Files.find(folder, 6, (path, attributes) -> path.endsWith(Path.of("faketime", NAME)))) {
            return paths.findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void run(Path folder, String command) throws IOException, InterruptedException {
        var process = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(1, TimeUnit.MINUTES)) process.destroyForcibly();
    }

    /** From now on the process is so many seconds ahead, or behind when it is negative. */
    void set(int seconds) throws IOException {
        Files.writeString(clock, "%+d".formatted(seconds));
    }

    /** For a process that follows the clock file. The monotonic clock stays true, as it does when somebody sets a clock. */
    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                clock.toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1");
    }
}
