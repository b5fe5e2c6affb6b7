package org.barnstorm.chaos.client;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the history: a line of JSON for each act, in the order in which the answers came. */
final class Recorder implements Closeable {
    private final ObjectMapper json = new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    private final BufferedWriter file;

    Recorder(Path path) throws IOException {
        this.file = Files.newBufferedWriter(path);
    }

    void write(Op op) {
        try {
            var line = json.writeValueAsString(op);
            synchronized (file) {
                file.write(line);
                file.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
