package org.barnstorm.history;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A history in a file, one line of JSON when an operation is invoked and one when its outcome is known. Each line is given
 * to the operating system at once: of a client that is killed, what it asked for last is there, without an outcome.
 */
public final class HistoryLog implements Closeable {
    private final FileOutputStream out;

    /** Adds to the file if there is one. */
    public HistoryLog(Path file) {
        try {
            out = new FileOutputStream(file.toFile(), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void invoked(Operation operation) {
        write(Line.of(operation));
    }

    void settled(Operation operation) {
        write(Line.of(operation.number(), operation.outcome()));
    }

    private synchronized void write(Map<String, Object> line) {
        try {
            out.write((FlatJson.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything in these files. A last line that was cut off is as if it had not been written. */
    public static History read(Path... files) {
        var all = new ArrayList<Operation>();
        for (var file : files) all.addAll(read(file).values());
        return new History(all);
    }

    private static Map<Long, Operation> read(Path file) {
        var found = new LinkedHashMap<Long, Operation>();
        var lines = new Line.Reader();
        try (var reader = Files.newBufferedReader(file)) {
            for (var text : complete(reader)) {
                var line = FlatJson.read(text);
                var number = (Long) line.get("op");
                if (line.get("event").equals("invoke")) {
                    found.put(number, lines.operation(line));
                    continue;
                }
                var asked = found.get(number);
                if (asked == null) throw new IllegalArgumentException(file + ": outcome without invocation: " + text);
                found.put(
                        number,
                        new Operation(number, asked.client(), asked.ask(), asked.invoked(), lines.outcome(line)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** A killed process leaves half a line, and one that begins again writes on behind it. */
    private static List<String> complete(BufferedReader reader) {
        return reader.lines()
                .map(line -> line.substring(Math.max(0, line.lastIndexOf("{"))))
                .filter(line -> line.endsWith("}"))
                .toList();
    }
}
