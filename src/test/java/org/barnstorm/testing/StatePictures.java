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
import java.util.stream.Stream;

/** The state machines as the docs draw them; {@code TasksDocTest} and {@code TrainingDocTest} hold them against the code. */
public final class StatePictures {
    /** Where every state machine begins. */
    public static final String START = "[*]";

    private static final Pattern EDGE = Pattern.compile("\\s+([A-Z_]+|\\[\\*]) --> ([A-Z_]+): .+");

    /** Under which heading the states of a journal's subject are drawn. */
    private static final Map<String, String> HEADINGS = Map.of(
            "task", "## A task",
            "assignment", "## A hold",
            "waiter", "## The wait list",
            "enrolment", "## An enrolment",
            "attempt", "## An attempt",
            "attendance", "## Who was there",
            "import", "## For a developer: the states");

    private static final List<Path> PAGES =
            List.of(Path.of("docs/tasks.md"), Path.of("docs/training.md"), Path.of("docs/members-import.md"));

    /** One step that is allowed. */
    public record Edge(String from, String to) {}

    private StatePictures() {}

    public static List<Edge> edges(String heading) {
        return PAGES.stream().flatMap(page -> edges(page, heading)).toList();
    }

    private static Stream<Edge> edges(Path page, String heading) {
        try {
            return Files.readAllLines(page).stream()
                    .dropWhile(line -> !line.equals(heading))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("## "))
                    .map(EDGE::matcher)
                    .filter(Matcher::matches)
                    .map(edge -> new Edge(edge.group(1), edge.group(2)));
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
