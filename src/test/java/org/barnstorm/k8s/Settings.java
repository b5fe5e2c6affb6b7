package org.barnstorm.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What Barnstorm can be told: application.properties, and the table of environment variables in docs/operations.md. */
final class Settings {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z0-9_]+)` \\|.*\\| ([^|]*) \\|$");

    private final Properties properties = new Properties();
    private final TreeMap<String, String> table = new TreeMap<>();
    private final String operations;

    Settings() {
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            properties.load(file);
            operations = Files.readString(Path.of("docs/operations.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ROW.matcher(operations).results().forEach(row -> table.put(row.group(1), row.group(2)));
    }

    boolean knows(String variable) {
        return table.containsKey(variable)
                || properties.stringPropertyNames().stream()
                        .map(Settings::variable)
                        .anyMatch(variable::equals);
    }

    Set<String> requiredInProduction() {
        return table.entrySet().stream()
                .filter(row -> row.getValue().startsWith("**required**"))
                .map(row -> row.getKey())
                .collect(Collectors.toSet());
    }

    boolean documents(String name) {
        return operations.contains("`" + name + "`");
    }

    int integer(String property) {
        return Integer.parseInt(properties.getProperty(property));
    }

    long seconds(String property) {
        return Duration.parse("PT" + properties.getProperty(property)).toSeconds();
    }

    /** As MicroProfile Config turns a property into the name of an environment variable. */
    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
