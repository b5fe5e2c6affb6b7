package org.barnstorm.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The state machines as {@code docs/tasks.md} draws them; {@code TasksDocTest} holds them against the code. */
public final class StatePictures {
    /** Where every state machine begins. */
    public static final String START = "[*]";

    private static final Pattern EDGE = Pattern.compile("\\s+([A-Z_]+|\\[\\*]) --> ([A-Z_]+): .+");

    /** Under which heading the states of a journal's subject are drawn. */
    private static final Map<String, String> HEADINGS =
            Map.of("task", "## A task", "assignment", "## A hold", "waiter", "## The wait list");

    /** One step that is allowed. */
    public record Edge(String from, String to) {}

    private StatePictures() {}

    public static List<Edge> edges(String heading) {
        try {
            return Files.readAllLines(Path.of("docs/tasks.md")).stream()
                    .dropWhile(line -> !line.equals(heading))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("## "))
                    .map(EDGE::matcher)
                    .filter(Matcher::matches)
                    .map(edge -> new Edge(edge.group(1), edge.group(2)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of SQL: kind of subject, status before, status after. */
    static String rows() {
        return HEADINGS.entrySet().stream()
                .flatMap(kind -> edges(kind.getValue()).stream()
                        .map(edge -> "('%s', '%s', '%s')".formatted(kind.getKey(), edge.from(), edge.to())))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
