package org.barnstorm.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The policy of {@code access-matrix.csv}. */
final class AccessMatrix {
    private static final String FILE = "/access-matrix.csv";

    /** What is expected of each kind of caller in one situation. */
    record Row(String name, Map<String, String> expected) {
        /** The operation without its situation. */
        String operation() {
            return name.split("/")[0];
        }

        /** What is expected of one kind of caller. */
        String of(String kind) {
            var found = expected.get(kind);
            if (found == null) throw new IllegalStateException("There is no column " + kind);
            return found;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private AccessMatrix() {}

    static List<Row> rows() {
        var lines = lines(FILE).stream().map(AccessMatrix::cells).toList();
        var kinds = lines.get(0);
        return lines.stream().skip(1).map(cells -> row(kinds, cells)).toList();
    }

    /** The kinds of callers, in the order of the columns. */
    static List<String> kinds() {
        var header = cells(lines(FILE).get(0));
        return header.subList(1, header.size());
    }

    private static Row row(List<String> kinds, List<String> cells) {
        if (cells.size() != kinds.size()) throw new IllegalStateException("Not a cell for each kind: " + cells);
        var expected = new LinkedHashMap<String, String>();
        for (int i = 1; i < cells.size(); i++) expected.put(kinds.get(i), cells.get(i));
        return new Row(cells.get(0), expected);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",")).map(String::strip).toList();
    }

    /** Lines of a policy that say something, its header first. */
    static List<String> lines(String policy) {
        try (var file = AccessMatrix.class.getResourceAsStream(policy)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
