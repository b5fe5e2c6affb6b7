package org.barnstorm.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of a run, printed and kept in {@code target/chaos/report.md}. */
final class ChaosReport {
    private static final Path FILE = Stack.FOLDER.resolve("report.md");

    private final Map<String, List<String>> sections = new LinkedHashMap<>();

    ChaosReport(Form form, Postgres postgres) throws SQLException, IOException {
        figure("Run", "form", form.full() ? "full" : "short");
        figure("Run", "seed", form.seed() + " (`-Dchaos.seed=" + form.seed() + "`)");
        figure("Run", "machine", machine());
        figure("Run", "JDK", Runtime.version() + ", " + System.getProperty("java.vm.name"));
        try (var connection = postgres.asSuperuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery("show server_version")) {
            row.next();
            figure("Run", "PostgreSQL", row.getString(1));
        }
    }

    private static String machine() throws IOException {
        var model = first(Path.of("/proc/cpuinfo"), "model name");
        var memory = first(Path.of("/proc/meminfo"), "MemTotal").replaceAll("\\D", "");
        return "%d cores (%s), %d GiB, %s %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        model,
                        Long.parseLong(memory) / 1024 / 1024,
                        System.getProperty("os.name"),
                        System.getProperty("os.version"));
    }

    private static String first(Path file, String name) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("0");
    }

    synchronized void figure(String section, String name, Object value) {
        sections.computeIfAbsent(section, any -> new ArrayList<>()).add("| " + name + " | " + value + " |");
    }

    /** Median and maximum. */
    void seconds(String section, String name, List<Double> seconds) {
        if (seconds.isEmpty()) return;
        var sorted = seconds.stream().sorted().toList();
        figure(
                section,
                name,
                "median %s s, longest %s s, of %d"
                        .formatted(
                                number(sorted.get(sorted.size() / 2)),
                                number(sorted.get(sorted.size() - 1)),
                                sorted.size()));
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    void publish() throws IOException {
        var text = new StringBuilder("# Chaos report\n");
        sections.forEach((title, lines) -> text.append("\n## ")
                .append(title)
                .append("\n\n| Figure | Value |\n| --- | --- |\n")
                .append(String.join("\n", lines))
                .append('\n'));
        Files.writeString(FILE, text);
        System.out.println(text);
    }
}
