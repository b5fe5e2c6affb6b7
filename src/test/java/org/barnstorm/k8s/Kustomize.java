package org.barnstorm.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs programs as an operator would. {@code kubectl kustomize} needs no cluster. */
final class Kustomize {
    private Kustomize() {}

    static boolean isThere() {
        try {
            return run(List.of("kubectl", "version", "--client")).ended == 0;
        } catch (UncheckedIOException absent) {
            return false;
        }
    }

    static String build(Path directory) {
        return output("kubectl", "kustomize", directory.toString());
    }

    static String output(String... command) {
        var result = run(List.of(command));
        if (result.ended != 0) throw new AssertionError(String.join(" ", command) + ":\n" + result.errors);
        return result.output;
    }

    private static Result run(List<String> command) {
        try {
            // Errors go to a file: read after the output, they could fill a pipe and stop the program.
            var errors = Files.createTempFile("kustomize", ".err");
            try {
                var process = new ProcessBuilder(command)
                        .redirectError(errors.toFile())
                        .start();
                var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return new Result(process.waitFor(), output, Files.readString(errors));
            } finally {
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Result(int ended, String output, String errors) {}
}
