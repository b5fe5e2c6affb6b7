package org.barnstorm.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a file is written. */
enum Format {
    /** RFC 4180, UTF-8, with a header; for spreadsheets, and so without anything that one would compute. */
    CSV("csv", Format.TEXT_CSV),
    /** A JSON object in each line, as it is. */
    NDJSON("ndjson", Format.LINES_OF_JSON);

    static final String TEXT_CSV = "text/csv";
    static final String LINES_OF_JSON = "application/x-ndjson";

    private final String suffix;
    private final MediaType type;

    Format(String suffix, String type) {
        this.suffix = suffix;
        this.type = MediaType.valueOf(type).withCharset("UTF-8");
    }

    /** What a client likes best of it; nothing when it takes neither. */
    static Optional<Format> accepted(List<MediaType> accepted) {
        return accepted.stream()
                .flatMap(each -> Arrays.stream(values()).filter(format -> each.isCompatible(format.type)))
                .findFirst();
    }

    Lines lines(Class<? extends Record> row, OutputStream out, ObjectMapper json) {
        return switch (this) {
            case CSV -> new CsvLines(row, out);
            case NDJSON -> new JsonLines(out, json);
        };
    }

    String suffix() {
        return suffix;
    }

    MediaType type() {
        return type;
    }
}
