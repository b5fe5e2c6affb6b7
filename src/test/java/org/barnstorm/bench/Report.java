package org.barnstorm.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table that is printed and kept. */
final class Report {
    private static final String NO_GOAL = "";

    private record Row(String figure, String value, String goal, String met) {}

    private final List<Row> rows = new ArrayList<>();
    private final List<String> circumstances = new ArrayList<>();
    private final List<String> appendix = new ArrayList<>();

    /** What a reader must know to compare the figures with others. */
    void circumstance(String sentence) {
        circumstances.add(sentence);
    }

    void figure(String figure, String format, Object... values) {
        rows.add(new Row(figure, String.format(Locale.ROOT, format, values), NO_GOAL, ""));
    }

    void figure(boolean met, String goal, String figure, String format, Object... values) {
        rows.add(new Row(figure, String.format(Locale.ROOT, format, values), goal, met ? "yes" : "**no**"));
    }

    void appendix(String title, String text) {
        appendix.add("## " + title + "\n\n```\n" + text + "\n```\n");
    }

    String table() {
        var widest = rows.stream().mapToInt(row -> row.figure().length()).max().orElse(1);
        var value = rows.stream().mapToInt(row -> row.value().length()).max().orElse(1);
        var line = "| %-" + widest + "s | %-" + value + "s | %-24s | %-6s |\n";
        var table = new StringBuilder(line.formatted("Figure", "Measured", "Goal", "Met"));
        table.append(line.formatted("---", "---", "---", "---"));
        for (var row : rows) table.append(line.formatted(row.figure(), row.value(), row.goal(), row.met()));
        return table.toString();
    }

    void write(Path file) throws IOException {
        Files.writeString(
                file,
                "# Benchmark\n\n" + String.join("  \n", circumstances) + "\n\n" + table() + "\n"
                        + String.join("\n", appendix));
    }
}
