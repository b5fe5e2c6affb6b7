package org.barnstorm.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server that outlived a run which was killed; it would hold its port and its data. */
final class Leftover {
    private Leftover() {}

    /**
     * Stops the process whose id is the first line of {@code pidFile}, if it is the one that was started for
     * {@code data}: the command line must name that folder, since process ids are given again to other programs.
     */
    static boolean stop(Path pidFile, Path data) {
        var process = recorded(pidFile).filter(found -> serves(found, data));
        process.ifPresent(Leftover::end);
        return process.isPresent();
    }

    static Optional<ProcessHandle> recorded(Path pidFile) {
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst().map(String::strip).map(Long::valueOf).flatMap(ProcessHandle::of);
        } catch (IOException | UncheckedIOException | NumberFormatException e) {
            return Optional.empty(); // no file, or half a file: nobody to stop
        }
    }

    static boolean serves(ProcessHandle process, Path data) {
        var words = process.info().arguments().orElse(new String[0]);
        for (var word : words) {
            if (word.equals(data.toString()) || word.endsWith("=" + data)) return true;
        }
        return false;
    }

    /** Asks, waits, and only then kills. */
    static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(15, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
