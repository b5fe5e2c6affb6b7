package org.barnstorm.local;

import java.io.PrintStream;
import java.time.Duration;

/** Plain lines with the seconds since the start: as readable in a log file as on a terminal. */
public final class Progress {
    private final PrintStream out;
    private final long start = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    public void say(String format, Object... values) {
        out.printf("[%3d s] %s%n", elapsed().toSeconds(), format.formatted(values));
        out.flush();
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
