package org.barnstorm.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import java.io.OutputStream;
import java.util.List;

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

    /** The first that a client likes; what nobody can make was refused before. */
    static Format preferred(List<MediaType> accepted) {
        for (var each : accepted) {
            for (var format : values()) if (each.isCompatible(format.type)) return format;
        }
        return CSV;
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
