package org.barnstorm.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs of npm, if this machine has what that takes. */
public final class Node {
    private static final Path FOLDER = Path.of("target", "second-opinion");
    private static final int PATIENCE_SECONDS = 120;

    private Node() {}

    /** What a program wrote; null when there is no such program, or it failed. */
    public static String run(String input, List<String> command) {
        try {
            var errors = Files.createTempFile("node", ".err");
            try {
                var process = new ProcessBuilder(command)
                        .redirectError(errors.toFile())
                        .start();
                try (var in = process.getOutputStream()) {
                    in.write(input.getBytes(StandardCharsets.UTF_8));
                }
                var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) return output;
                System.err.println(Files.readString(errors));
                return null;
            } finally {
                Files.delete(errors);
            }
        } catch (IOException absent) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The main file of a package, installed below {@code target} unless it is there; null when it cannot be. */
    public static Path installed(String name, String version, String main) {
        var file = FOLDER.resolve(Path.of("node_modules", name, main));
        if (Files.exists(file)) return file;
        try {
            Files.createDirectories(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(
                "",
                List.of(
                        "npm",
                        "install",
                        "--no-save",
                        "--no-audit",
                        "--no-fund",
                        "--ignore-scripts",
                        "--prefix",
                        FOLDER.toString(),
                        name + "@" + version));
        return Files.exists(file) ? file : null;
    }
}
